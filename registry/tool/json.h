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

/* Prints the object and frees it. An error is left in stdout. */
void json_print_object(json_t *object);

#endif
