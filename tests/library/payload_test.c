/* SPDX-License-Identifier: MIT */
/* Close payloads taken apart, built and cut to size. Every buffer is as long as
   what is in it, so that a sanitizer sees one byte too far. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

#include "support/registry.h"

#define STRICT WSCLOSE_RULE_STRICT
#define LENIENT WSCLOSE_RULE_LENIENT

enum { OK, LONG = -1, SHORT = -2, CODE = -3, UTF8 = -4, NO_CODE = -5 };

/* Reasons made of one character again and again. */
static const struct unit {
    const char *bytes;
    size_t size;
} units[] = {
    {"a", 1}, {"\0", 1}, {"\u00e9", 2}, {"\u9589", 3}, {"\U0001F44B", 4},
};

enum { UNITS = sizeof units / sizeof *units };

/* Where several errors apply, the first in this order is told. */
static const struct broken {
    unsigned code;
    size_t len; /* of the payload */
    bool bad_utf8;
    int error;
    unsigned answer;
} broken[] = {
    {1006, 126, true, LONG, 1002},   {1006, 126, false, LONG, 1002},
    {1000, 126, true, LONG, 1002},   {1000, 126, false, LONG, 1002},
    {1006, 1, false, SHORT, 1002},   {1000, 1, false, SHORT, 1002},
    {1006, 125, true, CODE, 1002},   {1006, 3, true, CODE, 1002},
    {1006, 2, false, CODE, 1002},    {1000, 125, true, UTF8, 1007},
    {1000, 3, true, UTF8, 1007},     {1000, 125, false, OK, 1000},
    {1006, 70000, true, LONG, 1002},
};

/* What cannot be built; the first that applies is told. */
static const struct refused {
    unsigned code;
    size_t len; /* of the reason */
    bool bad_utf8;
    int error;
} refused[] = {
    {0, 1, false, NO_CODE},    {0, 1, true, NO_CODE},
    {0, 123, false, NO_CODE},  {0, 124, true, NO_CODE},
    {1006, 0, false, CODE},    {1006, 124, true, CODE},
    {1006, 1, true, CODE},     {66536, 1, false, CODE},
    {1000, 124, true, LONG},   {1000, 124, false, LONG},
    {1000, 70000, true, LONG}, {1000, 123, true, UTF8},
    {1000, 1, true, UTF8},     {4999, 9, true, UTF8},
};

static bool is_sent(unsigned code) {
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) ||
           (code >= 3000 && code <= 4999);
}

static bool is_received(unsigned code, enum wsclose_rule rule) {
    return is_sent(code) || (rule == LENIENT &&
                             (code == 1004 || (code >= 1016 && code <= 2999)));
}

/* Of a valid frame its own code, if that may be sent; an empty one else. */
static unsigned answer_to(unsigned code, int error) {
    if (error == OK)
        return is_sent(code) ? code : 0;
    return error == UTF8 ? 1007 : 1002;
}

static char *new_bytes(size_t len) {
    char *ret = malloc(len ? len : 1);
    assert_non_null(ret);
    return ret;
}

static void fill(char *ret, size_t len, const struct unit *unit) {
    for (size_t i = 0; i < len; i++)
        ret[i] = unit->bytes[i % unit->size];
}

/* A reason of len bytes, the last of which may be wrong. */
static char *new_reason(size_t len, bool bad_utf8) {
    char *ret = new_bytes(len);
    memset(ret, 'r', len);
    if (bad_utf8 && len)
        ret[len - 1] = (char)0xFF;
    return ret;
}

/* A payload of len bytes: as much of the code and the reason as it holds. */
static char *new_payload(unsigned code, size_t len, bool bad_utf8) {
    char *ret = new_reason(len, bad_utf8);
    if (len > 0)
        ret[0] = (char)(code >> 8);
    if (len > 1)
        ret[1] = (char)code;
    return ret;
}

