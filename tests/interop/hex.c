/* SPDX-License-Identifier: MIT */
#include "hex.h"

#include <string.h>

static const char digits_of[] = "0123456789abcdef";

static int value(char digit) {
    const char *at = digit ? strchr(digits_of, digit | 0x20) : NULL;
    return at ? (int)(at - digits_of) : -1;
}

int hex_read(unsigned char *bytes, size_t room, const char *digits) {
    size_t len = strlen(digits);
    if (len % 2 || len / 2 > room)
        return -1;
    for (size_t i = 0; i < len; i += 2) {
        int high = value(digits[i]), low = value(digits[i + 1]);
        if (high < 0 || low < 0)
            return -1;
        bytes[i / 2] = (unsigned char)(high << 4 | low);
    }
    return (int)(len / 2);
}

void hex_write(char *digits, const unsigned char *bytes, size_t len) {
    for (size_t i = 0; i < len; i++) {
        *digits++ = digits_of[bytes[i] >> 4];
        *digits++ = digits_of[bytes[i] & 15];
    }
    *digits = '\0';
}
