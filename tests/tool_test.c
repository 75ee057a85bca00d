/* The wsclose tool, from outside; its wrapping alone also from inside. Values
   from RFC 6455 and IANA's registry. */
#include "process.h"
#include "width.h"
#include "wrap.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <jansson.h>

#include <cmocka.h>

#define HYBI "https://mailarchive.ietf.org/arch/msg/hybi/"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A list ended by NULL, of arguments or of environment variables. */
#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

static struct process run_in(const char *const *variables,
                             const char *const *arguments) {
    const char *argv[16] = {WSCLOSE_TOOL};
    for (size_t i = 0; arguments[i]; i++)
        argv[i + 1] = arguments[i];
    return process_run(NULL, variables, argv);
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
    static const char *const keys[] = {
        "code",          "first",       "last",
        "status",        "symbol",      "name",
        "meaning",       "description", "registered_text",
        "references",    "contact",     "registered",
        "updated",       "wire",        "senders",
        "browser_close", "reply",       "relay",
        "reconnect"};
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
    assert_non_null(strstr(process.err, "wsclose search"));
    ASSERT_CODES(parsed(process, 1), 1000, 1001);
    json_t *array = parsed(RUN("--json", "Unassigned"), 1);
    assert_int_equal(json_array_size(array), 0);
    json_decref(array);
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
    ASSERT_CODES(parsed(RUN("search", "timeout", "--json"), 0), 3008);
    ASSERT_CODES(parsed(RUN("search", "GATEWAY", "--json"), 0), 1014);
    ASSERT_CODES(parsed(RUN("search", "going-away", "--json"), 0), 1001);
    ASSERT_CODES(parsed(RUN("search", "ada young", "--json"), 0), 3003);
    ASSERT_CODES(parsed(RUN("search", "errata", "--json"), 0), 1011);
    ASSERT_CODES(parsed(RUN("search", "異常", "--lang", "ja", "--json"), 0),
                 1006);
    ASSERT_CODES(parsed(RUN("search", "タイムアウト", "--json"), 0), 3008);
    json_t *array = parsed(RUN("search", "no such word", "--json"), 1);
    assert_int_equal(json_array_size(array), 0);
    json_decref(array);
    struct process process = RUN("search", "timeout");
    assert_string_equal(process.out, "3008  TIMEOUT  Took too long\n");
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
    expect(2, false, true, LIST("search", "two", "words"));
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
        process_free(&process);
    }
}

static void help_and_version(void **state) {
    (void)state;
    struct process process = RUN("--help");
    for (const char *const *word =
             LIST("list", "search", "--status", "--json", "--lang",
                  "--no-color", "--version", "--help");
         *word; word++)
        assert_non_null(strstr(process.out, *word));
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
        {false, {NO_LC, "LANG=ja_JP"}},
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
    for (const char *const *label =
             LIST("1014  Bad Gateway\n", "Symbol         BAD_GATEWAY\n",
                  "Status         assigned\n",
                  "    " HYBI "l1lK4ZImO70jmcYorRa1lsLdvzY/\n",
                  "Contact        Alexey Melnikov\n",
                  "Registered     2016-10-10\n", "Updated        2025-07-30\n",
                  "Registered as  The server was acting as a gateway");
         *label; label++)
        assert_non_null(strstr(process.out, *label));
    process_free(&process);
}

