/* SPDX-License-Identifier: MIT */
/* The codes to show, in the order they were asked for. */
#ifndef TOOL_CODES_H
#define TOOL_CODES_H

#include <stddef.h>

/* Codes of one row, a part of it or all. */
struct span {
    unsigned first, last;
};

struct codes {
    struct span *list;
    size_t count, capacity;
    size_t row_count; /* of a search: those behind are of applications */
};

/* Ends the program if there is no memory. */
void codes_add(struct codes *codes, unsigned first, unsigned last);
void codes_free(struct codes *codes);

#endif
