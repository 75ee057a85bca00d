/* SPDX-License-Identifier: MIT */
#include <wsclose.h>

#include "names.h"

const char *name_by_switch(unsigned code) {
    switch (code) {
#define CASE(code, symbol, name)                                               \
    case code:                                                                 \
        return name;
        WSCLOSE_CODES(CASE)
#undef CASE
    default:
        return "Unassigned";
    }
}
