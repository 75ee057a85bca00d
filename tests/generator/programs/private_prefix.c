/* SPDX-License-Identifier: MIT */
/* The list, and what has the prefix beside it. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
#define X(code, symbol, name) puts(#code " " #symbol " " name);
    WSCLOSE_CODES(X)
    printf("%d-%d %d\n", WSCLOSE_APP_X_CODE_4010_FIRST,
           WSCLOSE_APP_X_CODE_4010_LAST, WSCLOSE_OLD);
    printf("%s %s | %s\n", wsclose_symbol(4011), wsclose_registered_text(4004),
           wsclose_description(4004, "en"));
    return 0;
}