static void registered_text_stands_where_it_says_more(void **state) {
    (void)state;
    struct process process = RUN("1005");
    assert_non_null(strstr(process.out, "Registered as  No Status Rcvd\n"));
    process_free(&process);
    process = RUN("1006");
    assert_null(strstr(process.out, "Registered"));
    process_free(&process);
    process = RUN("1011");
    assert_non_null(strstr(process.out, "References     RFC 6455\n"
                                        "                 RFC Errata 3227\n"));
    process_free(&process);
    process = RUN("3500", "70000");
    assert_non_null(strstr(process.out, "3500 (3009-3999)  Unassigned\n"));
    assert_non_null(strstr(process.out, "\n\n70000 (5000+)  Invalid\n"));
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

/* What it writes to a terminal of so many columns, without the carriage
   returns. */
static char *at_terminal(unsigned short columns, const char *const *variables,
                         const char *const *arguments) {
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    assert_true(master >= 0);
    assert_int_equal(grantpt(master), 0);
    assert_int_equal(unlockpt(master), 0);
    int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    assert_true(slave >= 0);
    struct winsize size = {.ws_row = 24, .ws_col = columns};
    assert_int_equal(ioctl(slave, TIOCSWINSZ, &size), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        const char *argv[16] = {WSCLOSE_TOOL};
        for (size_t i = 0; arguments[i]; i++)
            argv[i + 1] = arguments[i];
        for (; *variables; variables++)
            putenv((char *)*variables);
        dup2(slave, 1);
        execv(argv[0], (char *const *)argv);
        _exit(127);
    }
    close(slave);
    char *out = NULL;
    size_t len = 0;
    for (ssize_t got = 1; got > 0;) {
        out = realloc(out, len + 4097);
        assert_non_null(out);
        got = read(master, out + len, 4096);
        for (ssize_t i = 0, end = (ssize_t)len; i < got; i++)
            if (out[end + i] != '\r')
                out[len++] = out[end + i];
    }
    out[len] = '\0';
    close(master);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
    return out;
}

#define COLORFUL "LC_ALL=C", "TERM=xterm", "NO_COLOR=", "COLUMNS="
#define PLAIN "LC_ALL=C", "TERM=xterm", "NO_COLOR=1", "COLUMNS="

static void colors_at_a_terminal(void **state) {
    (void)state;
    static const struct {
        bool colors;
        const char *variables[5], *arguments[4];
    } cases[] = {
        {true, {COLORFUL}, {"1006"}},
        {true, {COLORFUL}, {"list"}},
        {true, {COLORFUL}, {"search", "error"}},
        {false, {COLORFUL}, {"1006", "--no-color"}},
        {false, {COLORFUL}, {"list", "--no-color"}},
        {false, {COLORFUL}, {"1006", "--json"}},
        {false, {COLORFUL}, {"--help"}},
        {false, {COLORFUL, "NO_COLOR=1"}, {"1006"}},
        {false, {COLORFUL, "NO_COLOR=0"}, {"list"}},
        {false, {COLORFUL, "TERM=dumb"}, {"1006"}},
        {false, {COLORFUL, "TERM="}, {"list"}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *out = at_terminal(80, cases[i].variables, cases[i].arguments);
        if (!!strchr(out, '\033') != cases[i].colors)
            fail_msg("case %zu: %s", i, out);
        free(out);
    }
    char *out = at_terminal(80, LIST(COLORFUL), LIST("1006"));
    assert_ptr_equal(strstr(out, "\033[1m1006  \033[0m"
                                 "\033[1mAbnormal Closure\033[0m\n"),
                     out);
    free(out);
}

/* The code point at text, and its length; texts are known to be UTF-8. */
static unsigned long code_point(const char *text, size_t *len) {
    const unsigned char *byte = (const unsigned char *)text;
    *len = *byte < 0x80 ? 1 : *byte < 0xe0 ? 2 : *byte < 0xf0 ? 3 : 4;
    unsigned long point = *len == 1 ? *byte : *byte & (0x7fu >> *len);
    for (size_t i = 1; i < *len; i++)
        point = point << 6 | (byte[i] & 0x3f);
    return point;
}

/* All of the Japanese that the texts use is wide. */
static size_t columns_of(const char *text, const char *end) {
    size_t columns = 0;
    for (size_t len; text < end; text += len)
        columns += code_point(text, &len) >= 0x2e80 ? 2 : 1;
    return columns;
}

static bool begins_with_one_of(const char *text, const char *const *list) {
    for (; *list; list++)
        if (strncmp(text, *list, strlen(*list)) == 0)
            return true;
    return false;
}

/* No line is wider than the terminal; none begins with what belongs to the line
   above it, or ends with what belongs to the one below. */
static void assert_wrapped(const char *out, size_t columns) {
    for (const char *end; (end = strchr(out, '\n')); out = end + 1) {
        const char *text = out + strspn(out, " ");
        bool bad =
            columns_of(out, end) > columns || (end > out && end[-1] == ' ');
        bad |= begins_with_one_of(text, LIST("、", "。", "」", "）", "ー", "～",
                                             "ッ", "ャ", "ュ", "ョ", "ァ", "ィ",
                                             "ェ", "っ", "ゃ", "ょ"));
        bad |= end - out >= 3 &&
               begins_with_one_of(end - 3, LIST("「", "（", "『"));
        if (bad)
            fail_msg("at %zu columns: %.*s", columns, (int)(end - out), out);
    }
    assert_string_equal(out, "");
}

/* The text without blanks and line ends: what wrapping may not change. */
static char *squeezed(const char *text) {
    char *all = malloc(strlen(text) + 1), *end = all;
    assert_non_null(all);
    for (; *text; text++)
        if (*text != ' ' && *text != '\n')
            *end++ = *text;
    *end = '\0';
    return all;
}

static void assert_same_text(const char *narrow, const char *wide) {
    char *a = squeezed(narrow), *b = squeezed(wide);
    assert_string_equal(a, b);
    free(a);
    free(b);
}

static void wrapped_at_every_width(void **state) {
    (void)state;
    for (const char *const *lang = LIST("en", "ja"); *lang; lang++) {
        const char *const *arguments = LIST("--lang", *lang, "0-5000");
        char *wide = at_terminal(100, LIST(PLAIN), arguments);
        for (unsigned short columns = 20; columns <= 100; columns += 4) {
            char *out = at_terminal(columns, LIST(PLAIN), arguments);
            assert_wrapped(out, columns);
            assert_same_text(out, wide);
            free(out);
            out = at_terminal(columns, LIST(PLAIN),
                              LIST("list", "--lang", *lang));
            assert_wrapped(out, columns);
            free(out);
        }
        free(wide);
    }
}

static void wrapping(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t room;
        bool cut_words;
        const char *lines[4];
    } cases[] = {
        {"", 10, true, {0}},
        {"   ", 10, true, {0}},
        {" one  two ", 8, true, {"one  two"}},
        {"one two", 6, true, {"one", "two"}},
        {"one two", 3, true, {"one", "two"}},
        {"onetwo", 3, true, {"one", "two"}},
        {"a onetwo b", 3, true, {"a", "one", "two", "b"}},
        {"a onetwo b", 3, false, {"a", "onetwo", "b"}},
        {"あいう", 4, true, {"あい", "う"}},
        {"あいう", 5, true, {"あい", "う"}},
        {"あいう", 1, true, {"あ", "い", "う"}},
        {"あい。", 4, true, {"あ", "い。"}},
        {"あい」。", 6, true, {"あ", "い」。"}},
        {"あ（い）", 4, true, {"あ", "（い", "）"}},
        {"ああ（い）", 6, true, {"ああ", "（い）"}},
        {"あ「「い", 6, true, {"あ", "「「い"}},
        {"サーバー", 6, true, {"サー", "バー"}},
        {"キャッシュ", 4, true, {"キャ", "ッ", "シュ"}},
        {"5～30", 3, true, {"5～", "30"}},
        {"あTLSい", 5, true, {"あTLS", "い"}},
        {"あTLSい", 4, true, {"あ", "TLS", "い"}},
        {"か\u3099か\u3099", 2, true, {"か\u3099", "か\u3099"}},
    };
    assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *rest = cases[i].text;
        for (size_t k = 0; k < 4 && cases[i].lines[k]; k++) {
            struct line line;
            const char *expected = cases[i].lines[k];
            if (!wrap_next(&rest, cases[i].room, cases[i].cut_words, &line) ||
                line.len != strlen(expected) ||
                strncmp(line.text, expected, line.len) != 0)
                fail_msg("%s: line %zu", cases[i].text, k + 1);
        }
        struct line line;
        assert_false(wrap_next(&rest, cases[i].room, true, &line));
    }
}

