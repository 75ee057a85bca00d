/* SPDX-License-Identifier: MIT */
/* Prints what each code's text should come back as, seven times. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

static const char *const names[] = {
#define X(code, symbol, name) name,
    WSCLOSE_CODES(X)};

int main(void) {
    for (unsigned i = 0; i < WSCLOSE_CODES_COUNT; i++) {
        unsigned code = 3000 + i;
        printf("%u\n%s\n%s\n", code, names[i], wsclose_name(code));
        puts(wsclose_registered_text(code));
        puts(wsclose_meaning(code, "ja"));
        puts(wsclose_contact(code));
        puts(wsclose_reference(code, 0));
        puts(wsclose_reference(code, 1));
        if (wsclose_reference(code, 2) ||
            wsclose_from_name(names[i], strlen(names[i])) != (int)code)
            puts("not found");
    }
    return 0;
}
