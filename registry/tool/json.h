/* SPDX-License-Identifier: MIT */
/* The codes as a JSON array, for programs. */
#ifndef TOOL_JSON_H
#define TOOL_JSON_H

#include <jansson.h>

#include "codes.h"
#include "result.h"

/* lang as wsclose_meaning() takes it. */
enum result json_print(const struct codes *codes, const char *lang);

/* A number, or null for 0. */
json_t *json_number_or_null(unsigned number);

/* Prints the object and gives it up; NULL is one there was no memory for. */
enum result json_print_object(json_t *object);

#endif
