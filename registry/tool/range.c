/* SPDX-License-Identifier: MIT */
#include "range.h"

#include <limits.h>
#include <stdio.h>

const char *range_of(unsigned first, unsigned last, char ret[RANGE_SIZE]) {
    if (first == last)
        snprintf(ret, RANGE_SIZE, "%u", first);
    else if (last == UINT_MAX)
        snprintf(ret, RANGE_SIZE, "%u+", first);
    else
        snprintf(ret, RANGE_SIZE, "%u-%u", first, last);
    return ret;
}

const char *range_of_row(const struct row *row, char ret[RANGE_SIZE]) {
    return range_of(row->first, row->last, ret);
}
