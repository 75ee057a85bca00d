/* SPDX-License-Identifier: MIT */
/* The wsclose tool, from outside. Values from RFC 6455 and IANA's registry. */
#include "support/process.h"

#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include <cmocka.h>

#define HYBI "https://mailarchive.ietf.org/arch/msg/hybi/"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A list ended by NULL, of arguments or of environment variables. */
#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

/* No control character but the end of a line. */
static void assert_printable(const char *text) {
    for (const char *at = text; *at; at++)
        if (((unsigned char)*at < ' ' && *at != '\n') || *at == 0x7F)
            fail_msg("%02x stands in %s", (unsigned)*at, text);
}

static struct process run_in(const char *const *variables,
                             const char *const *arguments) {
    const char *argv[16] = {WSCLOSE_TOOL};
    for (size_t i = 0; arguments[i]; i++)
        argv[i + 1] = arguments[i];
    struct process process = process_run(NULL, variables, argv);
    assert_printable(process.out);
    assert_printable(process.err);
    return process;
}

#define RUN(...) run_in(LIST("LC_ALL=C"), LIST(__VA_ARGS__))

/* Runs it and compares how it ends; a message comes with every failure but
   that of a code which is shown. */
static void expect(int exit_code, bool has_output, bool has_message,
                   const char *const *arguments) {
    struct process process = run_in(LIST("LC_ALL=C"), arguments);
    if (process.exit_code != exit_code || !!process.out_len != has_output ||
        !!process.err_len != has_message)
        fail_msg("%s %s: exit %d, stdout \"%s\", stderr \"%s\"", arguments[0],
                 arguments[0] && arguments[1] ? arguments[1] : "",
                 process.exit_code, process.out, process.err);
    if (has_message)
        assert_ptr_equal(strstr(process.err, "wsclose: error: "), process.err);
    process_free(&process);
}

static json_t *parsed(struct process process, int exit_code) {
    assert_int_equal(process.exit_code, exit_code);
    json_error_t error;
    json_t *array = json_loadb(process.out, process.out_len,
                               JSON_REJECT_DUPLICATES, &error);
    if (!array)
        fail_msg("%s: %s", error.text, process.out);
    assert_true(json_is_array(array));
    process_free(&process);
    return array;
}

static json_int_t number(const json_t *row, const char *key) {
    assert_true(json_is_integer(json_object_get(row, key)));
    return json_integer_value(json_object_get(row, key));
}

/* The string, or NULL for null; the key must be there. */
static const char *string(const json_t *row, const char *key) {
    const json_t *value = json_object_get(row, key);
    assert_true(json_is_string(value) || json_is_null(value));
    return json_string_value(value);
}

static void assert_text(json_t *row, const char *key) {
    assert_true(string(row, key) && *string(row, key));
    json_object_del(row, key);
}

/* But for the texts, which are our own. */
static void json_rows(void **state) {
    (void)state;
    json_t *rows = json_load_file(TEST_DATA "/tool/rows.json", 0, NULL);
    assert_true(json_is_array(rows) && json_array_size(rows));
    for (size_t i = 0; i < json_array_size(rows); i++) {
        const json_t *expected = json_array_get(rows, i);
        char code[24];
        snprintf(code, sizeof code, "%lld",
                 (long long)number(expected, "code"));
        int exit_code = strcmp(string(expected, "status"), "invalid") == 0;
        json_t *array = parsed(RUN("--json", code), exit_code);
        assert_int_equal(json_array_size(array), 1);
        json_t *actual = json_array_get(array, 0);
        assert_text(actual, "meaning");
        assert_text(actual, "description");
        if (!json_equal(actual, expected))
            fail_msg("the row of %s", code);
        json_decref(array);
    }
    json_decref(rows);
}

static void json_texts(void **state) {
    (void)state;
    json_t *array = parsed(RUN("--json", "--lang", "ja", "1006"), 0);
    const json_t *row = json_array_get(array, 0);
    assert_string_equal(string(row, "meaning"), "異常切断");
    assert_non_null(strstr(string(row, "description"), "Close フレーム"));
    assert_string_equal(string(row, "name"), "Abnormal Closure");
    json_decref(array);
}

