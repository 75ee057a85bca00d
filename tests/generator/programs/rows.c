/* SPDX-License-Identifier: MIT */
/* Prints every row. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
    unsigned code = 0;
    do
        printf("%u-%u %d %s | %s | %s | %s\n", wsclose_first(code),
               wsclose_last(code), (int)wsclose_status(code),
               wsclose_symbol(code), wsclose_name(code),
               wsclose_meaning(code, "en"), wsclose_registered_text(code));
    while ((code = wsclose_next(code)) != 0);
    return 0;
}
