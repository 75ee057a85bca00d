/* SPDX-License-Identifier: MIT */
/* Every character of registered text reaches the compiled string: documents
   are synced, compiled with the library, and read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "support/compile.h"
#include "support/workshop.h"

#define PROGRAMS TEST_SOURCE "/tests/generator/programs/"

/* What C, its preprocessor, printf or a comment could take amiss. The texts
   stand for the codes from 3000 on, as description, contact and reference. */
static const char *const texts[] = {
    "*/",
    "/*",
    "/**/",
    "*/ int x; /*",
    "a*/b/*c*//*d",
    "/ * /",
    "//",
    "/",
    "*",
    "?\?/",
    "what?\?/ next",
    "?\?/?\?/n",
    "?\?=?\?(?\?)?\?!?\?<?\?>?\?-?\?'",
    "?\?\?\?\?\?\?\?\?/",
    "?",
    "a?",
    "? ?/ ?\?'",
    "\"",
    "\"quoted\"",
    "\"@",
    "\"@ \\\"",
    "\", 0) }; #error",
    "'",
    "back\\slash",
    "ends in \\",
    "\\",
    "\\\\",
    "?\?/\"",
    "\\?\?/",
    "\\n \\x41 \\101 \\u0041 \\N{SPACE}",
    "\\\" \\' \\? \\*/",
    "%s %n %% %d %1$s",
    "<% %> <: :> %: %:%:",
    "#define X(a) #a",
    "# ## __LINE__ _Pragma(\"x\")",
    "R\"(raw)\" u8\"x\" L'x'",
    ")",
    "(",
    ",",
    "{}; }",
    "$HOME `id` $(id) ${x}",
    "<b>&amp;</b> ]]> <!-- -->",
    "\346\227\245\346\234\254\350\252\236\343\201\256",
    "\360\237\231\202\360\237\232\252",
    "e\314\201 \303\251 \302\240 \357\273\277x \342\200\213y",
    "\364\217\277\275 \356\200\200",
    "@brief \\brief @code",
    "1 23 4F \\1 \\12 3",
};

enum { TEXTS = sizeof texts / sizeof *texts, FIRST = 3000, LONG_TEXTS = 6 };

/* Texts of nearly 4,000 bytes, each of one piece over and over. */
static const char *long_text(struct workshop *workshop, size_t i) {
    static const char *const pieces[LONG_TEXTS] = {
        "\"", "\\", "?", "*/", "\360\237\232\252", "?\?/ "};
    size_t len = strlen(pieces[i]), count = (size_t)TEXT_MAX_BYTES / len;
    char *text = arena_alloc(&workshop->arena, count * len + 2), *end = text;
    for (size_t j = 0; j < count; j++)
        end = stpcpy(end, pieces[i]);
    if (end[-1] == ' ')
        end[-1] = '!';
    return text;
}

static const char *text_at(struct workshop *workshop, size_t i) {
    return i < TEXTS ? texts[i] : long_text(workshop, i - TEXTS);
}

static const char *make_document(struct workshop *workshop) {
    char *records = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&records, &len);
    assert_non_null(out);
    for (size_t i = 0; i < TEXTS + LONG_TEXTS; i++) {
        const char *text = xml_escaped(workshop, text_at(workshop, i));
        fprintf(out,
                "<record><value>%zu</value><description>%s</description>"
                "<contact>%s</contact><xref type=\"uri\" data=\"%s\"/>"
                "<xref type=\"text\">%s</xref></record>\n",
                FIRST + i, text, text, text, text);
    }
    assert_int_equal(fclose(out), 0);
    const char *document = document_with(workshop, records);
    free(records);
    return document;
}

static const char *expected_output(struct workshop *workshop) {
    char *lines = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&lines, &len);
    assert_non_null(out);
    for (size_t i = 0; i < TEXTS + LONG_TEXTS; i++) {
        fprintf(out, "%zu\n", FIRST + i);
        for (int j = 0; j < 7; j++)
            fprintf(out, "%s\n", text_at(workshop, i));
    }
    assert_int_equal(fclose(out), 0);
    const char *kept = arena_copy(&workshop->arena, lines, len);
    free(lines);
    return kept;
}

static void check(struct workshop *workshop, const char *const *options) {
    workshop_must_sync(workshop, make_document(workshop));
    assert_same_text("what comes back", expected_output(workshop),
                     workshop_compile_and_run(workshop, options,
                                              PROGRAMS "escaped_texts.c"));
}

#define WARNINGS "-Wall", "-Wextra", "-Wpedantic", "-Werror"

static void test_without_trigraphs(void **state) {
    static const char *const options[] = {"-std=gnu11", WARNINGS, NULL};
    check(*state, options);
}

static void test_with_trigraphs(void **state) {
    static const char *const options[] = {"-std=c11", "-trigraphs", WARNINGS,
                                          NULL};
    check(*state, options);
}

/* Words that the preprocessor knows already, here or in who uses the list. */
static void test_symbols_that_are_macros(void **state) {
    static const char *const names[] = {
        "X",     "EOF",  "NULL", "Code", "Symbol", "Name", "Row",
        "Empty", "Slot", "Text", "true", "errno",  "id",   "Alias"};
    static const char *const options[] = {"-std=c11", WARNINGS, NULL};
    struct workshop *workshop = *state;
    const char *records = "", *expected = "";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        records = arena_printf(&workshop->arena,
                               "%s<record><value>%zu</value><description>%s"
                               "</description></record>",
                               records, FIRST + i, names[i]);
        expected = arena_printf(&workshop->arena, "%s%s\n", expected, names[i]);
    }
    workshop_must_sync(workshop, document_with(workshop, records));
    assert_same_text(
        "names", expected,
        workshop_compile_and_run(workshop, options, PROGRAMS "macros.c"));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_without_trigraphs),
        TEST(test_with_trigraphs),
        TEST(test_symbols_that_are_macros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
