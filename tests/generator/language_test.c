/* SPDX-License-Identifier: MIT */
/* What a language's file may not say: each with its line, and nothing written.
   And what another language lacks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/compile.h"
#include "support/workshop.h"

#define PROGRAMS TEST_SOURCE "/tests/generator/programs/"

#define ENGLISH "data/languages/en.xml"
#define JAPANESE "data/languages/ja.xml"

/* What the entries of the tables below stand behind: the file in tests/data
   without its end, of LINES lines. */
enum { LINES = 28 };

static const char records[] =
    "<record><value>3000</value><description>Alpha</description></record>"
    "<record><value>3001</value><description>Beta</description></record>";

#define PARTS "<meaning>m</meaning>\n<description>d</description>\n"
#define CODE "<code value=\"3000\">\n" PARTS "</code>\n"
#define LABEL(id, text) "<label id=\"" id "\">" text "</label>\n"
#define MESSAGE(id, text) "<message id=\"" id "\">" text "</message>\n"

static const struct bad {
    long line; /* of the entries; the first is 1 */
    const char *about;
    const char *entries;
} bad_entries[] = {
    /* elements and attributes */
    {1, "<entry> cannot stand in <language>", "<entry/>"},
    {2, "<title> cannot stand in <code>",
     "<code value=\"3000\">\n<title>t</title></code>"},
    {2, "<meaning> cannot stand in <code>",
     "<code value=\"3000\">\n<meaning xmlns=\"urn:other\">m</meaning></code>"},
    {2, "<meaning> takes text alone",
     "<code value=\"3000\">\n<meaning>a <b>b</b></meaning></code>"},
    {1, "<code> has no place for text",
     "<code value=\"3000\">text" PARTS "</code>"},
    {1, "<code> has no attribute \"symbol\"",
     "<code value=\"3000\" symbol=\"A\" reason=\"r\">\n" PARTS "</code>"},
    {1, "<range> has no attribute \"value\"",
     "<range kind=\"unused\" value=\"1\">\n" PARTS "</range>"},
    {2, "<meaning> has no attribute \"lang\"",
     "<code value=\"3000\">\n<meaning xml:lang=\"en\">m</meaning></code>"},
    {1, "<label> has no attribute \"lang\"",
     "<label id=\"page-a\" xml:lang=\"en\">a</label>"},
    {1, "<label> takes text alone", LABEL("page-a", "a <b>b</b>")},
    /* codes and kinds */
    {1, "<code> needs value", "<code>" PARTS "</code>"},
    {1, "the value \"5000\" is outside", "<code value=\"5000\"/>"},
    {1, "the value \"3000-3001\" is a range", "<code value=\"3000-3001\"/>"},
    {1, "\"odd\" is no kind of range", "<range kind=\"odd\"/>"},
    {1, "\"assigned\" is no kind of range", "<range kind=\"assigned\"/>"},
    {5, "is also in line 29", CODE "<code value=\"0xBB8\">" PARTS "</code>"},
    {1, "is also in line 5", "<range kind=\"unused\">" PARTS "</range>"},
    {5, "is also in line 29",
     "<code value=\"4999\">\n" PARTS "</code>\n"
     "<code value=\"4999\">\n" PARTS "</code>"},
    /* texts */
    {1, "<code> needs a <meaning> and a <description>",
     "<code value=\"3000\"/>"},
    {1, "<code> needs a <meaning> and a <description>",
     "<code value=\"3000\"><meaning>m</meaning></code>"},
    {1, "<code> needs a <meaning> and a <description>",
     "<code value=\"3000\"><description>d</description></code>"},
    {3, "a second <meaning> in one <code>",
     "<code value=\"3000\">\n<meaning>m</meaning>\n<meaning>n</meaning>"
     "</code>"},
    {2, "<meaning> is empty",
     "<code value=\"3000\">\n<meaning> </meaning></code>"},
    {2, "<description> is empty",
     "<code value=\"3000\">\n<description/></code>"},
    {2, "description has a bidirectional control",
     "<code value=\"3000\">\n<description>&#x202A;</description></code>"},
    {2, "meaning has a control character",
     "<code value=\"3000\">\n<meaning>a&#x84;b</meaning></code>"},
    {1, "label has a bidirectional control", LABEL("page-a", "&#x2066;")},
    {1, "<message> is empty", MESSAGE("usage", " ")},
    /* ids */
    {1, "<label> needs id", "<label>a</label>"},
    {1, "<message> needs id", "<message id=\"\">a</message>"},
    {1, "\"Page-a\" is no id", LABEL("Page-a", "a")},
    {1, "\"page_a\" is no id", LABEL("page_a", "a")},
    {1, "is no id; write up to 60",
     LABEL("page-a12345678901234567890123456789012345678901234567890123456",
           "a")},
    {2, "\"page-a\" is also in line 29",
     LABEL("page-a", "a") LABEL("page-a", "b")},
    {1, "<label id=\"odd\"> is a word that nothing asks for",
     LABEL("odd", "a")},
    {1, "<message id=\"odd\"> is a word that nothing asks for",
     MESSAGE("odd", "a")},
    {1, "<message id=\"page-a\"> is a word that nothing asks for",
     MESSAGE("page-a", "a")},
    /* marks */
    {1, "<label id=\"page-a\"> has a ` that is alone", LABEL("page-a", "a `b")},
    {1, "has a ` that is alone or around nothing", LABEL("page-a", "a ``")},
    {1, "has a { that no } ends", LABEL("page-a", "a {b")},
    {1, "has a { that no } ends", LABEL("page-a", "a {} b")},
    {1, "has a } that no { begins", LABEL("page-a", "a b}")},
    {1, "has a [ that begins no link", LABEL("page-a", "a [b")},
    {1, "has a [ that begins no link", LABEL("page-a", "[a [b](c)](d)")},
    {1, "has a link that is none", LABEL("page-a", "a ] b")},
    {1, "has a link that is none", LABEL("page-a", "[a] (b)")},
    {1, "has a link that is none", LABEL("page-a", "[a](b")},
    {1, "has a link that is none", LABEL("page-a", "[a]()")},
    {1, "has a link that is none", LABEL("page-a", "[a](b c)")},
    {1, "has a link that is none", LABEL("page-a", "[a](javascript:b)")},
    {1, "has a link that is none", LABEL("page-a", "[a](mailto:b)")},
};

