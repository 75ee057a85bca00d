/* SPDX-License-Identifier: MIT */
#include "hint.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "payload.h"
#include "words.h"

enum { KEY = 4, DIGITS = 4, CODE = 2 };

struct subject {
    const struct registry *registry;
    const char *text; /* as it was written */
    const unsigned char *bytes;
    size_t len;
    enum wsclose_error error;
};

static bool is_in_the_registry(const struct subject *s, unsigned code) {
    enum wsclose_registration_status status =
        registry_row(s->registry, code)->status;
    return status != WSCLOSE_STATUS_UNUSED && status != WSCLOSE_STATUS_INVALID;
}

/* Four decimal digits that are a code, or 0. */
static unsigned code_in_digits(const struct subject *s, const char *text) {
    unsigned code = 0;
    for (size_t i = 0; i < DIGITS; i++) {
        if (text[i] < '0' || text[i] > '9')
            return 0;
        code = code * 10 + (unsigned)(text[i] - '0');
    }
    return is_in_the_registry(s, code) ? code : 0;
}

/* Each of these returns the code that was meant, or 1 where none has to be
   named; 0: it is another case. */

static unsigned is_a_code_in_digits(const struct subject *s) {
    return s->error == WSCLOSE_ERROR_NONE && strlen(s->text) == DIGITS
               ? code_in_digits(s, s->text)
               : 0;
}

static unsigned is_one_byte(const struct subject *s) {
    return s->error == WSCLOSE_ERROR_TRUNCATED;
}

static unsigned is_too_long(const struct subject *s) {
    return s->error == WSCLOSE_ERROR_TOO_LONG;
}

static unsigned has_the_code_as_text(const struct subject *s) {
    return s->error == WSCLOSE_ERROR_BAD_CODE && s->len >= DIGITS
               ? code_in_digits(s, (const char *)s->bytes)
               : 0;
}

/* What stands in the place of the code, if the code is what is wrong. */
static unsigned bad_code(const struct subject *s) {
    return s->error == WSCLOSE_ERROR_BAD_CODE
               ? (unsigned)s->bytes[0] << 8 | s->bytes[1]
               : 0;
}

static unsigned has_the_code_swapped(const struct subject *s) {
    unsigned code = bad_code(s), swapped = (code & 0xFF) << 8 | code >> 8;
    return registry_row(s->registry, swapped)->is_strict ? swapped : 0;
}

static unsigned is_text_alone(const struct subject *s) {
    if (s->error != WSCLOSE_ERROR_BAD_CODE || s->len == CODE ||
        wsclose_fit((const char *)s->bytes, s->len) != s->len)
        return 0;
    for (size_t i = 0; i < s->len; i++)
        if (s->bytes[i] < 0x20)
            return 0;
    return 1;
}

static unsigned has_its_masking_key(const struct subject *s) {
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    struct wsclose_frame frame;
    if (s->error != WSCLOSE_ERROR_BAD_CODE || s->len < KEY + CODE ||
        s->len > KEY + sizeof payload)
        return 0;
    for (size_t i = KEY; i < s->len; i++)
        payload[i - KEY] = s->bytes[i] ^ s->bytes[i % KEY];
    return payload_parse(s->registry, payload, s->len - KEY,
                         WSCLOSE_RULE_STRICT, &frame)
               ? 0
               : frame.code;
}

static unsigned is_local_only(const struct subject *s) {
    unsigned code = bad_code(s);
    return registry_row(s->registry, code)->is_local_only ? code : 0;
}

static unsigned is_above_all_codes(const struct subject *s) {
    return registry_row(s->registry, bad_code(s))->status ==
           WSCLOSE_STATUS_INVALID;
}

static unsigned has_the_code_twice(const struct subject *s) {
    return s->error == WSCLOSE_ERROR_BAD_UTF8 && s->len >= CODE + CODE &&
                   memcmp(s->bytes, s->bytes + CODE, CODE) == 0
               ? (unsigned)s->bytes[0] << 8 | s->bytes[1]
               : 0;
}

/* Is only the last character not whole? */
static unsigned is_cut(const struct subject *s) {
    if (s->error != WSCLOSE_ERROR_BAD_UTF8)
        return 0;
    const unsigned char *reason = s->bytes + CODE;
    size_t len = s->len - CODE, whole = wsclose_fit((const char *)reason, len);
    unsigned char first = reason[whole];
    size_t wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    return first >= 0xC2 && first <= 0xF4 && len - whole < wanted;
}

static const struct {
    unsigned (*applies)(const struct subject *);
    enum word word;
} hints[] = {
    {is_a_code_in_digits, WORD_HINT_CODE},
    {is_one_byte, WORD_HINT_ONE_BYTE},
    {is_too_long, WORD_HINT_TOO_LONG},
    {has_the_code_as_text, WORD_HINT_DIGITS},
    {has_the_code_swapped, WORD_HINT_SWAPPED},
    {is_text_alone, WORD_HINT_TEXT},
    {has_its_masking_key, WORD_HINT_MASKED},
    {is_local_only, WORD_HINT_LOCAL},
    {is_above_all_codes, WORD_HINT_TOO_HIGH},
    {has_the_code_twice, WORD_HINT_TWICE},
    {is_cut, WORD_HINT_CUT},
};

static char *decimal(char text[static 24], unsigned long long number) {
    snprintf(text, 24, "%llu", number);
    return text;
}

static char *tell(enum word word, unsigned code, const struct subject *s) {
    char number[24], read[24], excess[24], bytes[5];
    snprintf(bytes, sizeof bytes, "%02x%02x", code >> 8 & 0xFF, code & 0xFF);
    unsigned as_read =
        s->len < CODE ? 0 : (unsigned)s->bytes[0] << 8 | s->bytes[1];
    const struct value values[] = {
        {"code", decimal(number, code)},
        {"bytes", bytes},
        {"read", decimal(read, as_read)},
        {"excess", decimal(excess, s->len - WSCLOSE_PAYLOAD_MAX)},
        {0}};
    return word_format(word, values);
}

char *hint_payload(const struct registry *registry, const char *text,
                   const unsigned char *bytes, size_t len,
                   enum wsclose_error error) {
    const struct subject subject = {registry, text, bytes, len, error};
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        unsigned code = hints[i].applies(&subject);
        if (code)
            return tell(hints[i].word, code, &subject);
    }
    return NULL;
}

static char *tell_length(const struct header *header) {
    char announced[24], present[24];
    const struct value values[] = {
        {"announced", decimal(announced, header->announced)},
        {"present", decimal(present, header->present)},
        {0}};
    return word_format(WORD_HINT_LENGTH, values);
}

static char *tell_first_byte(const struct header *header) {
    char reserved[] = {header->reserved & 4 ? '1' : '0',
                       header->reserved & 2 ? '1' : '0',
                       header->reserved & 1 ? '1' : '0', '\0'};
    char opcode[24];
    const struct value values[] = {{"fin", header->fin ? "1" : "0"},
                                   {"reserved", reserved},
                                   {"opcode", decimal(opcode, header->opcode)},
                                   {0}};
    return word_format(WORD_HINT_FIRST_BYTE, values);
}

char *hint_header(const struct header *header) {
    const char *error = header_error(header);
    if (!error)
        return NULL;
    if (strcmp(error, "length-not-minimal") == 0)
        return word_format(WORD_HINT_NOT_MINIMAL, (struct value[]){{0}});
    if (strcmp(error, "wrong-length") != 0)
        return tell_first_byte(header);
    return header->is_whole
               ? tell_length(header)
               : word_format(WORD_HINT_HEADER_CUT, (struct value[]){{0}});
}
