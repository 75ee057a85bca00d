/* SPDX-License-Identifier: MIT */
/* Each text is the code's own, in both languages. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

int main(void) {
    const char *between = "";
    for (unsigned code = 4000; code < 5000; code++) {
        if (strcmp(wsclose_symbol(code), "PRIVATE_USE") == 0)
            continue;
        enum wsclose_advice advice = wsclose_reconnect(code, 0, 0);
        printf("%s%u %s", between, code,
               advice == WSCLOSE_ADVICE_NEVER     ? "never"
               : advice == WSCLOSE_ADVICE_UNKNOWN ? "?"
                                                  : "again");
        between = ", ";
        if (!wsclose_reference(code, 0) || !wsclose_reconnect_source(code) ||
            !strcmp(wsclose_meaning(code, "ja"), wsclose_meaning(code, "en")) ||
            !strcmp(wsclose_description(code, "ja"),
                    wsclose_description(code, "en")) ||
            !strcmp(wsclose_description(code, "en"),
                    wsclose_meaning(code, "en")))
            printf("(not whole)");
    }
    return 0;
}
