/* SPDX-License-Identifier: MIT */
/* A name of other letters, and each text that differs in one byte. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

static const char name[] = "\xC3\x80 \xC2\xBF";

int main(void) {
    size_t len = strlen(name);
    printf("%d\n", wsclose_from_name(name, len));
    for (size_t i = 0; i < len; i++)
        for (int byte = 0; byte < 256; byte++) {
            char text[sizeof name];
            memcpy(text, name, sizeof name);
            text[i] = (char)byte;
            if (name[i] != ' ' && text[i] != name[i] &&
                wsclose_from_name(text, len) != -1)
                printf("%zu may be %02X\n", i, (unsigned)byte);
        }
    return 0;
}
