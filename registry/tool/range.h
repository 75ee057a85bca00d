/* SPDX-License-Identifier: MIT */
/* The codes of a row as a person writes them. */
#ifndef TOOL_RANGE_H
#define TOOL_RANGE_H

#include "row.h"

enum { RANGE_SIZE = 24 };

/* Returns ret: "1006", "3009-3999" or "5000+". */
const char *range_of(unsigned first, unsigned last, char ret[RANGE_SIZE]);
const char *range_of_row(const struct row *row, char ret[RANGE_SIZE]);

#endif
