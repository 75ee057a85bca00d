/* SPDX-License-Identifier: MIT */
/* Prints what is known of each code below 5,005. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

int main(void) {
    for (unsigned code = 0; code < 5005; code++) {
        const char *symbol = wsclose_symbol(code);
        const char *contact = wsclose_contact(code);
        const char *date = wsclose_date_registered(code);
        printf("%u %u-%u %u %d %s %d | %s | %s | %s", code, wsclose_first(code),
               wsclose_last(code), wsclose_next(code),
               (int)wsclose_status(code), symbol,
               wsclose_from_name(symbol, strlen(symbol)), wsclose_name(code),
               contact ? contact : "-", date ? date : "-");
        for (size_t i = 0; wsclose_reference(code, i); i++)
            printf(" [%s]", wsclose_reference(code, i));
        puts("");
    }
    return 0;
}
