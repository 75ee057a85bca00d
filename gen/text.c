#include "text.h"

#include <stdbool.h>
#include <string.h>

size_t text_decode(const char *text, size_t len, unsigned long *ret) {
    const unsigned char *byte = (const unsigned char *)text;
    static const unsigned long smallest[] = {0, 0, 0x80, 0x800, 0x10000};

    if (!len)
        return 0;
    size_t size = byte[0] < 0x80             ? 1
                  : (byte[0] & 0xE0) == 0xC0 ? 2
                  : (byte[0] & 0xF0) == 0xE0 ? 3
                  : (byte[0] & 0xF8) == 0xF0 ? 4
                                             : 0;
    if (!size || size > len)
        return 0;
    unsigned long c = size == 1 ? byte[0] : byte[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((byte[i] & 0xC0) != 0x80)
            return 0;
        c = c << 6 | (byte[i] & 0x3F);
    }
    if (c < smallest[size] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return 0;
    *ret = c;
    return size;
}

size_t text_invalid_at(const char *text, size_t len) {
    size_t at = 0;
    while (at < len) {
        unsigned long c;
        size_t size = text_decode(text + at, len - at, &c);
        if (!size)
            break;
        at += size;
    }
    return at;
}

/* Cc, and the line and paragraph separators, which some readers of source
   code take for a line's end. */
static bool is_control(unsigned long c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

/* Unicode's Bidi_Control property. */
static bool is_bidirectional_control(unsigned long c) {
    return c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

const char *text_refusal(const char *text) {
    size_t len = strlen(text);
    if (len > TEXT_MAX_BYTES)
        return "is over 4,000 bytes long";
    for (size_t at = 0, size; at < len; at += size) {
        unsigned long c;
        size = text_decode(text + at, len - at, &c);
        if (!size)
            return "is not valid UTF-8";
        if (is_control(c))
            return "has a control character";
        if (is_bidirectional_control(c))
            return "has a bidirectional control character";
    }
    return NULL;
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void text_collapse(char *text) {
    char *end = text;
    for (const char *at = text; *at; at++) {
        if (!is_space(*at))
            *end++ = *at;
        else if (end > text && end[-1] != ' ')
            *end++ = ' ';
    }
    if (end > text && end[-1] == ' ')
        end--;
    *end = '\0';
}

void text_make_printable(char *text) {
    char *end = text;
    size_t len = strlen(text);
    for (size_t at = 0, size; at < len; at += size) {
        unsigned long c;
        size = text_decode(text + at, len - at, &c);
        if (!size || is_control(c) || is_bidirectional_control(c)) {
            *end++ = '?';
            size = size ? size : 1;
        } else {
            memmove(end, text + at, size);
            end += size;
        }
    }
    *end = '\0';
}
