/* SPDX-License-Identifier: MIT */
/* A Close frame as a line for a log: what it says, that it is safe to print,
   and the contract of snprintf(). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

/* The longest line: ten digits, a symbol, 123 bytes of four, an error. */
enum { LINE_MAX_SIZE = 700 };

#define FRAME(code, reason, error)                                             \
    {code, reason, sizeof reason - 1, WSCLOSE_ERROR_##error, 0}

static const struct {
    struct wsclose_frame frame;
    const char *line;
} lines[] = {
    {FRAME(1001, "", NONE), "1001 GOING_AWAY"},
    {FRAME(1001, "bye", NONE), "1001 GOING_AWAY \"bye\""},
    {FRAME(1000, " ", NONE), "1000 NORMAL_CLOSURE \" \""},
    {FRAME(1005, "", NONE), "1005 NO_STATUS_RECEIVED"},
    {FRAME(0, "", TRUNCATED), "0 UNUSED (truncated)"},
    {FRAME(7, "", BAD_CODE), "7 UNUSED (bad-code)"},
    {FRAME(999, "x", BAD_CODE), "999 UNUSED \"x\" (bad-code)"},
    {FRAME(1004, "", NONE), "1004 RESERVED"},
    {FRAME(1016, "", BAD_CODE), "1016 UNASSIGNED (bad-code)"},
    {FRAME(3008, "", NONE), "3008 TIMEOUT"},
    {FRAME(4000, "", NONE), "4000 PRIVATE_USE"},
    {FRAME(65535, "", BAD_CODE), "65535 INVALID (bad-code)"},
    {FRAME(1000000000, "", BAD_CODE), "1000000000 INVALID (bad-code)"},
    {FRAME(4294967295u, "", BAD_CODE), "4294967295 INVALID (bad-code)"},
    {FRAME(1000, "a", TOO_LONG), "1000 NORMAL_CLOSURE \"a\" (too-long)"},
    {FRAME(1001, "\xff", BAD_UTF8), "1001 GOING_AWAY \"\\xff\" (bad-utf8)"},
    {FRAME(0, "why", NO_CODE), "0 UNUSED \"why\" (no-code)"},
    {FRAME(1000, "a\"b\\c", NONE), "1000 NORMAL_CLOSURE \"a\\\"b\\\\c\""},
    {FRAME(1000, "a\0b", NONE), "1000 NORMAL_CLOSURE \"a\\x00b\""},
    {FRAME(1000, "\r\n1001 GOING_AWAY", NONE),
     "1000 NORMAL_CLOSURE \"\\x0d\\x0a1001 GOING_AWAY\""},
    {FRAME(1000, "\x1b[31m", NONE), "1000 NORMAL_CLOSURE \"\\x1b[31m\""},
    {FRAME(1000, "\u9589\U0001F44B", NONE),
     "1000 NORMAL_CLOSURE \"\u9589\U0001F44B\""},
    {FRAME(1000, "\u202egnp", NONE), "1000 NORMAL_CLOSURE \"\\u202egnp\""},
    {FRAME(1000, "\xe9\x96", BAD_UTF8),
     "1000 NORMAL_CLOSURE \"\\xe9\\x96\" (bad-utf8)"},
    {FRAME(1000, "\xed\xa0\x80", BAD_UTF8),
     "1000 NORMAL_CLOSURE \"\\xed\\xa0\\x80\" (bad-utf8)"},
    {FRAME(1000, "%s%n", NONE), "1000 NORMAL_CLOSURE \"%s%n\""},
};

enum { LINES = sizeof lines / sizeof *lines };

/* Characters that act instead of being seen: C0, DEL and C1, line and paragraph
   separators, Cf and Default_Ignorable_Code_Point of Unicode 15; unicode_test
   has those of Debian's. */
static const struct {
    unsigned first, last;
} active[] = {
    {0x00, 0x1F},       {0x7F, 0x9F},
    {0x2028, 0x2029},   {0x00AD, 0x00AD}, /* soft hyphen */
    {0x034F, 0x034F},                     /* grapheme joiner */
    {0x0600, 0x0605},                     /* Arabic number signs */
    {0x061C, 0x061C},                     /* Arabic letter mark */
    {0x06DD, 0x06DD},                     /* end of ayah */
    {0x070F, 0x070F},                     /* Syriac abbreviation */
    {0x0890, 0x0891},                     /* Arabic pound and piastre marks */
    {0x08E2, 0x08E2},                     /* disputed end of ayah */
    {0x115F, 0x1160},                     /* Hangul fillers */
    {0x17B4, 0x17B5},                     /* Khmer inherent vowels */
    {0x180B, 0x180F},                     /* Mongolian selectors */
    {0x200B, 0x200F},   /* no width, joiners, direction marks */
    {0x202A, 0x202E},   /* embeddings and overrides */
    {0x2060, 0x206F},   /* joining, invisible operators, isolates */
    {0x3164, 0x3164},   /* Hangul filler */
    {0xFE00, 0xFE0F},   /* variation selectors */
    {0xFEFF, 0xFEFF},   /* byte order mark */
    {0xFFA0, 0xFFA0},   /* half-width Hangul filler */
    {0xFFF0, 0xFFF8},   /* unassigned, ignorable */
    {0xFFF9, 0xFFFB},   /* interlinear annotation */
    {0x110BD, 0x110BD}, /* Kaithi number signs */
    {0x110CD, 0x110CD}, {0x13430, 0x1343F}, /* hieroglyph joiners */
    {0x1BCA0, 0x1BCA3},                     /* shorthand */
    {0x1D173, 0x1D17A},                     /* music */
    {0xE0000, 0xE0FFF},                     /* tags, selectors, unassigned */
};

static bool is_active(unsigned c) {
    for (size_t i = 0; i < sizeof active / sizeof *active; i++)
        if (c >= active[i].first && c <= active[i].last)
            return true;
    return false;
}

static size_t encode(unsigned c, unsigned char ret[4]) {
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size; --i; c >>= 6)
        ret[i] = (unsigned char)(0x80 | (c & 0x3F));
    ret[0] = (unsigned char)(first[size] | c);
    return size;
}