static struct wsclose_frame parse(const void *payload, size_t len,
                                  enum wsclose_rule rule) {
    struct wsclose_frame frame;
    memset(&frame, 0xA5, sizeof frame);
    enum wsclose_error error = wsclose_parse(payload, len, rule, &frame);
    assert_int_equal(frame.error, error);
    return frame;
}

/* What a frame must be, given what is in the payload. */
static void check_frame(const struct wsclose_frame *frame, const char *payload,
                        size_t len, unsigned code, int error) {
    size_t reason_len = len < 2 ? 0 : len > 125 ? 123 : len - 2;
    if (frame->error != error || frame->answer != answer_to(code, error))
        fail_msg("%u, %zu bytes: error %d, answer %u", code, len, frame->error,
                 frame->answer);
    if (frame->code != code || frame->reason_len != reason_len)
        fail_msg("%u, %zu bytes: code %u, reason of %zu", code, len,
                 frame->code, frame->reason_len);
    assert_non_null(frame->reason);
    if (reason_len)
        assert_ptr_equal(frame->reason, payload + 2);
    unsigned char answer[WSCLOSE_PAYLOAD_MAX];
    assert_true(wsclose_build(answer, frame->answer, NULL, 0) >= 0);
}

static unsigned code_in(size_t len, unsigned code) {
    return len == 0 ? 1005 : len == 1 ? 0 : code;
}

static void check_length(size_t len, unsigned code, bool bad_utf8) {
    char *payload = new_payload(code, len, bad_utf8);
    for (enum wsclose_rule rule = STRICT; rule <= LENIENT; rule++) {
        int error = len > 125                         ? LONG
                    : len == 1                        ? SHORT
                    : len && !is_received(code, rule) ? CODE
                    : bad_utf8 && len > 2             ? UTF8
                                                      : OK;
        struct wsclose_frame frame = parse(payload, len, rule);
        check_frame(&frame, payload, len, code_in(len, code), error);
    }
    free(payload);
}

static void every_length_parses(void **state) {
    (void)state;
    static const unsigned codes[] = {0,    999,  1000, 1004, 1005, 1006,
                                     1015, 1016, 4999, 5000, 65535};
    for (size_t len = 0; len <= 130; len++)
        for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
            check_length(len, codes[i], false);
            check_length(len, codes[i], len > 2);
        }
}

static void every_code_parses(void **state) {
    (void)state;
    for (unsigned code = 0; code <= 0xFFFF; code++) {
        check_length(2, code, false);
        check_length(5, code, false);
        check_length(5, code, true);
    }
}

static void errors_have_an_order(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        const struct broken *row = &broken[i];
        char *payload = new_payload(row->code, row->len, row->bad_utf8);
        struct wsclose_frame frame = parse(payload, row->len, STRICT);
        check_frame(&frame, payload, row->len, code_in(row->len, row->code),
                    row->error);
        assert_int_equal(frame.answer, row->answer);
        free(payload);
    }
}

/* The same from a code and a reason: as parsed, but for codes that no payload
   has, which say how a library tells an empty frame or that none came. */
static void check_given(unsigned code, const char *reason, size_t len,
                        bool bad_utf8, enum wsclose_rule rule) {
    bool empty = code == 0 || code == 1005;
    int error = len > 123                  ? LONG
                : empty                    ? len ? NO_CODE : OK
                : code > 65535             ? CODE
                : !is_received(code, rule) ? CODE
                : bad_utf8 && len          ? UTF8
                                           : OK;
    struct wsclose_frame frame;
    memset(&frame, 0xA5, sizeof frame);
    enum wsclose_error told = wsclose_frame_of(code, reason, len, rule, &frame);
    if ((int)told != error || frame.error != told)
        fail_msg("%u, %zu bytes: error %d", code, len, (int)told);
    assert_int_equal(frame.code, empty ? 1005 : code);
    assert_int_equal(frame.reason_len, len > 123 ? 123 : len);
    assert_int_equal(frame.answer, answer_to(code, error));
    assert_non_null(frame.reason);
    if (len)
        assert_ptr_equal(frame.reason, reason);
}

