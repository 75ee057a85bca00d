/* SPDX-License-Identifier: MIT */
/* The wsclose tool at a terminal: colours, widths, wrapping. */
#include "support/process.h"
#include "width.h"
#include "wrap.h"

#include <fcntl.h>
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

#include <cmocka.h>

#define HYBI "https://mailarchive.ietf.org/arch/msg/hybi/"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A list ended by NULL, of arguments or of environment variables. */
#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

/* A folder made by debootstrap has none until they are mounted. */
static bool has_terminals(void) {
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master >= 0)
        close(master);
    return master >= 0;
}

/* The tool's output goes to the terminal, and a NUL after it: what is read up
   to there is whole. A terminal that its last writer closes may lose some. */
static void run_tool(int terminal, const char *const *variables,
                     const char *const *arguments) {
    const char *argv[16] = {WSCLOSE_TOOL};
    for (size_t i = 0; arguments[i]; i++)
        argv[i + 1] = arguments[i];
    pid_t tool = fork();
    if (tool == 0) {
        for (; *variables; variables++)
            putenv((char *)*variables);
        dup2(terminal, 1);
        execv(argv[0], (char *const *)argv);
        _exit(127);
    }
    int status = -1;
    bool ended = tool > 0 && waitpid(tool, &status, 0) == tool;
    bool marked = write(terminal, "", 1) == 1;
    _exit(ended && marked && WIFEXITED(status) ? WEXITSTATUS(status) : 127);
}

/* Up to a NUL, without the carriage returns. */
static char *read_terminal(int master) {
    char *out = malloc(1), byte = '\0';
    for (size_t len = 0;; len++) {
        do
            assert_int_equal(read(master, &byte, 1), 1);
        while (byte == '\r');
        out = realloc(out, len + 1);
        assert_non_null(out);
        out[len] = byte;
        if (!byte)
            return out;
    }
}

/* What it writes to a terminal of so many columns. */
static char *at_terminal(unsigned short columns, const char *const *variables,
                         const char *const *arguments) {
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    assert_true(master >= 0);
    assert_int_equal(grantpt(master), 0);
    assert_int_equal(unlockpt(master), 0);
    int terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
    assert_true(terminal >= 0);
    struct winsize size = {.ws_row = 24, .ws_col = columns};
    assert_int_equal(ioctl(terminal, TIOCSWINSZ, &size), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        run_tool(terminal, variables, arguments);
    char *out = read_terminal(master);
    close(terminal);
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

/* A line that cannot be cut: an address stays whole, to be followed. */
static bool is_address(const char *text, const char *end) {
    const char *colon = strstr(text, "://");
    return colon && colon < end && text + strcspn(text, " \n") == end;
}

/* No line is wider than the terminal; none begins with what belongs to the line
   above it, or ends with what belongs to the one below. */
static void assert_wrapped(const char *out, size_t columns) {
    for (const char *end; (end = strchr(out, '\n')); out = end + 1) {
        const char *text = out + strspn(out, " ");
        bool is_wide = columns_of(out, end) > columns && !is_address(text, end);
        bool bad = is_wide || (end > out && end[-1] == ' ');
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
        {"at http://a b", 5, true, {"at", "http://a", "b"}},
        {"か\u3099か\u3099", 2, true, {"か\u3099", "か\u3099"}},
        {"あか\u3099。", 4, true, {"あ", "か\u3099。"}},
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
                                 "  上流からの不正な応答\n"
                                 "  ゲートウェイまたはプロキシとして動作す\n"
                                 "  るサーバーが、上流のサーバーから不正な\n"
                                 "  応答を受信しました。HTTP ステータス\n"
                                 "  502 に相当します。\n\n"),
                     out);
    free(out);
    out = at_terminal(100, LIST(PLAIN), LIST("1014"));
    assert_non_null(strstr(out, "  References           " HYBI));
    free(out);
}

/* A label that leaves too little room has a line to itself; so has the name of
   an application, and a word that would be cut beside it. */
static void room_beside_labels(void **state) {
    (void)state;
    static const struct {
        unsigned short columns;
        const char *arguments[4], *expected;
    } cases[] = {
        {80, {"1014"}, "\n  Received in a frame  yes\n"},
        {43, {"1014"}, "\n  Received in a frame  yes\n"},
        {42, {"1014"}, "\n  Received in a frame\n                 yes\n"},
        {40, {"1014"}, "\n  Sent first by  either side\n"},
        {40, {"1014"}, "\n  References\n    " HYBI},
        {24, {"1014"}, "\n  Received in a frame\n    yes\n"},
        {20, {"1014"}, "\n  Received in a\n  frame\n    yes\n"},
        {40, {"--lang=ja", "1014"}, "\n  先に送信できる側  双方\n"},
        {40, {"4200"}, "\n  chat-voice  Microphone off (reconnect:\n"},
        {40,
         {"frame", "03ee"},
         ")\ninvalid: bad-code; fail the connection\nwith "},
        {24, {"4200"}, "\n  chat-voice\n    Microphone off\n"},
        {36,
         {"list", "--app", "chat-voice"},
         "4200  chat-voice\n        Micro"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *out =
            at_terminal(cases[i].columns, LIST(PLAIN), cases[i].arguments);
        if (!strstr(out, cases[i].expected))
            fail_msg("case %zu: %s", i, out);
        free(out);
    }
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
    struct process pipe =
        process_run(NULL, LIST(PLAIN), LIST(WSCLOSE_TOOL, "1006"));
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
    assert_non_null(strstr(out, "\n1007       Data does not match its type\n"
                                "1008       Policy violated\n"));
    free(out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colors_at_a_terminal),
        cmocka_unit_test(wrapping),
        cmocka_unit_test(widths),
        cmocka_unit_test(wrapped_at_every_width),
        cmocka_unit_test(width_is_used_and_bounded),
        cmocka_unit_test(room_beside_labels),
        cmocka_unit_test(width_without_a_size),
        cmocka_unit_test(table_is_aligned),
    };
    if (!has_terminals()) {
        puts("left out: this machine has no pseudo-terminals");
        return 77;
    }
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