/* The line of a frame with this reason, in buf. */
static int format_reason(char buf[LINE_MAX_SIZE], const void *reason,
                         size_t len) {
    const struct wsclose_frame frame = {1000, reason, len, WSCLOSE_ERROR_NONE,
                                        0};
    int ret = wsclose_format(buf, LINE_MAX_SIZE, &frame);
    assert_true(ret >= 1 && ret < LINE_MAX_SIZE);
    assert_int_equal(strlen(buf), ret);
    return ret;
}

/* The line must be that of 1000 with this text between the quotes. */
static void check_shown(const void *reason, size_t len, const char *shown) {
    char buf[LINE_MAX_SIZE], expected[LINE_MAX_SIZE + 32];
    snprintf(expected, sizeof expected, "1000 NORMAL_CLOSURE \"%s\"", shown);
    format_reason(buf, reason, len);
    if (strcmp(buf, expected) != 0)
        fail_msg("%s, not %s", buf, expected);
}

static void lines_read_so(void **state) {
    (void)state;
    for (size_t i = 0; i < LINES; i++) {
        char buf[LINE_MAX_SIZE];
        int len = wsclose_format(buf, sizeof buf, &lines[i].frame);
        assert_string_equal(buf, lines[i].line);
        assert_int_equal(len, strlen(lines[i].line));
    }
}

