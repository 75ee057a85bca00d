/* SPDX-License-Identifier: MIT */
/* The symbols and names of the list, used with other headers before it. */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>

#include <wsclose.h>

#define CASE(code, symbol, name)                                               \
    case WSCLOSE_##symbol:                                                     \
        return name;

static const char *name_of(int value) {
    switch (value) { WSCLOSE_CODES(CASE) }
    return "none";
}

int main(void) {
    for (int i = 0; i < WSCLOSE_CODES_COUNT; i++)
        puts(name_of(3000 + i));
    return 0;
}
