/* SPDX-License-Identifier: MIT */
#include "hex.h"

#include <string.h>

static int digit_value(char c) {
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *at = c ? strchr(digits, c) : NULL;
    return at ? (int)((at - digits) % 16) : -1;
}

/* Blanks, and what programs and people put between bytes: 03:e9, 03-E9,
   0x03,0xe9, \x03\xe9. */
static const char *skip_separators(const char *at) {
    for (;;) {
        at += strspn(at, " \t\n:,-");
        bool is_prefix =
            (at[0] == '0' || at[0] == '\\') && (at[1] == 'x' || at[1] == 'X');
        if (!is_prefix)
            return at;
        at += 2;
    }
}

bool hex_read(const char *text, unsigned char *bytes, size_t *len) {
    *len = 0;
    for (const char *at = skip_separators(text); *at;
         at = skip_separators(at + 2)) {
        int high = digit_value(at[0]);
        int low = high < 0 ? -1 : digit_value(at[1]);
        if (low < 0)
            return false;
        bytes[(*len)++] = (unsigned char)(high << 4 | low);
    }
    return true;
}

void hex_write(const unsigned char *bytes, size_t len, char *text) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < len; i++) {
        *text++ = digits[bytes[i] >> 4];
        *text++ = digits[bytes[i] & 15];
    }
    *text = '\0';
}
