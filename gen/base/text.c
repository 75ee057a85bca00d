/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <string.h>

#include "shared/active.h"
#include "shared/utf8.h"

static size_t decode(const char *text, size_t len, unsigned *ret) {
    return wsclose_utf8_decode((const unsigned char *)text, len, ret);
}

size_t text_invalid_at(const char *text, size_t len) {
    return wsclose_utf8_prefix((const unsigned char *)text, len);
}

const char *text_refusal(const char *text) {
    size_t len = strlen(text);
    if (len > TEXT_MAX_BYTES)
        return "is over 4,000 bytes long";
    for (size_t at = 0, size = 1; at < len; at += size, size = 1) {
        unsigned c = (unsigned char)text[at];
        if (c >= ' ' && c <= '~')
            continue;
        size = decode(text + at, len - at, &c);
        if (!size)
            return "is not valid UTF-8";
        if (wsclose_is_control(c))
            return "has a control character";
        if (wsclose_is_bidirectional_control(c))
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
        unsigned c;
        size = decode(text + at, len - at, &c);
        if (!size || wsclose_is_control(c) ||
            wsclose_is_bidirectional_control(c)) {
            *end++ = '?';
            size = size ? size : 1;
        } else {
            memmove(end, text + at, size);
            end += size;
        }
    }
    *end = '\0';
}

const char *text_number(size_t number, char ret[TEXT_NUMBER_SIZE]) {
    char *at = ret + TEXT_NUMBER_SIZE - 1;
    *at = '\0';
    do
        *--at = (char)('0' + number % 10);
    while (number /= 10);
    return at;
}

static char hyphen(char c) {
    if (c == '_')
        return '-';
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

const char *text_hyphens(const char *identifier, char ret[TEXT_ID_MAX + 1]) {
    size_t i = 0;
    for (; i < TEXT_ID_MAX && identifier[i]; i++)
        ret[i] = hyphen(identifier[i]);
    ret[i] = '\0';
    return ret;
}

bool text_is_id_of(const char *id, const char *identifier) {
    while (*id && *id == hyphen(*identifier))
        id++, identifier++;
    return *id == hyphen(*identifier);
}

const char *text_identifier(const char *tag, char ret[TEXT_TAG_MAX + 1]) {
    size_t i = 0;
    for (; i < TEXT_TAG_MAX && tag[i]; i++) {
        char c = tag[i];
        ret[i] = c == '-'               ? '_'
                 : c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A')
                                        : c;
    }
    ret[i] = '\0';
    return ret;
}