/* A file in tests/data, with these entries before its words. */
static void put_entries(struct workshop *workshop, const char *path,
                        const char *entries) {
    struct arena *arena = &workshop->arena;
    const char *name = strrchr(path, '/');
    const char *texts = workshop_get(
        workshop, arena_printf(arena, TEST_DATA "/languages%s", name));
    const char *words = strstr(
        workshop_get(
            workshop,
            arena_printf(arena, TEST_SOURCE "/gen/data/languages%s", name)),
        "\n\n  <label");
    workshop_put(workshop, path,
                 arena_printf(arena, "%.*s%s%s",
                              (int)(strstr(texts, "</language>") - texts),
                              texts, entries, words));
}

static void test_bad_entries(void **state) {
    struct workshop *workshop = *state;
    int failures = 0;
    workshop_must_sync(workshop, document_with(workshop, records));
    for (size_t i = 0; i < sizeof bad_entries / sizeof *bad_entries; i++) {
        const struct bad *bad = &bad_entries[i];
        put_entries(workshop, ENGLISH, bad->entries);
        failures +=
            workshop_refusal(workshop, ENGLISH, LINES + bad->line, bad->about);
    }
    assert_int_equal(failures, 0);
}

/* The file with something else in the place of what is there once. */
static void put_changed(struct workshop *workshop, const char *path,
                        const char *mark, const char *other) {
    const char *text = workshop_get(workshop, path), *at = strstr(text, mark);
    if (!at)
        fail_msg("%s has no %s", path, mark);
    workshop_put(workshop, path,
                 arena_printf(&workshop->arena, "%.*s%s%s", (int)(at - text),
                              text, other, at + strlen(mark)));
}

