/* SPDX-License-Identifier: MIT */
#include "hex.h"

#include <string.h>

int hex_digit(char c) {
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *at = c ? strchr(digits, c) : NULL;
    return at ? (int)((at - digits) % 16) : -1;
}

/* Blanks, and what programs and people put between bytes: 03:e9, 03-E9,
   0x03,0xe9, \x03\xe9. */
static const char blanks[] = " \t\n", separators[] = " \t\n:,-";

static const char *skip_prefix(const char *at) {
    bool is_prefix =
        (at[0] == '0' || at[0] == '\\') && (at[1] == 'x' || at[1] == 'X');
    return at + (is_prefix ? 2 : 0);
}

bool hex_read(const char *text, unsigned char *bytes, size_t *len) {
    *len = 0;
    for (const char *at = text; *(at += strspn(at, separators)); at += 2) {
        at = skip_prefix(at);
        int high = hex_digit(at[0]);
        int low = high < 0 ? -1 : hex_digit(at[1]);
        if (low < 0)
            return false;
        bytes[(*len)++] = (unsigned char)(high << 4 | low);
    }
    return *len || !text[strspn(text, blanks)];
}

void hex_write(const unsigned char *bytes, size_t len, char *text) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < len; i++) {
        *text++ = digits[bytes[i] >> 4];
        *text++ = digits[bytes[i] & 15];
    }
    *text = '\0';
}
