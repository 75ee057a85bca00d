/* SPDX-License-Identifier: MIT */
/* Prints the codes whose texts in the marked language have no mark. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

static int has_mark(const char *text) {
    return strncmp(text, "\302\247", 2) == 0;
}

int main(void) {
    unsigned code = 0;
    printf("%s\n", wsclose_language("qaa-JP"));
    do
        if (!has_mark(wsclose_meaning(code, "qaa")) ||
            !has_mark(wsclose_description(code, "qaa")))
            printf("%u %s\n", code, wsclose_meaning(code, "qaa"));
    while ((code = wsclose_next(code)));
    return 0;
}
