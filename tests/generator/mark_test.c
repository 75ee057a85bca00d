/* SPDX-License-Identifier: MIT */
/* A language is one file: English with a mark before each of its words is
   answered by everything that is made of it. */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/compile.h"
#include "support/workshop.h"

#define PROGRAMS TEST_SOURCE "/tests/generator/programs/"
#define MARK "\302\247" /* a section sign */

/* The text with a mark behind each tag of these elements. */
static const char *marked(struct workshop *workshop, const char *text) {
    static const char *const elements[] = {"<meaning>", "<description>",
                                           "<label ", "<message "};
    char *ret = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&ret, &len);
    assert_non_null(out);
    while (*text) {
        bool is_word = false;
        for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
            is_word |= strncmp(text, elements[i], strlen(elements[i])) == 0;
        size_t end = is_word ? strcspn(text, ">") + 1 : 1;
        fwrite(text, 1, end, out);
        fputs(is_word ? MARK : "", out);
        text += end;
    }
    assert_int_equal(fclose(out), 0);
    const char *kept = arena_copy(&workshop->arena, ret, len);
    free(ret);
    return kept;
}

/* English, and qaa, which is nobody's: the words of gen/data, marked. */
static int open_marked(void **state) {
    int failed = workshop_open(state);
    struct workshop *workshop = *state;
    const char *english = workshop_get(workshop, "data/languages/en.xml");
    const char *tag = strstr(english, "xml:lang=\"en\" name=\"English\"");
    const char *behind = tag + strlen("xml:lang=\"en\" name=\"English\"");
    assert_non_null(tag);
    workshop_put(workshop, "data/languages/qaa.xml",
                 marked(workshop,
                        arena_printf(&workshop->arena,
                                     "%.*sxml:lang=\"qaa\" name=\"" MARK "\"%s",
                                     (int)(tag - english), english, behind)));
    workshop_prepare(workshop);
    return failed;
}

static void test_library(void **state) {
    struct workshop *workshop = *state;
    /* The two codes of the document, which nobody has written of. */
    assert_same_text("not marked", "qaa\n3000 Alpha\n3001 Beta\n",
                     workshop_compile_and_run(workshop, workshop_strict,
                                              PROGRAMS "marked_texts.c"));
}

/* The text without marks, its white space collapsed. */
static const char *plain(struct workshop *workshop, const char *text) {
    char *ret = arena_copy(&workshop->arena, text, strlen(text)), *end = ret;
    while (*text) {
        if (strncmp(text, MARK, strlen(MARK)) == 0)
            text += strlen(MARK);
        else if (isspace((unsigned char)*text)) {
            text++;
            if (end > ret && end[-1] != ' ')
                *end++ = ' ';
        } else
            *end++ = *text++;
    }
    *end = '\0';
    return ret;
}

static size_t count_marks(const char *text) {
    size_t count = 0;
    while ((text = strstr(text, MARK)) != NULL) {
        text += strlen(MARK);
        count++;
    }
    return count;
}

/* What the tool says in both languages differs by so many marks alone. */
static void check_marks(struct workshop *workshop, size_t marks,
                        const char *const *words) {
    const char *english[8] = {"./wsclose", "--lang", "en"};
    const char *other[8] = {"./wsclose", "--lang", "qaa"};
    for (size_t i = 0; words[i]; i++)
        english[3 + i] = other[3 + i] = words[i];
    struct outcome expected = workshop_run(workshop, NULL, english);
    struct outcome actual = workshop_run(workshop, NULL, other);
    assert_int_equal(actual.exit_code, expected.exit_code);
    assert_string_equal(plain(workshop, actual.out),
                        plain(workshop, expected.out));
    assert_string_equal(plain(workshop, actual.err),
                        plain(workshop, expected.err));
    size_t found = count_marks(actual.out) + count_marks(actual.err);
    if (found != marks)
        fail_msg("%zu marks are there, %zu were expected:\n%s%s", found, marks,
                 actual.out, actual.err);
}

#define SAYS(workshop, marks, ...)                                             \
    check_marks(workshop, marks, (const char *const[]){__VA_ARGS__, NULL})

