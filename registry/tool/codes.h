/* SPDX-License-Identifier: MIT */
/* The codes to show, in the order they were asked for. */
#ifndef TOOL_CODES_H
#define TOOL_CODES_H

#include <stddef.h>

struct codes {
    unsigned *list;
    size_t count, capacity;
};

/* Ends the program if there is no memory. */
void codes_add(struct codes *codes, unsigned code);
void codes_free(struct codes *codes);

#endif