static void json_keys_in_order(void **state) {
    (void)state;
    static const char *const keys[] = {"code",
                                       "first",
                                       "last",
                                       "status",
                                       "symbol",
                                       "name",
                                       "meaning",
                                       "description",
                                       "registered_text",
                                       "references",
                                       "contact",
                                       "registered",
                                       "updated",
                                       "registration_rule",
                                       "wire",
                                       "local_only",
                                       "senders",
                                       "browser_close",
                                       "reply",
                                       "relay",
                                       "reconnect",
                                       "causes",
                                       "applications",
                                       "spellings"};
    json_t *array = parsed(RUN("list", "--json"), 0);
    for (size_t i = 0; i < json_array_size(array); i++) {
        json_t *row = json_array_get(array, i);
        void *at = json_object_iter(row);
        for (size_t k = 0; k < COUNT(keys); k++) {
            assert_non_null(at);
            assert_string_equal(json_object_iter_key(at), keys[k]);
            at = json_object_iter_next(row, at);
        }
    }
    json_decref(array);
    struct process process = RUN("--json", "3000");
    assert_ptr_equal(strstr(process.out, "[\n  {\n    \"code\": 3000,\n"),
                     process.out);
    assert_string_equal(process.out + process.out_len - 7, "\n  }\n]\n");
    process_free(&process);
}