static void check_given_code(unsigned code) {
    static const size_t lengths[] = {0, 1, 9, 123, 124, 200};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        for (int bad = 0; bad < 2; bad++)
            for (enum wsclose_rule rule = STRICT; rule <= LENIENT; rule++) {
                size_t len = lengths[i];
                char *reason = new_reason(len, bad);
                check_given(code, reason, len, bad, rule);
                free(reason);
            }
    check_given(code, NULL, 0, false, STRICT);
}

static void a_code_and_a_reason_make_a_frame(void **state) {
    (void)state;
    registry_sweep(check_given_code);
}

static void an_empty_payload_is_1005(void **state) {
    (void)state;
    for (enum wsclose_rule rule = STRICT; rule <= LENIENT; rule++) {
        struct wsclose_frame frame = parse(NULL, 0, rule);
        check_frame(&frame, NULL, 0, 1005, OK);
        assert_string_equal(frame.reason, "");
    }
}

static void a_byte_alone_is_truncated(void **state) {
    (void)state;
    for (unsigned byte = 0; byte <= 0xFF; byte++) {
        char *payload = new_bytes(1);
        payload[0] = (char)byte;
        struct wsclose_frame frame = parse(payload, 1, LENIENT);
        check_frame(&frame, payload, 1, 0, SHORT);
        assert_string_equal(frame.reason, "");
        free(payload);
    }
}

static void only_what_fits_is_looked_at(void **state) {
    (void)state;
    char *payload = new_payload(1000, 125, false);
    struct wsclose_frame frame = parse(payload, SIZE_MAX, STRICT);
    check_frame(&frame, payload, SIZE_MAX, 1000, LONG);
    free(payload);
}

/* A wrong byte at each place of a reason of each length. */
static void a_wrong_byte_is_found_anywhere(void **state) {
    (void)state;
    static const char wrong[] = {(char)0x80, (char)0xC3, (char)0xFF};
    for (size_t len = 3; len <= 125; len++) {
        char *payload = new_payload(3000, len, false);
        for (size_t at = 2; at < len; at++) {
            payload[at] = wrong[at % 3];
            assert_int_equal(parse(payload, len, STRICT).error, UTF8);
            assert_int_equal(wsclose_fit(payload + 2, len - 2), at - 2);
            payload[at] = 'r';
        }
        free(payload);
    }
}

static void payloads_need_no_alignment(void **state) {
    (void)state;
    for (size_t offset = 0; offset < 16; offset++)
        for (size_t len = 2; len <= 125; len += 3) {
            char *bytes = new_bytes(offset + len);
            unsigned char built[WSCLOSE_PAYLOAD_MAX + 16];
            char *payload = bytes + offset;
            fill(payload + 2, len - 2, &units[0]);
            payload[0] = 1001 >> 8;
            payload[1] = (char)(1001 & 0xFF);
            struct wsclose_frame frame = parse(payload, len, STRICT);
            check_frame(&frame, payload, len, 1001, OK);
            assert_int_equal(
                wsclose_build(built + offset, 1001, payload + 2, len - 2), len);
            assert_memory_equal(built + offset, payload, len);
            free(bytes);
        }
}

/* Builds into a buffer of 125 bytes, and parses a copy of what came. */
static void check_identity(unsigned code, const char *reason, size_t len,
                           unsigned char *built, char *copy) {
    int size = wsclose_build(built, code, reason, len);
    if (size != (int)len + 2)
        fail_msg("%u and %zu bytes: built %d", code, len, size);
    memcpy(copy, built, len + 2);
    struct wsclose_frame frame = parse(copy, len + 2, STRICT);
    check_frame(&frame, copy, len + 2, code, OK);
    if (memcmp(frame.reason, reason, len) != 0)
        fail_msg("%u and %zu bytes: another reason", code, len);
}