static void test_tool(void **state) {
    struct workshop *workshop = *state;
    workshop_compile_tool(workshop);
    /* "usage", what it is, six commands, nine options, exit codes */
    SAYS(workshop, 18, "--help");
    SAYS(workshop, 3, "--version");
    /* meaning and description; the names of seven facts, the values of four */
    SAYS(workshop, 2 + 7 + 4, "4100");
    /* and an application that uses it, with its advice */
    SAYS(workshop, 2 + 7 + 4 + 1 + 2, "4000");
    SAYS(workshop, 2 + 7 + 4 + 1, "4000-4999");
    /* the names of seven facts, the values of two */
    SAYS(workshop, 6 + 2, "--app", "chat", "4001");
    SAYS(workshop, 2, "--app", "chat", "4100");
    SAYS(workshop, 2, "--app", "odd", "4001");
    SAYS(workshop, 0, "apps");
    /* and where a newer registry is asked */
    SAYS(workshop, 2 + 7 + 4 + 1, "3500");
    SAYS(workshop, 2, "--registry", "nowhere", "4000");
    SAYS(workshop, 2, "--json", "4000");
    /* seven rows, of which two are of codes without a text */
    SAYS(workshop, 5, "list");
    SAYS(workshop, 2, "no-such-name");
    SAYS(workshop, 2, "--no-such-option");
    SAYS(workshop, 2, "--status", "odd");
    SAYS(workshop, 1, "frame", "03e8");
    SAYS(workshop, 2, "frame", "03"); /* and a hint */
    /* What scripts read has no words. */
    SAYS(workshop, 0, "relay", "1005");
    SAYS(workshop, 0, "build", "3000");
}

/* Seven rows, of which two are of codes without a text. */
static void test_json(void **state) {
    struct workshop *workshop = *state;
    const char *json = workshop_get(workshop, "out/close-codes.json");
    size_t rows = 0;
    for (const char *at = json; (at = strstr(at, "\"qaa\": \"")) != NULL; at++)
        rows++;
    assert_int_equal(rows, 2 * 7);
    assert_int_equal(count_marks(json), 2 * 5);
}

static size_t count(const char *text, const char *part) {
    size_t ret = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at++)
        ret++;
    return ret;
}

/* What is between two parts of a page; the end is its own. */
static char *between(struct workshop *workshop, const char *page,
                     const char *from, const char *to) {
    const char *start = strstr(page, from);
    assert_non_null(start);
    const char *end = strstr(start, to);
    assert_non_null(end);
    return arena_copy(&workshop->arena, start, (size_t)(end - start));
}

/* Without what tells one edition from another: tags, that registered text is
   English, and a term that a marked text has not. */
static const char *neutral(struct workshop *workshop, char *edition) {
    static const char *const parts[] = {
        MARK,    "qaa-", " lang=\"en\"",          " lang=\"qaa\"",
        "qaa\"", "en\"", "<span class=\"term\">", "</span>"};
    char *end = edition;
    for (const char *at = edition; *at;) {
        size_t len = 0;
        for (size_t i = 0; i < sizeof parts / sizeof *parts && !len; i++)
            if (strncmp(at, parts[i], strlen(parts[i])) == 0)
                len = strlen(parts[i]);
        if (!len)
            *end++ = *at++;
        at += len;
    }
    *end = '\0';
    return plain(workshop, edition);
}

#define APPLICATIONS "<section class=\"applications\""

/* The editions of a page differ in their words alone, and all have changed.
   Applications stand once, in all languages. */
static void test_html(void **state) {
    struct workshop *workshop = *state;
    const char *page = workshop_get(workshop, "out/close-codes.html");
    char *english = between(workshop, page, "<div class=\"edition\" id=\"en\"",
                            "<div class=\"edition\" id=\"ja\"");
    char *other = between(workshop, page, "<div class=\"edition\" id=\"qaa\"",
                          APPLICATIONS);
    const char *applications = strstr(page, APPLICATIONS);
    assert_int_equal(count(page, "<meta name=\"language\""), 3);
    assert_int_equal(count(page, "href=\"#qaa\" lang=\"qaa\""), 2);
    /* All titles but the codes of four ranges, of which a fifth has a word. */
    assert_int_equal(count(other, "<dt>") - count(other, "<dt>" MARK), 4);
    assert_int_equal(count(other, "<p>") + count(other, "<h1>"),
                     count(other, "<p>" MARK) + count(other, "<h1>" MARK));
    assert_same_text("other elements", neutral(workshop, english),
                     neutral(workshop, other));
    /* Title, what it is, three advices in two words; the language's name. */
    assert_int_equal(count_marks(applications), 2 + 3 * 2 + 1);
}

static void test_markdown(void **state) {
    struct workshop *workshop = *state;
    const char *page = workshop_get(workshop, "out/close-codes.md");
    char *english =
        between(workshop, page, "<a id=\"en\"></a>", "<a id=\"ja\"></a>");
    const char *start = strstr(page, "<a id=\"qaa\"></a>");
    assert_non_null(start);
    char *other = arena_copy(&workshop->arena, start, strlen(start));
    assert_int_equal(count(other, "\n#"), count(other, "# " MARK));
    assert_same_text("other text", neutral(workshop, english),
                     neutral(workshop, other));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, open_marked, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_library), TEST(test_tool),     TEST(test_json),
        TEST(test_html),    TEST(test_markdown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