/* The length of what stands together in a line: a character or an escape. */
static size_t unit_at(const char *at) {
    unsigned char c = (unsigned char)*at;
    if (c == '\\')
        return at[1] == 'x' ? 4 : at[1] == 'u' ? 6 : at[1] == 'U' ? 10 : 2;
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/* How much of a line fits into size bytes with a NUL behind it. */
static size_t kept_of(const char *line, size_t size) {
    size_t kept = 0;
    while (line[kept] && kept + unit_at(line + kept) < size)
        kept += unit_at(line + kept);
    return kept;
}

/* A buffer of exactly size bytes, and what is left in it. */
static void check_size(const struct wsclose_frame *frame, const char *line,
                       size_t size) {
    size_t len = strlen(line), kept = kept_of(line, size);
    char *buf = malloc(size ? size : 1);
    assert_non_null(buf);
    memset(buf, 0x5A, size ? size : 1);
    assert_int_equal(wsclose_format(buf, size, frame), len);
    if (size) {
        assert_memory_equal(buf, line, kept);
        assert_int_equal(buf[kept], '\0');
    }
    for (size_t i = size ? kept + 1 : 0; i < (size ? size : 1); i++)
        assert_int_equal(buf[i], 0x5A);
    free(buf);
}

/* The longest symbol of today, a reason of what takes most room, the longest
   error text. */
static void the_longest_line_has_room(void **state) {
    (void)state;
    char reason[123];
    memset(reason, 0x01, sizeof reason);
    const struct wsclose_frame frame = {1007, reason, sizeof reason,
                                        WSCLOSE_ERROR_TRUNCATED, 0};
    int len = wsclose_format(NULL, 0, &frame);
    assert_int_equal(len, strlen("1007 INVALID_FRAME_PAYLOAD_DATA \"\"") +
                              4 * sizeof reason + strlen(" (truncated)"));
    /* a code of ten digits, a symbol of 55 letters */
    assert_true(len + 6 + 55 - (int)strlen("INVALID_FRAME_PAYLOAD_DATA") <
                WSCLOSE_FORMAT_MAX);
}

static void every_size_is_kept_to(void **state) {
    (void)state;
    for (size_t i = 0; i < LINES; i++)
        for (size_t size = 0; size <= strlen(lines[i].line) + 2; size++)
            check_size(&lines[i].frame, lines[i].line, size);
}

static void no_size_needs_no_buffer(void **state) {
    (void)state;
    for (size_t i = 0; i < LINES; i++)
        assert_int_equal(wsclose_format(NULL, 0, &lines[i].frame),
                         strlen(lines[i].line));
}

static void no_reason_may_be_null(void **state) {
    (void)state;
    const struct wsclose_frame frame = {1000, NULL, 0, WSCLOSE_ERROR_NONE, 0};
    check_size(&frame, "1000 NORMAL_CLOSURE", 20);
}

static void every_row_has_its_symbol(void **state) {
    (void)state;
    unsigned code = 0;
    do {
        const struct wsclose_frame frame = {code, "", 0, WSCLOSE_ERROR_NONE, 0};
        char line[LINE_MAX_SIZE];
        snprintf(line, sizeof line, "%u %s", code, wsclose_symbol(code));
        check_size(&frame, line, strlen(line) + 1);
    } while ((code = wsclose_next(code)) != 0);
}

static void every_ascii_character(void **state) {
    (void)state;
    for (unsigned c = 0; c < 0x80; c++) {
        char shown[8], byte = (char)c;
        bool escaped = c == '"' || c == '\\';
        snprintf(shown, sizeof shown,
                 is_active(c) ? "\\x%02x"
                 : escaped    ? "\\%c"
                              : "%c",
                 c);
        check_shown(&byte, 1, shown);
    }
}

static void every_other_character(void **state) {
    (void)state;
    for (unsigned c = 0x80; c <= 0x10FFFF; c++) {
        unsigned char bytes[4];
        char shown[16] = "";
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        size_t size = encode(c, bytes);
        if (is_active(c))
            snprintf(shown, sizeof shown, c < 0x10000 ? "\\u%04x" : "\\U%08x",
                     c);
        else
            memcpy(shown, bytes, size);
        check_shown(bytes, size, shown);
    }
}

static void every_wrong_byte(void **state) {
    (void)state;
    for (unsigned byte = 0x80; byte <= 0xFF; byte++) {
        char shown[16];
        const char reason[] = {'a', (char)byte, 'b'};
        snprintf(shown, sizeof shown, "a\\x%02xb", byte);
        check_shown(reason, 3, shown);
        shown[5] = '\0';
        check_shown(reason, 2, shown);
    }
}

/* The longest reasons, and longer ones that a caller may have made. */
static void long_reasons_are_shown_whole(void **state) {
    (void)state;
    for (size_t len = 1; len <= 150; len++) {
        char *reason = malloc(len), shown[LINE_MAX_SIZE];
        assert_non_null(reason);
        memset(reason, 0x1B, len);
        for (size_t i = 0; i <= len; i++)
            memcpy(shown + 4 * i, "\\x1b", i < len ? 5 : 0);
        shown[4 * len] = '\0';
        check_shown(reason, len, shown);
        free(reason);
    }
}

/* Decodes what the library wrote, which must be UTF-8. */
static unsigned next_character(const char **at) {
    const unsigned char *text = (const unsigned char *)*at;
    unsigned char again[4];
    static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    size_t size = *text < 0x80 ? 1 : *text < 0xE0 ? 2 : *text < 0xF0 ? 3 : 4;
    unsigned c = *text & masks[size];
    for (size_t i = 1; i < size; i++)
        c = c << 6 | (text[i] & 0x3F);
    if (c > 0x10FFFF || encode(c, again) != size ||
        memcmp(again, text, size) != 0)
        fail_msg("the line is not UTF-8: %s", *at);
    *at += size;
    return c;
}

static void check_safe(const char *line) {
    for (const char *at = line; *at;) {
        unsigned c = next_character(&at);
        if (is_active(c) || (c >= 0xD800 && c <= 0xDFFF))
            fail_msg("U+%04X stands in %s", c, line);
    }
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *new_line(const void *reason, size_t len) {
    char buf[LINE_MAX_SIZE];
    int size = format_reason(buf, reason, len);
    char *ret = malloc((size_t)size + 1);
    assert_non_null(ret);
    memcpy(ret, buf, (size_t)size + 1);
    check_safe(ret);
    return ret;
}

/* Every reason of up to two bytes: safe to print, and no two print alike. */
static void short_reasons_are_safe_and_told_apart(void **state) {
    (void)state;
    enum { ONE = 1 + 256, ALL = ONE + 65536 };
    char **made = malloc(ALL * sizeof *made);
    assert_non_null(made);
    for (unsigned i = 0; i < ALL; i++) {
        unsigned two = i - ONE, one = i - 1;
        const char bytes[] = {(char)(i < ONE ? one : two >> 8), (char)two};
        made[i] = new_line(bytes, i == 0 ? 0 : i < ONE ? 1 : 2);
    }
    qsort(made, ALL, sizeof *made, by_text);
    for (size_t i = 1; i < ALL; i++)
        if (strcmp(made[i - 1], made[i]) == 0)
            fail_msg("two reasons print as %s", made[i]);
    for (size_t i = 0; i < ALL; i++)
        free(made[i]);
    free(made);
}

/* Text that looks like an escape is not taken for one. */
static void escapes_are_told_from_text(void **state) {
    (void)state;
    check_shown("\\x1b", 4, "\\\\x1b");
    check_shown("\x1b", 1, "\\x1b");
    check_shown("\\u202e", 6, "\\\\u202e");
    check_shown("\u202e", 3, "\\u202e");
    check_shown("\" (bad-utf8)", 12, "\\\" (bad-utf8)");
}

/* As a library of a later version may have filled it in. */
static void an_unknown_error_is_shown(void **state) {
    (void)state;
    const struct wsclose_frame frame = {1000, "a", 1, (enum wsclose_error) - 99,
                                        0};
    check_size(&frame, "1000 NORMAL_CLOSURE \"a\" (unknown)", 40);
}

static void a_parsed_frame_is_shown(void **state) {
    (void)state;
    static const char payload[] = {0x03, (char)0xE9, 'a', (char)0xC3};
    char buf[LINE_MAX_SIZE];
    struct wsclose_frame frame;
    wsclose_parse(payload, sizeof payload, WSCLOSE_RULE_STRICT, &frame);
    wsclose_format(buf, sizeof buf, &frame);
    assert_string_equal(buf, "1001 GOING_AWAY \"a\\xc3\" (bad-utf8)");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_read_so),
        cmocka_unit_test(every_size_is_kept_to),
        cmocka_unit_test(the_longest_line_has_room),
        cmocka_unit_test(no_size_needs_no_buffer),
        cmocka_unit_test(no_reason_may_be_null),
        cmocka_unit_test(every_row_has_its_symbol),
        cmocka_unit_test(every_ascii_character),
        cmocka_unit_test(every_other_character),
        cmocka_unit_test(every_wrong_byte),
        cmocka_unit_test(long_reasons_are_shown_whole),
        cmocka_unit_test(short_reasons_are_safe_and_told_apart),
        cmocka_unit_test(escapes_are_told_from_text),
        cmocka_unit_test(an_unknown_error_is_shown),
        cmocka_unit_test(a_parsed_frame_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
