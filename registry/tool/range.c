/* SPDX-License-Identifier: MIT */
#include "range.h"

#include <limits.h>
#include <stdio.h>

#include <wsclose.h>

const char *range_of_row(unsigned code, char ret[RANGE_SIZE]) {
    unsigned first = wsclose_first(code), last = wsclose_last(code);
    if (first == last)
        snprintf(ret, RANGE_SIZE, "%u", first);
    else if (last == UINT_MAX)
        snprintf(ret, RANGE_SIZE, "%u+", first);
    else
        snprintf(ret, RANGE_SIZE, "%u-%u", first, last);
    return ret;
}
