/* SPDX-License-Identifier: MIT */
/* Prints the rows that have a symbol of their own. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

static int is_label(const char *symbol) {
    return strcmp(symbol, "UNUSED") == 0 || strcmp(symbol, "UNASSIGNED") == 0 ||
           strcmp(symbol, "PRIVATE_USE") == 0 || strcmp(symbol, "INVALID") == 0;
}

int main(void) {
    unsigned code = 0, min, max;
    while ((code = wsclose_next(code)) != 0)
        if (!is_label(wsclose_symbol(code)))
            printf("%u-%u %d %s %s %d\n", wsclose_first(code),
                   wsclose_last(code), (int)wsclose_status(code),
                   wsclose_symbol(code), wsclose_name(code),
                   (int)wsclose_reconnect(code, &min, &max));
    return 0;
}