static void widths(void **state) {
    (void)state;
    assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
    assert_int_equal(text_width(""), 0);
    assert_int_equal(text_width("TLS"), 3);
    assert_int_equal(text_width("異常切断"), 8);
    assert_int_equal(text_width("é\033\377"), 1);
    struct glyph cut = glyph_at("\347\225");
    assert_int_equal(cut.len, 1);
    assert_int_equal(cut.width, 0);
}

/* A wide terminal does not make long lines, and a line uses what there is. */
static void width_is_used_and_bounded(void **state) {
    (void)state;
    char *narrow = at_terminal(100, LIST(PLAIN), LIST("0-5000"));
    char *wide = at_terminal(300, LIST(PLAIN), LIST("0-5000"));
    assert_string_equal(wide, narrow);
    free(narrow);
    free(wide);
    char *out = at_terminal(40, LIST(PLAIN), LIST("--lang=ja", "1014"));
    assert_ptr_equal(strstr(out, "1014  Bad Gateway\n"
                                 "  不正なゲートウェイ\n"
                                 "  ゲートウェイまたはプロキシとして動作す\n"
                                 "  るサーバーが、上流のサーバーから不正な\n"
                                 "  応答を受信しました。HTTP の 502 に相当\n"
                                 "  します。\n\n"),
                     out);
    free(out);
    out = at_terminal(100, LIST(PLAIN), LIST("1014"));
    assert_non_null(strstr(out, "  References     " HYBI));
    free(out);
}