static const struct {
    const char *file, *mark, *other;
    bool has_line;
    const char *about;
} bad_changes[] = {
    /* the root */
    {ENGLISH, "<language", "<languages", true, "is not well-formed XML"},
    {ENGLISH, "\"urn:wsclose:1\"", "\"urn:wsclose:2\"", true,
     "the root must be <language xmlns=\"urn:wsclose:1\">"},
    {ENGLISH, " xml:lang=\"en\"", "", true, "<language> needs xml:lang"},
    {ENGLISH, " name=\"English\"", "", true, "<language> needs name"},
    {ENGLISH, " name=\"English\"", " name=\" \"", true,
     "<language> needs name"},
    {ENGLISH, " name=", " title=\"t\" name=", true,
     "<language> has no attribute \"title\""},
    {JAPANESE, "\"ja\"", "\"j\"", true, "\"j\" is no language"},
    {JAPANESE, "\"ja\"", "\"ja_JP\"", true, "\"ja_JP\" is no language"},
    {JAPANESE, "\"ja\"", "\"ja-\"", true, "\"ja-\" is no language"},
    {JAPANESE, "\"ja\"", "\"../ja\"", true, "\"../ja\" is no language"},
    {JAPANESE, "\"ja\"", "\"ja-Japanese9\"", true, "is no language"},
    {JAPANESE, "\"ja\"", "\"ko\"", true,
     "the file of the language \"ko\" is ko.xml"},
    {JAPANESE, "\"ja\"", "\"JA\"", true,
     "the file of the language \"JA\" is JA.xml"},
    {JAPANESE, " name=", " also=\"jp x\" name=", true, "\"x\" is no language"},
    {JAPANESE, " name=", " also=\"jp EN\" name=", false,
     "answers for \"EN\", and so does data/languages/en.xml"},
    {ENGLISH, " name=", " also=\"ja\" name=", false,
     "answers for \"ja\", and so does"},
    /* what is missing */
    {ENGLISH, "<range kind=\"invalid\">", "<range kind=\"unused\">", true,
     "is also in line 5"},
    {ENGLISH, "<range kind=\"invalid\">", "<code value=\"9\">", true,
     "is not well-formed"},
    {ENGLISH, "<label id=\"status\">Status</label>", "", false,
     "has no <label id=\"status\">; write one"},
    {ENGLISH, "<label id=\"page-dark\">Dark mode</label>", "", false,
     "has no <label id=\"page-dark\">; write one"},
    {ENGLISH, "<label id=\"page-dark\">", "<label id=\"page-x\">", true,
     "<label id=\"page-x\"> is a word that nothing asks for"},
    {ENGLISH, "<message id=\"usage\">", "<message id=\"help\">", true,
     "<message id=\"help\"> is a word that nothing asks for"},
    {JAPANESE, "<label id=\"status\">状態</label>", "", false,
     "has no <label id=\"status\">; write one"},
    {JAPANESE, "<label id=\"status\">", "<label id=\"state\">", true,
     "<label id=\"state\"> is not one that en.xml has"},
    {JAPANESE, "<label id=\"status\">状態</label>",
     "<message id=\"status\">状態</message>", true,
     "<message id=\"status\"> is not one that en.xml has"},
    /* marks that are not those of English */
    {JAPANESE, "`close()`", "close()", true,
     "<label id=\"browser-close\"> lacks `close()`, which English has"},
    {JAPANESE, "`close()`", "`close()` `close()`", true,
     "has `close()`, which English has not"},
    {JAPANESE, "{min}", "{least}", true,
     "<label id=\"reconnect-after-delay\"> lacks {min}"},
    {JAPANESE, "状態", "[状態](a)", true,
     "has a link, which only a text of the pages may have"},
};

/* The line that a part stands in. */
static long line_of(const char *text, const char *part) {
    long line = 1;
    for (const char *at = text; at < strstr(text, part); at++)
        line += *at == '\n';
    return line;
}

static void test_bad_changes(void **state) {
    struct workshop *workshop = *state;
    int failures = 0;
    workshop_must_sync(workshop, document_with(workshop, records));
    for (size_t i = 0; i < sizeof bad_changes / sizeof *bad_changes; i++) {
        const char *file = bad_changes[i].file;
        workshop_put_data(workshop, "data", TEST_DATA);
        long line =
            bad_changes[i].has_line
                ? line_of(workshop_get(workshop, file), bad_changes[i].mark)
                : 0;
        put_changed(workshop, file, bad_changes[i].mark, bad_changes[i].other);
        struct outcome outcome = workshop_generate(workshop);
        if (outcome.exit_code != 3 ||
            !strstr(outcome.err, bad_changes[i].about))
            failures += fprintf(stderr, "%s: %s\n", bad_changes[i].about,
                                outcome.err) > 0;
        else if (line && !strstr(bad_changes[i].about, "well-formed"))
            failures +=
                workshop_refusal(workshop, file, line, bad_changes[i].about);
    }
    assert_int_equal(failures, 0);
}

/* English stands in for every other language. */
static void test_without_english(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, records));
    workshop_remove(workshop, ENGLISH);
    assert_int_equal(
        workshop_refusal(workshop, ENGLISH, 0, "there is no such file"), 0);
    workshop_remove(workshop, JAPANESE);
    assert_int_equal(
        workshop_refusal(workshop, ENGLISH, 0, "there is no such file"), 0);
}

