/* SPDX-License-Identifier: MIT */
/* Strict UTF-8, through what parses and what cuts a reason: every sequence of
   one to three bytes, every boundary of those of four, every code point. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

struct bounds {
    unsigned char low, high;
};

#define TAIL {0x80, 0xBF}

/* The syntax of RFC 3629 section 4, line by line. */
static const struct form {
    size_t size;
    struct bounds bytes[4];
} forms[] = {
    {1, {{0x00, 0x7F}}},
    {2, {{0xC2, 0xDF}, TAIL}},
    {3, {{0xE0, 0xE0}, {0xA0, 0xBF}, TAIL}},
    {3, {{0xE1, 0xEC}, TAIL, TAIL}},
    {3, {{0xED, 0xED}, {0x80, 0x9F}, TAIL}},
    {3, {{0xEE, 0xEF}, TAIL, TAIL}},
    {4, {{0xF0, 0xF0}, {0x90, 0xBF}, TAIL, TAIL}},
    {4, {{0xF1, 0xF3}, TAIL, TAIL, TAIL}},
    {4, {{0xF4, 0xF4}, {0x80, 0x8F}, TAIL, TAIL}},
};

/* Bytes next to where a form begins or ends. */
static const unsigned char boundaries[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90,
                                           0x9F, 0xA0, 0xBF, 0xC0, 0xF4, 0xFF};

enum { BOUNDARIES = sizeof boundaries };

/* A Close payload of exactly its size, with code 1000. */
struct payload {
    unsigned char *bytes, *reason;
    size_t len; /* of the reason */
};

static bool has_form(const unsigned char *text, size_t len,
                     const struct form *form) {
    if (len < form->size)
        return false;
    for (size_t i = 0; i < form->size; i++)
        if (text[i] < form->bytes[i].low || text[i] > form->bytes[i].high)
            return false;
    return true;
}

static size_t character_size(const unsigned char *text, size_t len) {
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (has_form(text, len, &forms[i]))
            return forms[i].size;
    return 0;
}

static size_t prefix_size(const unsigned char *text, size_t len) {
    size_t at = 0;
    for (size_t size; (size = character_size(text + at, len - at)) != 0;)
        at += size;
    return at;
}

static struct payload payload_new(size_t len) {
    struct payload ret = {malloc(len + 2), NULL, len};
    assert_non_null(ret.bytes);
    ret.bytes[0] = 1000 >> 8;
    ret.bytes[1] = 1000 & 0xFF;
    ret.reason = ret.bytes + 2;
    return ret;
}

static void payload_free(struct payload *payload) {
    free(payload->bytes);
}

static void print_bytes(const unsigned char *bytes, size_t len) {
    for (size_t i = 0; i < len; i++)
        fprintf(stderr, " %02x", bytes[i]);
}

static void check(const struct payload *payload) {
    size_t len = payload->len;
    size_t expected = prefix_size(payload->reason, len);
    size_t fit = wsclose_fit((const char *)payload->reason, len);
    struct wsclose_frame frame;
    enum wsclose_error error =
        wsclose_parse(payload->bytes, len + 2, WSCLOSE_RULE_STRICT, &frame);
    enum wsclose_error right =
        expected == len ? WSCLOSE_ERROR_NONE : WSCLOSE_ERROR_BAD_UTF8;
    if (fit == expected && error == right)
        return;
    print_bytes(payload->reason, len);
    fail_msg(": fit %zu of %zu, parse %d", fit, expected, (int)error);
}

static void every_sequence_of_one_byte(void **state) {
    (void)state;
    struct payload payload = payload_new(1);
    for (unsigned i = 0; i < 1u << 8; i++) {
        payload.reason[0] = (unsigned char)i;
        check(&payload);
    }
    payload_free(&payload);
}

static void every_sequence_of_two_bytes(void **state) {
    (void)state;
    struct payload payload = payload_new(2);
    for (unsigned i = 0; i < 1u << 16; i++) {
        payload.reason[0] = (unsigned char)(i >> 8);
        payload.reason[1] = (unsigned char)i;
        check(&payload);
    }
    payload_free(&payload);
}