/* A terminal that does not know its width: COLUMNS, else 80. */
static void width_without_a_size(void **state) {
    (void)state;
    char *at_40 = at_terminal(40, LIST(PLAIN), LIST("1006"));
    char *by_variable = at_terminal(0, LIST(PLAIN, "COLUMNS=40"), LIST("1006"));
    assert_string_equal(by_variable, at_40);
    free(at_40);
    free(by_variable);
    char *at_80 = at_terminal(80, LIST(PLAIN), LIST("1006"));
    for (const char *const *columns =
             LIST("COLUMNS=", "COLUMNS=wide", "COLUMNS=-5", "COLUMNS=0");
         *columns; columns++) {
        char *out = at_terminal(0, LIST(PLAIN, *columns), LIST("1006"));
        assert_string_equal(out, at_80);
        free(out);
    }
    struct process pipe = run_in(LIST(PLAIN), LIST("1006"));
    assert_string_equal(pipe.out, at_80);
    process_free(&pipe);
    free(at_80);
}

/* Where each line of a table has its last column, whatever stands before. */
static void table_is_aligned(void **state) {
    (void)state;
    char *out = at_terminal(80, LIST(PLAIN), LIST("list", "--lang=ja"));
    size_t lines = 0;
    for (const char *at = out, *end; (end = strchr(at, '\n')); at = end + 1) {
        assert_true(at[10] == ' ' && at[11] != ' ');
        assert_true(at[38] == ' ' && at[39] != ' ');
        lines++;
    }
    assert_int_equal(lines, 26);
    free(out);
    out = at_terminal(40, LIST(PLAIN), LIST("list"));
    assert_non_null(strstr(out, "\n1007       Content does not fit its type\n"
                                "1008       Against a policy\n"));
    free(out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_rows),
        cmocka_unit_test(json_texts),
        cmocka_unit_test(json_keys_in_order),
        cmocka_unit_test(order_and_ranges),
        cmocka_unit_test(names),
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
        cmocka_unit_test(registered_text_stands_where_it_says_more),
        cmocka_unit_test(plain_into_a_pipe),
        cmocka_unit_test(colors_at_a_terminal),
        cmocka_unit_test(wrapping),
        cmocka_unit_test(widths),
        cmocka_unit_test(wrapped_at_every_width),
        cmocka_unit_test(width_is_used_and_bounded),
        cmocka_unit_test(width_without_a_size),
        cmocka_unit_test(table_is_aligned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