static void check_every_code(const struct unit *unit, size_t len) {
    char *reason = new_bytes(len), *copy = new_bytes(len + 2);
    unsigned char *built = (unsigned char *)new_bytes(WSCLOSE_PAYLOAD_MAX);
    fill(reason, len, unit);
    for (unsigned code = 1000; code <= 4999; code++)
        if (is_sent(code))
            check_identity(code, reason, len, built, copy);
    free(built);
    free(copy);
    free(reason);
}

static void what_is_built_parses_to_the_same(void **state) {
    (void)state;
    for (size_t i = 0; i < UNITS; i++)
        for (size_t len = 0; len <= 123; len += units[i].size)
            check_every_code(&units[i], len);
}

static void every_length_of_mixed_text(void **state) {
    (void)state;
    static const char text[] = "a\0\u9589\U0001F44B";
    for (size_t len = 0; len <= 123; len++) {
        unsigned char built[WSCLOSE_PAYLOAD_MAX];
        char *reason = new_bytes(len), *copy = new_bytes(len + 2);
        size_t pad = len % (sizeof text - 1);
        memset(reason, 'x', pad);
        for (size_t at = pad; at < len; at += sizeof text - 1)
            memcpy(reason + at, text, sizeof text - 1);
        check_identity(1008, reason, len, built, copy);
        free(copy);
        free(reason);
    }
}

static void an_empty_frame_is_built(void **state) {
    (void)state;
    unsigned char built[WSCLOSE_PAYLOAD_MAX], before[WSCLOSE_PAYLOAD_MAX];
    memset(built, 0xA5, sizeof built);
    memcpy(before, built, sizeof built);
    assert_int_equal(wsclose_build(built, 0, NULL, 0), 0);
    assert_int_equal(wsclose_build(built, 0, "", 0), 0);
    assert_memory_equal(built, before, sizeof built);
}

static void a_code_alone_is_built(void **state) {
    (void)state;
    unsigned char built[WSCLOSE_PAYLOAD_MAX];
    assert_int_equal(wsclose_build(built, 1001, NULL, 0), 2);
    assert_memory_equal(built, "\x03\xE9", 2);
    assert_int_equal(wsclose_build(built, 4999, "", 0), 2);
    assert_memory_equal(built, "\x13\x87", 2);
}

/* Builds nothing, tells error, and leaves ret alone. */
static void check_refused(unsigned code, const char *reason, size_t len,
                          int error) {
    unsigned char built[WSCLOSE_PAYLOAD_MAX], before[WSCLOSE_PAYLOAD_MAX];
    memset(built, 0xA5, sizeof built);
    memcpy(before, built, sizeof built);
    int result = wsclose_build(built, code, reason, len);
    if (result != error)
        fail_msg("%u and %zu bytes: built %d", code, len, result);
    if (memcmp(built, before, sizeof built) != 0)
        fail_msg("%u and %zu bytes: refused, and written", code, len);
}

static void check_code_refused(unsigned code) {
    if (code && !is_sent(code))
        check_refused(code, "why", 3, CODE);
}

static void no_other_code_is_built(void **state) {
    (void)state;
    registry_sweep(check_code_refused);
}

static void refusals_have_an_order(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        const struct refused *row = &refused[i];
        char *reason = new_reason(row->len, row->bad_utf8);
        check_refused(row->code, reason, row->len, row->error);
        free(reason);
    }
}

static void long_reasons_are_not_read(void **state) {
    (void)state;
    for (size_t len = 124; len <= 300; len++)
        check_refused(1000, "", len, LONG);
    check_refused(1000, "", SIZE_MAX, LONG);
    check_refused(0, "", SIZE_MAX, NO_CODE);
}

/* Cuts at every byte of text made of one character, to over twice the room. */
static void fit_keeps_whole_characters(void **state) {
    (void)state;
    for (size_t i = 0; i < UNITS; i++)
        for (size_t len = 0; len <= 250; len++) {
            size_t room = len < 123 ? len : 123;
            char *reason = new_bytes(len);
            fill(reason, len, &units[i]);
            size_t fit = wsclose_fit(reason, len);
            if (fit != room - room % units[i].size)
                fail_msg("%zu of %zu bytes of unit %zu", fit, len, i);
            free(reason);
        }
}

