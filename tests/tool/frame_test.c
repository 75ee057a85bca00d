/* SPDX-License-Identifier: MIT */
/* The tool's commands about Close frames, from outside. Frames by hand from
   RFC 6455 5.2 and 5.5.1. */
#include "support/process.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <cmocka.h>

static struct process run(const char *const *arguments) {
    static const char *const variables[] = {"LC_ALL=C", NULL};
    const char *argv[8] = {WSCLOSE_TOOL};
    for (size_t i = 0; arguments[i]; i++)
        argv[i + 1] = arguments[i];
    return process_run(NULL, variables, argv);
}

/* One object on standard output equal to the expected one, keys in order, and
   a hint where a frame was taken apart. */
static void expect_object(const char *const *arguments, int exit_code,
                          const char *expected) {
    struct process process = run(arguments);
    json_t *seen = json_loads(process.out, JSON_ALLOW_NUL, NULL);
    json_t *wanted = json_loads(expected, JSON_ALLOW_NUL, NULL);
    assert_non_null(wanted);
    if (json_object_get(wanted, "valid")) {
        json_t *hint = json_object_get(seen, "hint");
        assert_true(json_is_null(hint) || json_string_length(hint) > 20);
        json_object_del(seen, "hint");
    }
    char *text = seen ? json_dumps(seen, JSON_COMPACT) : NULL;
    char *same = json_dumps(wanted, JSON_COMPACT);
    if (process.exit_code != exit_code || !text || strcmp(text, same) != 0)
        fail_msg("%s %s: exit %d, %s%s; expected exit %d, %s", arguments[0],
                 arguments[1], process.exit_code, process.out, process.err,
                 exit_code, expected);
    free(text);
    free(same);
    json_decref(seen);
    json_decref(wanted);
    process_free(&process);
}

#define VALID(code, reason) VALID_ANSWER(code, reason, code)
#define VALID_ANSWER(code, reason, answer)                                     \
    "{\"valid\":true,\"code\":" code ",\"reason\":" reason                     \
    ",\"error\":null,\"answer\":" answer "}"
#define INVALID(code, reason, error, answer)                                   \
    "{\"valid\":false,\"code\":" code ",\"reason\":" reason                    \
    ",\"error\":\"" error "\",\"answer\":" answer "}"
#define HEADER(error) INVALID("null", "null", error, "1002")

static const struct {
    const char *hex, *expected;
} frames[] = {
    /* payloads */
    {"", VALID_ANSWER("1005", "\"\"", "null")},
    {"03e8", VALID("1000", "\"\"")},
    {"03E9 62 79 65", VALID("1001", "\"bye\"")},
    {"03:e9:62:79:65", VALID("1001", "\"bye\"")},
    {"0x03e8", VALID("1000", "\"\"")},
    {"0x03 0xE8", VALID("1000", "\"\"")},
    {"0X03,0XE8", VALID("1000", "\"\"")},
    {"\t03e8\n", VALID("1000", "\"\"")},
    {"0x03,0xe9", VALID("1001", "\"\"")},
    {"\\x03\\xE9", VALID("1001", "\"\"")},
    {"03-E9", VALID("1001", "\"\"")},
    {"0fa0e38182", VALID("4000", "\"あ\"")},
    {"03e80061", VALID("1000", "\"\\u0000a\"")},
    {"03f2", VALID("1010", "\"\"")},
    {"03", INVALID("null", "null", "truncated", "1002")},
    {"03ee", INVALID("1006", "\"\"", "bad-code", "1002")},
    {"03ec", INVALID("1004", "\"\"", "bad-code", "1002")},
    {"03f8", INVALID("1016", "\"\"", "bad-code", "1002")},
    {"0000", INVALID("0", "\"\"", "bad-code", "1002")},
    {"1388", INVALID("5000", "\"\"", "bad-code", "1002")},
    {"1000", VALID("4096", "\"\"")},
    {"ffff", INVALID("65535", "\"\"", "bad-code", "1002")},
    {"fc17", INVALID("64535", "\"\"", "bad-code", "1002")},
    {"0802", INVALID("2050", "\"\"", "bad-code", "1002")},
    {"03e8ff", INVALID("1000", "null", "bad-utf8", "1007")},
    {"03e8eda080", INVALID("1000", "null", "bad-utf8", "1007")},
    /* whole frames */
    {"8800", VALID_ANSWER("1005", "\"\"", "null")},
    {"880203e8", VALID("1000", "\"\"")},
    {"88:05:03:e9:62:79:65", VALID("1001", "\"bye\"")},
    {"8885 01020304 02eb617d64", VALID("1001", "\"bye\"")},
    {"8880 01020304", VALID_ANSWER("1005", "\"\"", "null")},
    {"880103", INVALID("null", "null", "truncated", "1002")},
    {"880203ed", INVALID("1005", "\"\"", "bad-code", "1002")},
    {"880303e8ff", INVALID("1000", "null", "bad-utf8", "1007")},
    {"080203e8", HEADER("fin-missing")},
    {"0800", HEADER("fin-missing")},
    {"480203e8", HEADER("fin-missing")},
    {"e803", INVALID("59395", "\"\"", "bad-code", "1002")},
    {"c80203e8", HEADER("reserved-bits")},
    {"a80203e8", HEADER("reserved-bits")},
    {"980203e8", HEADER("reserved-bits")},
    {"810203e8", HEADER("other-opcode")},
    {"890203e8", HEADER("other-opcode")},
    {"0880 01020304", HEADER("fin-missing")},
    {"88", INVALID("null", "null", "truncated", "1002")},
    {"8802", HEADER("wrong-length")},
    {"880303e8", HEADER("wrong-length")},
    {"880103e8", HEADER("wrong-length")},
    {"8882010203", HEADER("wrong-length")},
    {"887e00", HEADER("wrong-length")},
    {"887e000203e8", HEADER("length-not-minimal")},
    {"887f000000000000000203e8", HEADER("length-not-minimal")},
    {"887fffffffffffffffff03e8", HEADER("wrong-length")},
};

