#include "utf8.h"

#include <stdbool.h>
#include <stdint.h>

static bool is_tail(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

size_t wsclose_utf8_decode(const unsigned char *text, size_t len,
                           unsigned *ret) {
    unsigned char first = text[0];
    if (first < 0x80) {
        *ret = first;
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        if (len < 2 || !is_tail(text[1]))
            return 0;
        *ret = (first & 0x1Fu) << 6 | (text[1] & 0x3Fu);
        return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        if (len < 3 || !is_tail(text[1]) || !is_tail(text[2]))
            return 0;
        unsigned c =
            (first & 0x0Fu) << 12 | (text[1] & 0x3Fu) << 6 | (text[2] & 0x3Fu);
        *ret = c;
        return c < 0x800 || (c >= 0xD800 && c <= 0xDFFF) ? 0 : 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (len < 4 || !is_tail(text[1]) || !is_tail(text[2]) ||
            !is_tail(text[3]))
            return 0;
        unsigned c = (first & 0x07u) << 18 | (text[1] & 0x3Fu) << 12 |
                     (text[2] & 0x3Fu) << 6 | (text[3] & 0x3Fu);
        *ret = c;
        return c < 0x10000 || c > 0x10FFFF ? 0 : 4;
    }
    return 0;
}

/* 8 bytes as one number: compilers make it one load. */
static uint64_t word_at(const unsigned char *text) {
    return text[0] | (uint64_t)text[1] << 8 | (uint64_t)text[2] << 16 |
           (uint64_t)text[3] << 24 | (uint64_t)text[4] << 32 |
           (uint64_t)text[5] << 40 | (uint64_t)text[6] << 48 |
           (uint64_t)text[7] << 56;
}

/* The length of the run of ASCII that text begins with, by whole words: what is
   left is the decoder's. */
static size_t ascii_words(const unsigned char *text, size_t len) {
    size_t at = 0;
    while (len - at >= sizeof(uint64_t) &&
           !(word_at(text + at) & UINT64_C(0x8080808080808080)))
        at += sizeof(uint64_t);
    return at;
}

size_t wsclose_utf8_prefix(const unsigned char *text, size_t len) {
    size_t at = 0;
    while (at < len) {
        at += ascii_words(text + at, len - at);
        if (at == len)
            break;
        unsigned c;
        size_t size = wsclose_utf8_decode(text + at, len - at, &c);
        if (!size)
            break;
        at += size;
    }
    return at;
}