/* The end of the room at each place of a character. */
static void fit_cuts_before_the_character(void **state) {
    (void)state;
    for (size_t i = 0; i < UNITS; i++)
        for (size_t before = 100; before <= 130; before++) {
            size_t len = before + units[i].size;
            char *reason = new_bytes(len);
            memset(reason, 'x', before);
            fill(reason + before, units[i].size, &units[i]);
            size_t expected = len <= 123 ? len : before < 123 ? before : 123;
            assert_int_equal(wsclose_fit(reason, len), expected);
            free(reason);
        }
}

static void fit_stops_at_a_wrong_byte(void **state) {
    (void)state;
    for (size_t len = 1; len <= 200; len++) {
        char *reason = new_bytes(len);
        memset(reason, 'x', len);
        for (size_t at = 0; at < len; at++) {
            reason[at] = (char)0xC0;
            assert_int_equal(wsclose_fit(reason, len), at < 123 ? at : 123);
            reason[at] = 'x';
        }
        free(reason);
    }
}

static void fit_takes_nothing(void **state) {
    (void)state;
    assert_int_equal(wsclose_fit(NULL, 0), 0);
    assert_int_equal(wsclose_fit("", 0), 0);
}

/* What fits can always be built. */
static void what_fits_is_built(void **state) {
    (void)state;
    for (size_t i = 0; i < UNITS; i++)
        for (size_t len = 0; len <= 200; len++) {
            unsigned char built[WSCLOSE_PAYLOAD_MAX];
            char *reason = new_bytes(len);
            fill(reason, len, &units[i]);
            size_t fit = wsclose_fit(reason, len);
            assert_int_equal(wsclose_build(built, 1000, reason, fit), fit + 2);
            free(reason);
        }
}

static void enumerators_stay(void **state) {
    (void)state;
    assert_int_equal(WSCLOSE_ERROR_NONE, OK);
    assert_int_equal(WSCLOSE_ERROR_TOO_LONG, LONG);
    assert_int_equal(WSCLOSE_ERROR_TRUNCATED, SHORT);
    assert_int_equal(WSCLOSE_ERROR_BAD_CODE, CODE);
    assert_int_equal(WSCLOSE_ERROR_BAD_UTF8, UTF8);
    assert_int_equal(WSCLOSE_ERROR_NO_CODE, NO_CODE);
    assert_int_equal(WSCLOSE_PAYLOAD_MAX, 125);
    assert_int_equal(WSCLOSE_REASON_MAX, 123);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_length_parses),
        cmocka_unit_test(every_code_parses),
        cmocka_unit_test(errors_have_an_order),
        cmocka_unit_test(a_code_and_a_reason_make_a_frame),
        cmocka_unit_test(an_empty_payload_is_1005),
        cmocka_unit_test(a_byte_alone_is_truncated),
        cmocka_unit_test(only_what_fits_is_looked_at),
        cmocka_unit_test(a_wrong_byte_is_found_anywhere),
        cmocka_unit_test(payloads_need_no_alignment),
        cmocka_unit_test(what_is_built_parses_to_the_same),
        cmocka_unit_test(every_length_of_mixed_text),
        cmocka_unit_test(an_empty_frame_is_built),
        cmocka_unit_test(a_code_alone_is_built),
        cmocka_unit_test(no_other_code_is_built),
        cmocka_unit_test(refusals_have_an_order),
        cmocka_unit_test(long_reasons_are_not_read),
        cmocka_unit_test(fit_keeps_whole_characters),
        cmocka_unit_test(fit_cuts_before_the_character),
        cmocka_unit_test(fit_stops_at_a_wrong_byte),
        cmocka_unit_test(fit_takes_nothing),
        cmocka_unit_test(what_fits_is_built),
        cmocka_unit_test(enumerators_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
