/* SPDX-License-Identifier: MIT */
#include <wsclose.h>

#include "names.h"

static const struct {
    unsigned code;
    const char *name;
} names[] = {
#define NAME(code, symbol, name) {code, name},
    WSCLOSE_CODES(NAME)
#undef NAME
};

const char *name_by_binary_search(unsigned code) {
    size_t first = 0, last = WSCLOSE_CODES_COUNT;
    while (first < last) {
        size_t middle = (first + last) / 2;
        if (names[middle].code == code)
            return names[middle].name;
        if (names[middle].code < code)
            first = middle + 1;
        else
            last = middle;
    }
    return "Unassigned";
}

const char *name_by_linear_search(unsigned code) {
    for (size_t i = 0; i < WSCLOSE_CODES_COUNT; i++)
        if (names[i].code == code)
            return names[i].name;
    return "Unassigned";
}