static void every_frame(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        const char *const arguments[] = {"frame", frames[i].hex, "--json",
                                         NULL};
        int exit_code = strstr(frames[i].expected, "\"valid\":false") != NULL;
        expect_object(arguments, exit_code, frames[i].expected);
    }
}

/* What was done wrong, by hand from RFC 6455 5.2, 5.3 and 5.5.1. */
static void hints(void **state) {
    (void)state;
    static const struct {
        const char *hex, *hint; /* NULL: none */
    } cases[] = {
        {"03e8", NULL},
        {"880203e8", NULL},
        {"03f8", NULL},
        {"e803", "swapped: 1000 is 03e8"},
        {"f303", "swapped: 1011 is 03f3"},
        {"a00f", "swapped: 4000 is 0fa0"},
        {"31303030", "1000 is 03e8"},
        {"8804 31303030", "1000 is 03e8"},
        {"34303034 62796521", "4004 is 0fa4"},
        {"627965", "text without a code"},
        {"e38182e38182", "text without a code"},
        {"01020304 02eb617d64", "Unmasked, the code is 1001"},
        {"03", "two bytes"},
        {"880103", "two bytes"},
        {"03ed", "1005 is never in a frame"},
        {"03ee", "1006 is never in a frame"},
        {"03f7", "1015 is never in a frame"},
        {"ffff", "No code is above 4999"},
        {"03e803e8", "1000 is there twice"},
        {"03e8c3", "inside a character"},
        {"03e8e381", "inside a character"},
        {"03e8f48fbf", "inside a character"},
        {"03e8c1", NULL},
        {"03e8f58fbf", NULL},
        {"33313a30", "text without a code"},
        {"0101016161", NULL},
        {"03e861ff", NULL},
        {"480203e8", "FIN is 0, RSV1-3 are 100, the opcode is 8"},
        {"910203e8", "No code is above 4999"},
        {"810203e8", "FIN is 1, RSV1-3 are 000, the opcode is 1"},
        {"880203e80000", "announces 2 bytes of payload, and 4 follow"},
        {"887e00", "inside the header"},
        {"887e000203e8", "more bytes than it needs"},
        {"1001",
         "4097. For the code 1001 ask wsclose 1001; its bytes are 03e9"},
        {"10 01", NULL},
        {"0999", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const arguments[] = {"frame", cases[i].hex, "--json", NULL};
        struct process process = run(arguments);
        json_t *object = json_loads(process.out, JSON_ALLOW_NUL, NULL);
        const char *hint = json_string_value(json_object_get(object, "hint"));
        if (!object || !hint != !cases[i].hint ||
            (hint && !strstr(hint, cases[i].hint)))
            fail_msg("%s: %s", cases[i].hex, process.out);
        json_decref(object);
        process_free(&process);
    }
}

/* A frame with the two-byte length, of a payload that this many bytes has. */
static void long_frame(size_t len, char *hex) {
    const char digits[] = "0123456789abcdef";
    hex += strlen(strcpy(hex, "887e00"));
    *hex++ = digits[len >> 4 & 15];
    *hex++ = digits[len & 15];
    strcpy(hex, "03e8");
    for (size_t i = 2; i < len; i++)
        strcat(hex, "61");
}

static void a_payload_is_at_most_125_bytes(void **state) {
    (void)state;
    char hex[600], reason[130] = "\"";
    memset(reason + 1, 'a', 123);
    strcpy(reason + 124, "\"");
    const char *const arguments[] = {"frame", hex, "--json", NULL};
    long_frame(126, hex);
    char expected[300] = "{\"valid\":false,\"code\":1000,\"reason\":";
    strcat(expected, reason);
    strcat(expected, ",\"error\":\"too-long\",\"answer\":1002}");
    expect_object(arguments, 1, expected);
    long_frame(125, hex);
    expect_object(arguments, 1, HEADER("length-not-minimal"));
}

/* The cut at 123 bytes falls inside the 62nd character. */
static void a_reason_that_is_cut(void **state) {
    (void)state;
    char hex[600] = "03e8", expected[300] = "";
    const char *const arguments[] = {"frame", hex, "--json", NULL};
    for (int i = 0; i < 63; i++)
        strcat(hex, "c3a9");
    strcat(expected, "{\"valid\":false,\"code\":1000,\"reason\":\"");
    for (int i = 0; i < 61; i++)
        strcat(expected, "é");
    strcat(expected, "\",\"error\":\"too-long\",\"answer\":1002}");
    expect_object(arguments, 1, expected);
}

static void the_longest_reason(void **state) {
    (void)state;
    char reason[124] = "", expected[300] = "{\"payload\":\"03e8";
    const char *const arguments[] = {"build", "1000", reason, "--json", NULL};
    memset(reason, 'a', 123);
    for (int i = 0; i < 123; i++)
        strcat(expected, "61");
    strcat(expected, "\",\"length\":125}");
    expect_object(arguments, 0, expected);
}

static void lenience(void **state) {
    (void)state;
    static const struct {
        const char *hex, *expected;
    } cases[] = {{"03ec", VALID_ANSWER("1004", "\"\"", "null")},
                 {"03f8", VALID_ANSWER("1016", "\"\"", "null")},
                 {"0bb7", VALID_ANSWER("2999", "\"\"", "null")},
                 {"0800", VALID_ANSWER("2048", "\"\"", "null")},
                 {"080141", VALID_ANSWER("2049", "\"A\"", "null")},
                 {"03ed", INVALID("1005", "\"\"", "bad-code", "1002")},
                 {"03e7", INVALID("999", "\"\"", "bad-code", "1002")}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const arguments[] = {"--json", "frame", cases[i].hex,
                                         "--lenient", NULL};
        int exit_code = strstr(cases[i].expected, "false") != NULL;
        expect_object(arguments, exit_code, cases[i].expected);
    }
}

static void objects(void **state) {
    (void)state;
    static const struct {
        const char *arguments[5], *expected;
    } cases[] = {
        {{"build", "1000", "--json"}, "{\"payload\":\"03e8\",\"length\":2}"},
        {{"build", "going-away", "bye", "--json"},
         "{\"payload\":\"03e9627965\",\"length\":5}"},
        {{"build", "0", "--json"}, "{\"payload\":\"\",\"length\":0}"},
        {{"build", "1010", "--json"}, "{\"payload\":\"03f2\",\"length\":2}"},
        {{"relay", "1005", "--json"}, "{\"code\":null}"},
        {{"relay", "1006", "--json"}, "{\"code\":1011}"},
        {{"relay", "mandatory extension", "--json"}, "{\"code\":1011}"},
        {{"relay", "4001", "--json"}, "{\"code\":4001}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_object(cases[i].arguments, 0, cases[i].expected);
}

/* What a person or a shell script sees. */
static void plain_output(void **state) {
    (void)state;
    static const char too_long[] =
        "0123456789012345678901234567890123456789"
        "0123456789012345678901234567890123456789"
        "01234567890123456789012345678901234567890123";
    static const struct {
        const char *arguments[5];
        int exit_code;
        const char *out, *message; /* message NULL: none */
    } cases[] = {
        {{"frame", "03e9627965"}, 0, "1001 GOING_AWAY \"bye\"\nvalid\n", NULL},
        {{"frame", "03e90a1b5b6d"},
         0,
         "1001 GOING_AWAY \"\\x0a\\x1b[m\"\nvalid\n",
         NULL},
        {{"frame", "03ee"},
         1,
         "1006 ABNORMAL_CLOSURE (bad-code)\n"
         "invalid: bad-code; fail the connection with 1002\n"
         "1006 is never in a frame. It is what a program reports when no code "
         "was\nreceived.\n",
         NULL},
        {{"frame", "03"},
         1,
         "invalid: truncated; fail the connection with 1002\n"
         "A code has two bytes, the high one first.\n",
         NULL},
        {{"frame", "03e"}, 2, "", "03e"},
        {{"frame", "xyz0"}, 2, "", "xyz0"},
        {{"frame", "0x"}, 2, "", "0x"},
        {{"frame", "\\x"}, 2, "", "\\x"},
        {{"frame", ","}, 2, "", ","},
        {{"frame", "-"}, 2, "", "\"-\""},
        {{"frame", "0x0x03e8"}, 2, "", "0x0x03e8"},
        {{"frame", "03e80x"}, 2, "", "03e80x"},
        {{"frame", " "}, 0, "1005 NO_STATUS_RECEIVED\nvalid\n", NULL},
        {{"frame", "03", "e8"}, 2, "", "quote"},
        {{"frame"}, 2, "", "frame"},
        {{"03e8", "--lenient"}, 2, "", "--lenient"},
        {{"build", "1001", "bye"}, 0, "03e9627965\n", NULL},
        {{"build", "1006"}, 1, "", "may not be sent"},
        {{"build", "1004"}, 1, "", "may not be sent"},
        {{"build", "5000"}, 1, "", "may not be sent"},
        {{"build", "no-such"}, 1, "", "no-such"},
        {{"build", "0", "why"}, 1, "", "needs a code"},
        {{"build", "1000", "\xff"}, 1, "", "UTF-8"},
        {{"build", "1000", too_long}, 1, "", "123"},
        {{"build", "3000-3001"}, 2, "", "range"},
        {{"build", "4000-4999"}, 2, "", "range"},
        {{"relay", "1016-2000"}, 2, "", "range"},
        {{"build"}, 2, "", "build"},
        {{"build", "1000", "a", "b"}, 2, "", "quote"},
        {{"relay", "1005"}, 0, "none\n", NULL},
        {{"relay", "1015"}, 0, "1011\n", NULL},
        {{"relay", "1000"}, 0, "1000\n", NULL},
        {{"relay", "5000"}, 1, "1011\n", NULL},
        {{"relay"}, 2, "", "relay"},
    };
    assert_int_equal(strlen(too_long), 124);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct process process = run(cases[i].arguments);
        bool told = cases[i].message
                        ? strstr(process.err, cases[i].message) != NULL
                        : process.err_len == 0;
        if (process.exit_code != cases[i].exit_code || !told ||
            strcmp(process.out, cases[i].out) != 0)
            fail_msg("%s %s: exit %d, \"%s\", \"%s\"", cases[i].arguments[0],
                     cases[i].arguments[1] ? cases[i].arguments[1] : "",
                     process.exit_code, process.out, process.err);
        process_free(&process);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_frame),
        cmocka_unit_test(hints),
        cmocka_unit_test(a_payload_is_at_most_125_bytes),
        cmocka_unit_test(a_reason_that_is_cut),
        cmocka_unit_test(the_longest_reason),
        cmocka_unit_test(lenience),
        cmocka_unit_test(objects),
        cmocka_unit_test(plain_output),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
