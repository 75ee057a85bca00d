/* SPDX-License-Identifier: MIT */
/* The codes as a JSON array, for programs. */
#ifndef TOOL_JSON_H
#define TOOL_JSON_H

#include <jansson.h>

#include "codes.h"
#include "registry.h"

void json_print(const struct registry *registry, const struct codes *codes);

/* A number, or null for 0. */
json_t *json_number_or_null(unsigned number);

/* Prints the object and gives it up. Whether it was printed, stdout says. */
void json_print_object(json_t *object);

#endif