/* What is no language's file is left alone. */
static void test_other_files(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, records));
    const char *before = workshop_state(workshop, "out");
    workshop_put(workshop, "data/languages/.ko.xml", "<");
    workshop_put(workshop, "data/languages/ko.xml~", "<");
    workshop_put(workshop, "data/languages/README", "Words.\n");
    assert_outcome(workshop_generate(workshop), 0, "");
    assert_same_text("out", before, workshop_state(workshop, "out"));
}

static const char rules[] =
    "<code value=\"3000\" registered=\"Alpha\">"
    "<wire accept=\"strict\" source=\"s\"/><sender by=\"both\" source=\"s\"/>"
    "<cause id=\"b\"><source text=\"s\" url=\"https://example.com/b\"/></cause>"
    "<cause id=\"a\"><source text=\"s\" url=\"https://example.com/a\"/></cause>"
    "</code>\n</semantics>";

#define CAUSES(causes) "<code value=\"3000\">\n" PARTS causes "</code>\n"
#define CAUSE(id, text) "<cause id=\"" id "\">" text "</cause>\n"

/* The order is that of semantics.xml; what a language lacks is English's. */
static void test_causes(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, records));
    put_changed(workshop, "data/semantics.xml", "</semantics>", rules);
    assert_int_equal(workshop_refusal(workshop, ENGLISH, 0,
                                      "has no <cause id=\"b\"> of 3000"),
                     0);
    put_entries(workshop, ENGLISH, CAUSES(CAUSE("b", "B") CAUSE("b", "C")));
    assert_int_equal(workshop_refusal(workshop, ENGLISH, LINES + 5,
                                      "a second text for the cause \"b\""),
                     0);
    put_entries(workshop, ENGLISH, CAUSES(CAUSE("a", "A") CAUSE("b", "B")));
    put_entries(workshop, JAPANESE, CAUSES(CAUSE("a", "あ") CAUSE("x", "X")));
    struct outcome outcome = workshop_generate(workshop);
    assert_int_equal(outcome.exit_code, 0);
    assert_non_null(strstr(outcome.err, "ja.xml:33: warning: semantics.xml has "
                                        "no cause \"x\" here"));
    assert_non_null(strstr(outcome.out, "\nwanting in ja.xml: cause b\n"));
    const char *json = workshop_get(workshop, "out/close-codes.json");
    const char *b = strstr(json, "\"ja\": \"B\"");
    assert_non_null(b);
    assert_non_null(strstr(b, "\"ja\": \"あ\""));
    assert_null(strstr(json, "\"X\""));
}

/* A text that is missing is English's, and where that is missing the name. One
   of a code that is not registered is not used. */
static void test_texts_that_are_missing(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, records));
    put_entries(workshop, ENGLISH,
                "<!-- c --><code value=\" 0xBB8 \"><description>De\n   sc"
                "</description><!-- c --><meaning><![CDATA[<]]>&#x69;n"
                "</meaning></code>"
                "<code value=\"3002\"><meaning>m</meaning>"
                "<description>d</description></code>");
    put_entries(workshop, JAPANESE,
                "<code value=\"3009\"><meaning>m</meaning>"
                "<description>d</description></code>");
    put_changed(workshop, JAPANESE, "<range kind=\"unused\">",
                "<code value=\"9\">");
    put_changed(workshop, JAPANESE, "</range>", "</code>");
    put_changed(workshop, JAPANESE, "<message id=\"error\">エラー</message>",
                "");
    struct outcome outcome = workshop_generate(workshop);
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    assert_non_null(strstr(outcome.out, "\nwanting in ja.xml: unused, 3000, "
                                        "message error\n"));
    assert_same_text("texts",
                     "en 0 Not used | Nobody uses it.\n"
                     "en 3000 <in | De sc\n"
                     "en 3001 Beta | Beta\n"
                     "en 3002 Not registered yet | For libraries and "
                     "frameworks.\n"
                     "ja 0 Not used | Nobody uses it.\n"
                     "ja 3000 <in | De sc\n"
                     "ja 3001 Beta | Beta\n"
                     "ja 3002 未登録 | ライブラリなどのためのコードです。\n",
                     workshop_compile_and_run(workshop, workshop_strict,
                                              PROGRAMS "language_texts.c"));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_bad_entries),     TEST(test_bad_changes),
        TEST(test_without_english), TEST(test_other_files),
        TEST(test_causes),          TEST(test_texts_that_are_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
