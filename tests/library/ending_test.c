/* SPDX-License-Identifier: MIT */
/* How a connection ended, as a line for a log: every kind of each part, every
   combination of them, and the contract of snprintf(). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

/* What was received or sent, and how it reads on each side. */
static const struct side {
    bool any;
    struct wsclose_frame frame;
    const char *received, *sent;
} sides[] = {
    {false, {0}, "nothing received", "nothing sent"},
    {true,
     {1001, "bye", 3, WSCLOSE_ERROR_NONE, 1001},
     "received 1001 GOING_AWAY \"bye\"",
     "sent 1001 GOING_AWAY \"bye\""},
    {true,
     {4001, "", 0, WSCLOSE_ERROR_NONE, 4001},
     "received 4001 PRIVATE_USE",
     "sent 4001 PRIVATE_USE"},
    {true,
     {1005, "", 0, WSCLOSE_ERROR_NONE, 0},
     "received 1005 NO_STATUS_RECEIVED",
     "sent empty"},
    {true,
     {1005, "a\n", 2, WSCLOSE_ERROR_NO_CODE, 1002},
     "received 1005 NO_STATUS_RECEIVED \"a\\x0a\" (no-code)",
     "sent 1005 NO_STATUS_RECEIVED \"a\\x0a\" (no-code)"},
    {true,
     {1005, "", 0, WSCLOSE_ERROR_BAD_CODE, 1002},
     "received 1005 NO_STATUS_RECEIVED (bad-code)",
     "sent 1005 NO_STATUS_RECEIVED (bad-code)"},
    {true,
     {0, NULL, 0, WSCLOSE_ERROR_NONE, 0},
     "received 0 UNUSED",
     "sent unknown"},
    {true,
     {0, "", 0, WSCLOSE_ERROR_TRUNCATED, 1002},
     "received 0 UNUSED (truncated)",
     "sent 0 UNUSED (truncated)"},
    /* each differs from all zero in one place */
    {true,
     {7, NULL, 0, WSCLOSE_ERROR_NONE, 0},
     "received 7 UNUSED",
     "sent 7 UNUSED"},
    {true,
     {0, "", 0, WSCLOSE_ERROR_NONE, 0},
     "received 0 UNUSED",
     "sent 0 UNUSED"},
    {true,
     {0, "x", 1, WSCLOSE_ERROR_NONE, 0},
     "received 0 UNUSED \"x\"",
     "sent 0 UNUSED \"x\""},
    {true,
     {0, NULL, 0, WSCLOSE_ERROR_BAD_CODE, 0},
     "received 0 UNUSED (bad-code)",
     "sent 0 UNUSED (bad-code)"},
    {true,
     {0, NULL, 0, WSCLOSE_ERROR_NONE, 1002},
     "received 0 UNUSED",
     "sent 0 UNUSED"},
};

enum { SIDES = sizeof sides / sizeof *sides };

static struct wsclose_ending ending(const struct side *received,
                                    const struct side *sent, unsigned bits) {
    return (struct wsclose_ending){.established = bits & 1,
                                   .failed = bits & 2,
                                   .sent = sent->any ? &sent->frame : NULL,
                                   .sent_first = bits & 4,
                                   .transport_lost = bits & 8,
                                   .received =
                                       received->any ? &received->frame : NULL};
}

static void expect(const struct wsclose_ending *how, const char *line) {
    char buf[WSCLOSE_FORMAT_ENDING_MAX];
    int len = wsclose_format_ending(buf, sizeof buf, how);
    if (strcmp(buf, line) != 0)
        fail_msg("%s, not %s", buf, line);
    assert_int_equal(len, strlen(line));
}

static void every_combination(void **state) {
    (void)state;
    for (size_t i = 0; i < SIDES * SIDES; i++)
        for (unsigned bits = 0; bits < 16; bits++) {
            const struct side *received = &sides[i % SIDES];
            const struct side *sent = &sides[i / SIDES];
            struct wsclose_ending how = ending(received, sent, bits);
            char line[300] = "";
            if (bits & 1) {
                strcat(line, bits & 4 ? sent->sent : received->received);
                strcat(line, ", ");
                strcat(line, bits & 4 ? received->received : sent->sent);
                strcat(line, bits & 2 ? ", failed" : "");
                strcat(line, bits & 8 ? ", transport lost" : "");
            } else
                strcpy(line, "not established");
            expect(&how, line);
        }
}

/* As the header has them. */
static void lines_read_so(void **state) {
    (void)state;
    struct wsclose_frame received, sent;
    struct wsclose_ending how = {
        .established = true, .received = &received, .sent = &sent};
    wsclose_parse("\x03\xE9"
                  "bye",
                  5, WSCLOSE_RULE_STRICT, &received);
    wsclose_frame_of(received.answer, NULL, 0, WSCLOSE_RULE_STRICT, &sent);
    expect(&how, "received 1001 GOING_AWAY \"bye\", sent 1001 GOING_AWAY");
    wsclose_parse("", 0, WSCLOSE_RULE_STRICT, &received);
    wsclose_frame_of(received.answer, NULL, 0, WSCLOSE_RULE_STRICT, &sent);
    expect(&how, "received 1005 NO_STATUS_RECEIVED, sent empty");
    wsclose_frame_of(4001, NULL, 0, WSCLOSE_RULE_STRICT, &sent);
    how.sent_first = how.transport_lost = true;
    how.received = NULL;
    expect(&how, "sent 4001 PRIVATE_USE, nothing received, transport lost");
    how = (struct wsclose_ending){0};
    expect(&how, "not established");
}

/* A buffer of exactly size bytes, for a sanitizer. */
static void check_size(const struct wsclose_ending *how, const char *line,
                       size_t size) {
    size_t len = strlen(line), kept = len < size ? len : size - 1;
    char *buf = malloc(size);
    assert_non_null(buf);
    assert_int_equal(wsclose_format_ending(buf, size, how), len);
    assert_memory_equal(buf, line, kept);
    assert_int_equal(buf[kept], '\0');
    free(buf);
}

static void every_size_is_kept_to(void **state) {
    (void)state;
    for (unsigned bits = 0; bits < 16; bits++) {
        struct wsclose_ending how = ending(&sides[1], &sides[2], bits);
        char line[300];
        int len = wsclose_format_ending(line, sizeof line, &how);
        assert_int_equal(wsclose_format_ending(NULL, 0, &how), len);
        for (size_t size = 1; size <= (size_t)len + 2; size++)
            check_size(&how, line, size);
    }
}

/* The longest frame that wsclose_format() may write, twice. */
static void the_longest_line_has_room(void **state) {
    (void)state;
    const size_t words = strlen("received , sent , failed, transport lost");
    assert_true(2 * (WSCLOSE_FORMAT_MAX - 1) + words <
                WSCLOSE_FORMAT_ENDING_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_combination),
        cmocka_unit_test(lines_read_so),
        cmocka_unit_test(every_size_is_kept_to),
        cmocka_unit_test(the_longest_line_has_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
