/* SPDX-License-Identifier: MIT */
#include "shared/utf8.h"

#include <stdint.h>

/* The bytes of a character as one number: all their fixed bits are compared at
   once, and then the number with the first and the last that are no shorter
   character's and no surrogate's. */
static uint32_t number(const unsigned char *text, size_t size) {
    uint32_t ret = 0;
    for (size_t i = 0; i < size; i++)
        ret = ret << 8 | text[i];
    return ret;
}

static bool is_one(const unsigned char *text) {
    return text[0] < 0x80;
}

static bool is_two(const unsigned char *text, size_t len) {
    if (len < 2)
        return false;
    uint32_t c = number(text, 2);
    return (c & 0xE0C0) == 0xC080 && c >= 0xC280;
}

static bool is_three(const unsigned char *text, size_t len) {
    if (len < 3)
        return false;
    uint32_t c = number(text, 3);
    return (c & 0xF0C0C0) == 0xE08080 && c >= 0xE0A080 &&
           (c & 0xFFE000) != 0xEDA000;
}

static bool is_four(const unsigned char *text, size_t len) {
    if (len < 4)
        return false;
    uint32_t c = number(text, 4);
    return (c & 0xF8C0C0C0) == 0xF0808080 && c >= 0xF0908080 && c <= 0xF48FBFBF;
}

size_t wsclose_utf8_decode(const unsigned char *text, size_t len,
                           unsigned *ret) {
    size_t size = is_one(text)          ? 1
                  : is_two(text, len)   ? 2
                  : is_three(text, len) ? 3
                  : is_four(text, len)  ? 4
                                        : 0;
    if (size) {
        unsigned c = size > 1 ? text[0] & 0x7Fu >> size : text[0];
        for (size_t i = 1; i < size; i++)
            c = c << 6 | (text[i] & 0x3Fu);
        *ret = c;
    }
    return size;
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

/* Three bytes are tried before two: whole texts are written in such characters,
   while those of two stand among ASCII. */
size_t wsclose_utf8_prefix(const unsigned char *text, size_t len) {
    size_t at = ascii_words(text, len);
    while (at < len) {
        const unsigned char *next = text + at;
        size_t left = len - at;
        if (is_one(next))
            at += 1;
        else if (is_three(next, left))
            at += 3;
        else if (is_two(next, left))
            at += 2;
        else if (is_four(next, left))
            at += 4;
        else
            break;
    }
    return at;
}

bool wsclose_is_utf8(const unsigned char *text, size_t len) {
    return wsclose_utf8_prefix(text, len) == len;
}
