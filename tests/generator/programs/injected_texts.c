/* SPDX-License-Identifier: MIT */
/* Prints of each code its text from every place, and its name in the list. */
#include <stdio.h>

#include <wsclose.h>

#define CASE(code, symbol, name)                                               \
    case WSCLOSE_##symbol:                                                     \
        return name;

static const char *name_of(unsigned code) {
    switch ((enum wsclose_code)code) { WSCLOSE_CODES(CASE) }
    return "none";
}

int main(void) {
    for (unsigned i = 0; i < WSCLOSE_CODES_COUNT; i++) {
        unsigned code = 3000 + i;
        printf("%u\n%s\n", code, name_of(code));
        puts(wsclose_registered_text(code));
        puts(wsclose_contact(code));
        puts(wsclose_reference(code, 0));
        puts(wsclose_reference(code, 1));
        if (wsclose_reference(code, 2))
            puts("one too many");
    }
    return 0;
}