static void every_sequence_of_three_bytes(void **state) {
    (void)state;
    struct payload payload = payload_new(3);
    for (unsigned i = 0; i < 1u << 24; i++) {
        payload.reason[0] = (unsigned char)(i >> 16);
        payload.reason[1] = (unsigned char)(i >> 8);
        payload.reason[2] = (unsigned char)i;
        check(&payload);
    }
    payload_free(&payload);
}

static void check_ends(struct payload *payload) {
    for (size_t i = 0; i < BOUNDARIES; i++)
        for (size_t j = 0; j < BOUNDARIES; j++) {
            payload->reason[2] = boundaries[i];
            payload->reason[3] = boundaries[j];
            check(payload);
        }
}

/* From 0xC0 on: what begins with less was a sequence of three bytes. */
static void every_boundary_of_four_bytes(void **state) {
    (void)state;
    struct payload payload = payload_new(4);
    for (unsigned i = 0xC000; i < 1u << 16; i++) {
        payload.reason[0] = (unsigned char)(i >> 8);
        payload.reason[1] = (unsigned char)i;
        check_ends(&payload);
    }
    payload_free(&payload);
}

/* The bits of a number in the form of size bytes, as RFC 3629 section 3 lays
   them out, whether or not it is the number's own form. */
static void encode(unsigned value, size_t size, unsigned char *ret) {
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size; --i;) {
        ret[i] = (unsigned char)(0x80 | (value & 0x3F));
        value >>= 6;
    }
    ret[0] = (unsigned char)(first[size] | value);
}

static size_t own_size(unsigned value) {
    return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

static bool is_scalar(unsigned value) {
    return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
}

static void check_number(struct payload *payload, unsigned value) {
    size_t size = payload->len;
    bool right = size == own_size(value) && is_scalar(value);
    encode(value, size, payload->reason);
    size_t fit = wsclose_fit((const char *)payload->reason, size);
    if (fit != (right ? size : 0))
        fail_msg("U+%04X in %zu bytes: fit %zu", value, size, fit);
}

/* Every number that a form of 1 to 4 bytes holds: its own form, overlong ones,
   surrogates, and what is above U+10FFFF. */
static void every_number_in_every_form(void **state) {
    (void)state;
    static const unsigned ends[] = {0, 1 << 7, 1 << 11, 1 << 16, 1 << 21};
    for (size_t size = 1; size <= 4; size++) {
        struct payload payload = payload_new(size);
        for (unsigned value = 0; value < ends[size]; value++)
            check_number(&payload, value);
        payload_free(&payload);
    }
}

static void a_character_cut_short_is_none(void **state) {
    (void)state;
    static const unsigned values[] = {0x80,   0x7FF,   0x800,   0xD7FF,  0xE000,
                                      0xFFFF, 0x10000, 0x3FFFF, 0x10FFFF};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        for (size_t len = 1; len < own_size(values[i]); len++) {
            unsigned char whole[4];
            struct payload payload = payload_new(len);
            encode(values[i], own_size(values[i]), whole);
            memcpy(payload.reason, whole, len);
            check(&payload);
            assert_int_equal(wsclose_fit((char *)payload.reason, len), 0);
            payload_free(&payload);
        }
}

/* Every pair of bytes at each place of a text of ASCII, which is read by whole
   words. */
static void every_pair_between_ascii(void **state) {
    (void)state;
    enum { LEN = 19 };
    struct payload payload = payload_new(LEN);
    for (size_t at = 0; at + 2 <= LEN; at++) {
        memset(payload.reason, 'a', LEN);
        for (unsigned i = 0; i < 1u << 16; i++) {
            payload.reason[at] = (unsigned char)(i >> 8);
            payload.reason[at + 1] = (unsigned char)i;
            check(&payload);
        }
    }
    payload_free(&payload);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sequence_of_one_byte),
        cmocka_unit_test(every_sequence_of_two_bytes),
        cmocka_unit_test(every_sequence_of_three_bytes),
        cmocka_unit_test(every_boundary_of_four_bytes),
        cmocka_unit_test(every_number_in_every_form),
        cmocka_unit_test(a_character_cut_short_is_none),
        cmocka_unit_test(every_pair_between_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