static void assert_codes(json_t *array, const json_int_t *codes, size_t count) {
    assert_int_equal(json_array_size(array), count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(number(json_array_get(array, i), "code"), codes[i]);
    json_decref(array);
}

#define ASSERT_CODES(array, ...)                                               \
    assert_codes(array, (const json_int_t[]){__VA_ARGS__},                     \
                 COUNT(((const json_int_t[]){__VA_ARGS__})))

static void order_and_ranges(void **state) {
    (void)state;
    ASSERT_CODES(parsed(RUN("--json", "3008", "1000", "3008"), 0), 3008, 1000,
                 3008);
    ASSERT_CODES(parsed(RUN("3000-3999", "--json"), 0), 3000, 3001, 3003, 3004,
                 3008, 3009);
    ASSERT_CODES(parsed(RUN("--json", "3002-3005", "1014-1014"), 0), 3002, 3003,
                 3004, 1014);
    ASSERT_CODES(parsed(RUN("--json", "0-1000"), 0), 0, 1000);
    ASSERT_CODES(parsed(RUN("--json", "500-600"), 0), 500);
    ASSERT_CODES(parsed(RUN("--json", "4500-4294967295"), 1), 4500, 5000);
    ASSERT_CODES(parsed(RUN("--json", "4294967295-4294967295"), 1), 4294967295);
    ASSERT_CODES(parsed(RUN("--json", "0001006"), 0), 1006);
}

static void names(void **state) {
    (void)state;
    ASSERT_CODES(
        parsed(RUN("--json", "going-away", "Going Away", "GOING_AWAY",
                   "wsclose_going_away", "no status received", "Bad Gateway"),
               0),
        1001, 1001, 1001, 1001, 1005, 1014);
    struct process process = RUN("--json", "1000", "gone-away", "1001");
    assert_non_null(strstr(process.err, "\"gone-away\""));
    ASSERT_CODES(parsed(process, 1), 1000, 1001);
    json_t *array = parsed(RUN("--json", "Unassigned"), 1);
    assert_int_equal(json_array_size(array), 0);
    json_decref(array);
}

/* What a person types who nearly knows what there is. */
static void what_was_meant(void **state) {
    (void)state;
    static const struct {
        const char *arguments[4];
        int exit_code;
        const char *message;
    } cases[] = {
        {{"going-awy"}, 1, "did you mean \"GOING_AWAY\"?"},
        {{"norml closure"}, 1, "did you mean \"NORMAL_CLOSURE\"?"},
        {{"serch", "proxy"}, 1, "did you mean \"search\"?\n"},
        {{"biuld", "1006"}, 1, "did you mean \"build\"?\n"},
        {{"0x3ee"}, 1, "did you mean \"1006\"?"},
        {{"lst"}, 1, "did you mean \"list\"?"},
        {{"1000", "list"}, 1, "\"list\"; try wsclose list"},
        {{"Going", "Away"}, 1, "did you mean \"Going Away\"?"},
        {{"nothing-of-the-kind"}, 1, "try wsclose list"},
        {{"x"}, 1, "try wsclose list"},
        {{"--json=1", "1006"}, 2, "takes no value"},
        {{"--status", "assigned"}, 2, "wsclose list --status NAME"},
        {{"-1"}, 2, "\"-1\" is not a code"},
        {{"-x"}, 2, "no option \"-x\""},
        {{"--lang", "xx", "1006"}, 0, "the languages are en"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct process process = run_in(LIST("LC_ALL=C"), cases[i].arguments);
        const char *end = strchr(process.err, '\n');
        if (process.exit_code != cases[i].exit_code || !end || end[1] ||
            !strstr(process.err, cases[i].message))
            fail_msg("%s: exit %d, %s", cases[i].arguments[0],
                     process.exit_code, process.err);
        process_free(&process);
    }
    struct process process = RUN("--lang", "en_GB.UTF-8", "1006");
    assert_string_equal(process.err, "");
    process_free(&process);
}

static void words_of_standard_input(void **state) {
    (void)state;
    const char *argv[] = {
        "sh", "-c",
        "printf '1006\\n\\n going away \\r\\n\\t3008 ' | \"$0\" --json 1000 -",
        WSCLOSE_TOOL, NULL};
    ASSERT_CODES(parsed(process_run(NULL, LIST("LC_ALL=C"), argv), 0), 1000,
                 1006, 1001, 3008);
}

/* More than any buffer begins with. */
static void many_words(void **state) {
    (void)state;
    const char *argv[] = {"sh", "-c", "seq 4000 4099 | \"$0\" --json -",
                          WSCLOSE_TOOL, NULL};
    json_t *array = parsed(process_run(NULL, LIST("LC_ALL=C"), argv), 0);
    assert_int_equal(json_array_size(array), 100);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(number(json_array_get(array, i), "code"), 4000 + i);
    json_decref(array);
}

/* A log has more lines than there is memory for their rows. */
static void more_words_than_memory(void **state) {
    (void)state;
#ifndef __SANITIZE_ADDRESS__ /* which takes all that there is */
    const char *argv[] = {
        "sh", "-c",
        "yes 4999 | head -n 20000 | (ulimit -v 65536; exec \"$0\" --json -) | "
        "grep -c '^    \"code\": 4999,$'",
        WSCLOSE_TOOL, NULL};
    struct process process = process_run(NULL, NULL, argv);
    assert_string_equal(process.out, "20000\n");
    process_free(&process);
#endif
}

static void standard_input_that_is_none(void **state) {
    (void)state;
    static const char *const lines[] = {"\"$0\" - <&-", "\"$0\" - </",
                                        "printf '1006\\0000' | \"$0\" -"};
    static const int codes[] = {2, 2, 1};
    const bool has_full = access("/dev/full", W_OK) == 0;
    for (size_t i = 0; i < COUNT(lines); i++) {
        const char *argv[] = {"sh", "-c", lines[i], WSCLOSE_TOOL, NULL};
        if (!has_full && strstr(lines[i], "/dev/full"))
            continue;
        struct process process = process_run(NULL, NULL, argv);
        assert_int_equal(process.exit_code, codes[i]);
        assert_string_equal(process.out, "");
        assert_ptr_equal(strchr(process.err, '\n'),
                         process.err + process.err_len - 1);
        process_free(&process);
    }
}

/* A number's own row comes first. */
static void search_of_a_number(void **state) {
    (void)state;
    static const struct {
        const char *word;
        json_int_t code;
    } cases[] = {{"1006", 1006}, {"0x3ee", 1006}, {"4242", 4242}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        json_t *array = parsed(RUN("--json", "search", cases[i].word), 0);
        assert_int_equal(number(json_array_get(array, 0), "code"),
                         cases[i].code);
        json_decref(array);
    }
}

/* With and without the long vowel mark at its end. */
static void search_of_a_japanese_word(void **state) {
    (void)state;
    struct process with = RUN("search", "サーバー"),
                   without = RUN("search", "サーバ");
    assert_int_equal(with.exit_code, 0);
    assert_string_equal(with.out, without.out);
    process_free(&with);
    process_free(&without);
}

static void list_partitions_all_numbers(void **state) {
    (void)state;
    json_t *array = parsed(RUN("list", "--json"), 0);
    json_int_t next = 0;
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *row = json_array_get(array, i);
        assert_int_equal(number(row, "code"), next);
        assert_int_equal(number(row, "first"), next);
        next = number(row, "last") + 1;
    }
    assert_int_equal(next, (json_int_t)UINT_MAX + 1);
    json_decref(array);
}

static void list_by_status(void **state) {
    (void)state;
    ASSERT_CODES(parsed(RUN("--json", "list", "--status", "unused"), 0), 0);
    ASSERT_CODES(parsed(RUN("--json", "list", "--status=assigned"), 0), 1000,
                 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011,
                 1012, 1013, 1014, 1015, 3000, 3003, 3008);
    ASSERT_CODES(parsed(RUN("--status", "reserved", "list", "--json"), 0),
                 1004);
    ASSERT_CODES(parsed(RUN("list", "--status", "unassigned", "--json"), 0),
                 1016, 3001, 3004, 3009);
    ASSERT_CODES(parsed(RUN("--json", "list", "--status", "private-use"), 0),
                 4000);
    ASSERT_CODES(parsed(RUN("--json", "list", "--status", "invalid"), 0), 5000);
}

static void search(void **state) {
    (void)state;
    ASSERT_CODES(parsed(RUN("search", "timeout", "--json"), 0), 1006, 3008);
    ASSERT_CODES(parsed(RUN("search", "certificate", "--json"), 0), 1006, 1015);
    ASSERT_CODES(parsed(RUN("search", "GATEWAY", "--json"), 0), 1014);
    ASSERT_CODES(parsed(RUN("search", "going-away", "--json"), 0), 1001);
    ASSERT_CODES(parsed(RUN("search", "ada young", "--json"), 0), 3003);
    ASSERT_CODES(parsed(RUN("search", "young", "ada", "--json"), 0), 3003);
    ASSERT_CODES(parsed(RUN("search", "1006", "handshake", "--json"), 0), 1006,
                 1015);
    ASSERT_CODES(parsed(RUN("search", "1006", "refused", "--json"), 0), 1006);
    ASSERT_CODES(parsed(RUN("search", "errata", "--json"), 0), 1011);
    ASSERT_CODES(parsed(RUN("search", "異常", "--lang", "ja", "--json"), 0),
                 1006);
    ASSERT_CODES(parsed(RUN("search", "タイムアウト", "--json"), 0), 1006,
                 3008);
    json_t *array = parsed(RUN("search", "no such word", "--json"), 1);
    assert_int_equal(json_array_size(array), 0);
    json_decref(array);
    struct process process = RUN("search", "timeout");
    assert_non_null(strstr(process.out, "\n3008  TIMEOUT"));
    process_free(&process);
}

static void exit_codes(void **state) {
    (void)state;
    expect(0, true, false, LIST("1006"));
    expect(0, true, false, LIST("list"));
    expect(0, true, false, LIST("search", "error"));
    expect(0, true, false, LIST("--help"));
    expect(0, true, false, LIST("1006", "--version", "--json"));
    expect(1, true, false, LIST("5000"));
    expect(1, true, false, LIST("1006", "4294967295"));
    expect(1, true, true, LIST("1006", "no-such-name"));
    expect(1, false, true, LIST("no-such-name"));
    expect(1, false, true, LIST("search", "no such word"));
    expect(2, false, true, LIST(NULL));
    expect(2, false, true, LIST("--json"));
    expect(2, false, true, LIST("search"));
    expect(2, false, true, LIST("search", "two", ""));
    expect(2, false, true, LIST("list", "1000"));
    expect(2, false, true, LIST("list", "--status", "sold"));
    expect(2, false, true, LIST("list", "--status", ""));
    expect(2, false, true, LIST("list", "--status"));
    expect(2, false, true, LIST("1006", "--status", "assigned"));
    expect(2, false, true, LIST("search", "error", "--status", "assigned"));
    expect(2, false, true, LIST("--lang"));
    expect(2, false, true, LIST("--no-such-option", "1006"));
    expect(2, false, true, LIST("--json=yes", "1006"));
    expect(2, false, true, LIST("-j", "1006"));
}

static void hostile_arguments(void **state) {
    (void)state;
    expect(1, false, true, LIST(""));
    expect(1, false, true, LIST("4294967296"));
    expect(1, false, true, LIST("4294968302")); /* 1006 when wrapped round */
    expect(1, false, true, LIST("99999999999999999999"));
    expect(1, false, true, LIST("18446744073709552622"));
    expect(1, false, true, LIST("1000-99999999999999999999"));
    expect(2, false, true, LIST("99999999999999999999-1000"));
    expect(2, false, true, LIST("3999-3000"));
    expect(2, false, true, LIST("1006", "3999-3000"));
    expect(2, false, true, LIST("1000-"));
    expect(2, false, true, LIST("1000--1001"));
    expect(2, false, true, LIST("1-2-3"));
    expect(2, false, true, LIST("-1"));
    expect(1, false, true, LIST("--", "-1"));
    expect(1, false, true, LIST("+1006"));
    expect(1, false, true, LIST(" 1006"));
    expect(1, false, true, LIST("1006.0"));
    expect(1, false, true, LIST("0x3ee"));
    expect(1, false, true, LIST("１００６"));
    expect(2, false, true, LIST("search", ""));
}

/* Escape sequences, C1 controls, right-to-left marks, bytes that are not
   UTF-8: none reaches the terminal. */
static void messages_are_safe(void **state) {
    (void)state;
    struct process process =
        RUN("a\033[31mb\n\r\t\177\302\233c\342\200\256d\377\302\303e 切断");
    assert_int_equal(process.exit_code, 1);
    assert_non_null(strstr(process.err, "\"a?[31mb?????c?d???e 切断\""));
    process_free(&process);
    for (const char *const *argument =
             LIST("--\033[31m", "-\033", "-\377", "--status=\033[31m", "1-\n");
         *argument; argument++) {
        process = RUN("list", *argument);
        assert_int_equal(process.exit_code, 2);
        assert_null(strchr(process.err, '\033'));
        assert_null(strchr(process.err, '\377'));
        assert_ptr_equal(strchr(process.err, '\n'),
                         process.err + process.err_len - 1);
        process_free(&process);
    }
}

static void output_that_cannot_be_written(void **state) {
    (void)state;
    static const char *const lines[] = {
        "\"$0\" 1006 >/dev/full",          "\"$0\" --json list >/dev/full",
        "\"$0\" search error >/dev/full",  "\"$0\" --help >/dev/full",
        "\"$0\" --version >/dev/full",     "\"$0\" 5000 >/dev/full",
        "\"$0\" --json 0-9999 >/dev/full", "\"$0\" 1006 >&-"};
    for (size_t i = 0; i < COUNT(lines); i++) {
        const char *argv[] = {"sh", "-c", lines[i], WSCLOSE_TOOL, NULL};
        struct process process = process_run(NULL, NULL, argv);
        assert_int_equal(process.exit_code, 2);
        assert_ptr_equal(strstr(process.err, "wsclose: error: "), process.err);
        assert_ptr_equal(strchr(process.err, '\n'),
                         process.err + process.err_len - 1);
        process_free(&process);
    }
}

static void help_and_version(void **state) {
    (void)state;
    struct process process = RUN("--help");
    for (const char *const *part = LIST(
             " list [", " search WORD", " apps\n", " frame HEX [--lenient]",
             " build CODE [REASON]", " relay CODE\n", "\n\nExplains ",
             "\n\nlist ", "\nsearch ", "\napps ", "\nframe ", "\nbuild ",
             "\nrelay ", "\n\n  --status NAME ", "\n  --app NAME ",
             "\n  --lenient ", "\n  --json ", "\n  --lang TAG ",
             "\n  --no-color ", "\n  --registry FILE ", "\n  -V, --version ",
             "\n  -h, --help ", "\n\nExit: 0 ");
         *part; part++)
        if (!strstr(process.out, *part))
            fail_msg("\"%s\" is not in %s", *part, process.out);
    for (const char *const *same = LIST("-h", "help"); *same; same++) {
        struct process other = RUN(*same);
        assert_string_equal(other.out, process.out);
        process_free(&other);
    }
    process_free(&process);
    process = RUN("--version");
    assert_ptr_equal(strstr(process.out, "wsclose "), process.out);
    assert_non_null(strstr(process.out, "2026-06-10"));
    process_free(&process);
}

static void assert_language(bool japanese, const char *const *variables,
                            const char *const *arguments) {
    struct process process = run_in(variables, arguments);
    assert_int_equal(process.exit_code, 0);
    if (!!strstr(process.out, "異常切断") != japanese)
        fail_msg("%s %s: %s", variables[0], arguments[0], process.out);
    process_free(&process);
}

static void language(void **state) {
    (void)state;
#define NO_LC "LC_ALL=", "LC_CTYPE=", "LC_MESSAGES="
    static const struct {
        bool japanese;
        const char *variables[5];
    } locales[] = {
        {true, {NO_LC, "LANG=ja_JP.UTF-8"}},
        {true, {NO_LC, "LANG=ja_JP.utf8"}},
        {true, {NO_LC, "LANG=ja.UTF-8@emoji"}},
        {false, {NO_LC, "LANG=ja_JP.eucJP"}},
        {false, {NO_LC, "LANG=ja_JP.SJIS"}},
        {false, {NO_LC, "LANG=C"}},
        {false, {NO_LC, "LANG=C.UTF-8"}},
        {false, {NO_LC, "LANG="}},
        {false, {NO_LC, "LANG=xx_XX.UTF-8"}},
        {false, {NO_LC, "LANG=jam_JM.UTF-8"}},
        {true, {"LC_ALL=ja_JP.UTF-8", "LC_MESSAGES=C", "LANG=C"}},
        {false, {"LC_ALL=C", "LC_MESSAGES=ja_JP.UTF-8", "LANG=ja_JP.UTF-8"}},
        {true,
         {"LC_ALL=", "LC_CTYPE=", "LC_MESSAGES=ja_JP.UTF-8",
          "LANG=en_US.UTF-8"}},
        {false,
         {"LC_ALL=", "LC_CTYPE=", "LC_MESSAGES=en_US.UTF-8",
          "LANG=ja_JP.UTF-8"}},
        {true, {"LC_ALL=", "LC_CTYPE=", "LC_MESSAGES=ja_JP.UTF-8", "LANG="}},
        {false, {"LC_ALL=", "LC_CTYPE=C", "LC_MESSAGES=", "LANG=ja_JP.UTF-8"}},
    };
    for (size_t i = 0; i < COUNT(locales); i++) {
        assert_language(locales[i].japanese, locales[i].variables,
                        LIST("1006"));
        assert_language(locales[i].japanese, locales[i].variables,
                        LIST("--json", "1006"));
        assert_language(true, locales[i].variables, LIST("--lang=ja", "1006"));
        assert_language(true, locales[i].variables,
                        LIST("--json", "1006", "--lang", "ja-JP"));
        assert_language(false, locales[i].variables, LIST("--lang=en", "1006"));
        assert_language(false, locales[i].variables, LIST("--lang=fr", "1006"));
    }
    /* Without a codeset it is the system's: musl's is UTF-8 for any name. */
    assert_language(setlocale(LC_CTYPE, "xx_XX") != NULL,
                    LIST(NO_LC, "LANG=ja_JP"), LIST("1006"));
}

/* What is asked, each run of blanks as one: columns follow the labels. */
static char *collapsed(struct process process) {
    char *end = process.out;
    for (const char *at = process.out; *at; at++)
        if (*at != ' ' || at[1] != ' ')
            *end++ = *at;
    *end = '\0';
    return process.out;
}

static void labels_follow_the_language(void **state) {
    (void)state;
    struct process process = RUN("--lang", "ja", "1014");
    for (const char *const *label =
             LIST("状態", "割り当て済み", "参照", "連絡先", "登録日", "更新日",
                  "登録上の記述");
         *label; label++)
        assert_non_null(strstr(process.out, *label));
    assert_null(strstr(process.out, "Contact"));
    process_free(&process);
    process = RUN("1014");
    assert_ptr_equal(strstr(process.out, "1014  Bad Gateway\n"), process.out);
    assert_non_null(
        strstr(process.out, "\n    " HYBI "l1lK4ZImO70jmcYorRa1lsLdvzY/\n"));
    collapsed(process);
    for (const char *const *label =
             LIST("Symbol BAD_GATEWAY\n", "Status assigned\n",
                  "Contact Alexey Melnikov\n", "Registered 2016-10-10\n",
                  "Updated 2025-07-30\n",
                  "Registered as The server was acting as a gateway");
         *label; label++)
        assert_non_null(strstr(process.out, *label));
    process_free(&process);
}

/* What only clients do is told as theirs. */
static void advice_names_its_clients(void **state) {
    (void)state;
    struct process process = RUN("1001");
    assert_non_null(strstr(process.out, ", as these clients do: graphql-ws,"));
    process_free(&process);
    process = RUN("1006");
    assert_null(strstr(process.out, "clients do"));
    process_free(&process);
}

static void registered_text_stands_where_it_says_more(void **state) {
    (void)state;
    struct process process = RUN("1005");
    assert_non_null(
        strstr(collapsed(process), "Registered as No Status Rcvd\n"));
    process_free(&process);
    process = RUN("1006");
    assert_null(strstr(process.out, "Registered"));
    process_free(&process);
    process = RUN("1011");
    assert_non_null(
        strstr(collapsed(process), "References RFC 6455\n RFC Errata 3227\n"));
    process_free(&process);
    process = RUN("3500", "70000");
    assert_non_null(strstr(process.out, "3500 (3009-3999)  Unassigned\n"));
    assert_non_null(strstr(process.out, "\n\n70000 (5000+)  Invalid\n"));
    process_free(&process);
}

/* Behind the description and before the facts, in the order of the data. */
static void causes_stand_before_the_facts(void **state) {
    (void)state;
    struct process process = RUN("--lang", "en", "1006");
    const char *causes = strstr(
        process.out,
        "\n\n  - Did it ever open? If not, look at the certificate. [WHATWG]\n"
        "  - It ends after 60 s without data: a proxy's timeout. [nginx, "
        "WHATWG]\n\n  Symbol ");
    assert_non_null(causes);
    process_free(&process);
    process = RUN("--lang", "ja", "1006", "1000");
    assert_non_null(strstr(process.out, "  - 接続は開きましたか？"));
    assert_null(strstr(strstr(process.out, "\n1000 "), "  - "));
    process_free(&process);
}

/* Into a pipe: plain, whatever the terminal, and a row a line. */
static void plain_into_a_pipe(void **state) {
    (void)state;
    struct process process =
        run_in(LIST("LC_ALL=C", "TERM=xterm", "NO_COLOR=", "COLUMNS=20"),
               LIST("list", "--lang", "ja"));
    size_t lines = 0;
    for (const char *at = process.out; (at = strchr(at, '\n')); at++)
        lines++;
    assert_int_equal(lines, 26);
    assert_null(strchr(process.out, '\033'));
    assert_non_null(
        strstr(process.out,
               "1007       INVALID_FRAME_PAYLOAD_DATA  不正なペイロード\n"));
    process_free(&process);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_rows),
        cmocka_unit_test(json_texts),
        cmocka_unit_test(json_keys_in_order),
        cmocka_unit_test(order_and_ranges),
        cmocka_unit_test(names),
        cmocka_unit_test(what_was_meant),
        cmocka_unit_test(words_of_standard_input),
        cmocka_unit_test(many_words),
        cmocka_unit_test(more_words_than_memory),
        cmocka_unit_test(standard_input_that_is_none),
        cmocka_unit_test(search_of_a_number),
        cmocka_unit_test(search_of_a_japanese_word),
        cmocka_unit_test(list_partitions_all_numbers),
        cmocka_unit_test(list_by_status),
        cmocka_unit_test(search),
        cmocka_unit_test(exit_codes),
        cmocka_unit_test(hostile_arguments),
        cmocka_unit_test(messages_are_safe),
        cmocka_unit_test(output_that_cannot_be_written),
        cmocka_unit_test(help_and_version),
        cmocka_unit_test(language),
        cmocka_unit_test(labels_follow_the_language),
        cmocka_unit_test(advice_names_its_clients),
        cmocka_unit_test(registered_text_stands_where_it_says_more),
        cmocka_unit_test(causes_stand_before_the_facts),
        cmocka_unit_test(plain_into_a_pipe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
