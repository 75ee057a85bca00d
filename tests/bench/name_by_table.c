/* SPDX-License-Identifier: MIT */
#include <wsclose.h>

#include "names.h"

enum { LIMIT = 65536 };

static const char *const names[LIMIT] = {[0 ... LIMIT - 1] = "Unassigned",
#define NAME(code, symbol, name) [code] = name,
                                         WSCLOSE_CODES(NAME)
#undef NAME
};

const char *name_by_table(unsigned code) {
    return code < LIMIT ? names[code] : "Unassigned";
}
