/* SPDX-License-Identifier: MIT */
#include <wsclose.h>

#include "names.h"

enum { LIMIT = 5000, ROWS_MAX = 255 };

static unsigned char row_of[LIMIT + 1];
static const char *names[ROWS_MAX + 1];

void name_by_bytes_fill(void) {
    unsigned row = 0;
    for (unsigned code = 0; code <= LIMIT; code++) {
        if (code == wsclose_first(code) && row < ROWS_MAX)
            names[++row] = wsclose_name(code);
        row_of[code] = (unsigned char)row;
    }
}

const char *name_by_bytes(unsigned code) {
    return names[row_of[code > LIMIT ? LIMIT : code]];
}
