/* SPDX-License-Identifier: MIT */
/* What a sync or diff tells: for people, for a pull request, for programs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/text.h"
#include "judge/summary.h"
#include "support/markdown.h"
#include "support/records.h"
#include "support/workshop.h"

/* Where no data is: it knows of no texts. */
#define DIFF(workshop, ...)                                                    \
    WORKSHOP_RUN(workshop, WSCLOSE_GEN_INSTALLED, "diff", __VA_ARGS__)

static const char *markdown_of(struct workshop *workshop,
                               const struct summary *summary) {
    struct stream text;
    stream_begin(&text);
    summary_markdown(summary, &text);
    return stream_keep(&text, &workshop->arena);
}

/* Text that a code span holds; returns what is behind it. */
static const char *read_span(struct workshop *workshop, const char *line,
                             const char **ret) {
    const char *behind = markdown_span(&workshop->arena, line, ret);
    if (!behind)
        fail_msg("no code span: %s", line);
    return behind;
}

static const char hostile[][80] = {
    "plain",
    "`",
    "``",
    "`leading",
    "trailing`",
    "`` both ``",
    "one ` two `` three ```",
    "``` three",
    "a`b``c```d````e",
    "<script>alert(1)</script>",
    "</code></li><img src=x onerror=y>",
    "<!-- -->",
    "[link](https://example.org/)",
    "![image](https://example.org/a.png)",
    "https://example.org/ www.example.org",
    "@somebody @org/team",
    "#1 org/repository#1 closes #2",
    "| a | b |",
    "***bold*** __bold__ ~~gone~~",
    "# heading",
    "- item",
    "> quote",
    "\\` escaped \\",
    "&lt;b&gt; &#96;",
    "~~~ fence",
    ":tada: $x$ [^1] [x]: y",
    " leading and trailing blanks ",
};

/* Whatever the text, it comes out of the span that holds it, as it went in. */
static void test_text_cannot_leave_its_span(void **state) {
    struct workshop *workshop = *state;
    const size_t count = sizeof hostile / sizeof *hostile;
    for (size_t i = 0; i < count * count; i++) {
        const char *before = hostile[i / count], *after = hostile[i % count];
        struct change change = {CHANGE_RENAMED, 3000,   3000, KIND_ASSIGNED,
                                KIND_ASSIGNED,  before, after};
        struct changes changes = {.list = &change, .count = 1};
        struct summary summary = {.result = "updated",
                                  .from = "2026-01-01",
                                  .to = "2026-01-02",
                                  .changes = &changes};
        const char *line = strstr(markdown_of(workshop, &summary), "\n- ");
        assert_non_null(line);
        assert_memory_equal(line, "\n- 3000: `", 10);
        const char *first, *second;
        line = read_span(workshop, line + strlen("\n- 3000: "), &first);
        assert_memory_equal(line, " → `", 6);
        line = read_span(workshop, line + strlen(" → "), &second);
        assert_string_equal(line, "\n");
        assert_string_equal(first, before);
        assert_string_equal(second, after);
    }
}

static void test_markdown(void **state) {
    struct workshop *workshop = *state;
    struct change list[] = {
        {CHANGE_RENAMED, 3000, 3000, KIND_ASSIGNED, KIND_ASSIGNED, "A", "B"},
        {CHANGE_ADDED, 1016, 1016, KIND_UNUSED, KIND_ASSIGNED, NULL, "C"},
        {CHANGE_REFERENCES, 3000, 3000, KIND_ASSIGNED, KIND_ASSIGNED, "D",
         NULL},
        {CHANGE_ADDED, 3001, 3001, KIND_UNUSED, KIND_ASSIGNED, NULL, "E"},
        {CHANGE_SPLIT, 3002, 3999, KIND_UNASSIGNED_REGISTERED,
         KIND_UNASSIGNED_REGISTERED, "3002-3999", "3002, 3003-3999"},
    };
    unsigned wanting[] = {1016, 2999, 3000};
    struct changes changes = {.list = list, .count = 5};
    struct summary summary = {.result = "updated",
                              .to = "2026-01-02",
                              .changes = &changes,
                              .wanting = wanting,
                              .wanting_count = 3};
    assert_same_text(
        "markdown",
        "## WebSocket close codes: updated\n"
        "\n"
        "IANA's registry of 2026-01-02; before: nothing. Version: minor.\n"
        "\n### added\n\n"
        "- 1016: ` C `\n"
        "- 3001: ` E `\n"
        "\n### renamed\n\n"
        "- 3000: ` A ` → ` B `\n"
        "\n### split\n\n"
        "- 3002-3999: ` 3002-3999 ` → ` 3002, 3003-3999 `\n"
        "\n### references\n\n"
        "- 3000: ` D ` → nothing\n"
        "\n### Wanting in gen/data/semantics.xml\n\n"
        "- 1016: texts, and the decision whether it may stand in a frame\n"
        "- 2999: texts, and the decision whether it may stand in a frame\n"
        "- 3000: texts\n",
        markdown_of(workshop, &summary));
}

static json_t *load(const char *text) {
    json_error_t error;
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    if (!json)
        fail_msg("no JSON: %s\n%s", error.text, text);
    return json;
}

/* An object with these keys and no others. */
static void assert_keys(json_t *object, const char *const *keys, size_t count) {
    assert_true(json_is_object(object));
    for (size_t i = 0; i < count; i++)
        if (!json_object_get(object, keys[i]))
            fail_msg("no key \"%s\"", keys[i]);
    assert_int_equal(json_object_size(object), count);
}

static const char *text_at(json_t *object, const char *key) {
    json_t *value = json_object_get(object, key);
    assert_true(json_is_string(value) || json_is_null(value));
    return json_is_null(value) ? "-" : json_string_value(value);
}

/* JSON of sync or diff, a line for each change; its keys are checked. */
static const char *read_json(struct workshop *workshop, const char *text) {
    static const char *const keys[] = {"result", "from",    "to",
                                       "bump",   "wanting", "changes"};
    static const char *const change_keys[] = {"kind", "first", "last", "before",
                                              "after"};
    struct arena *arena = &workshop->arena;
    json_t *json = load(text);
    assert_keys(json, keys, sizeof keys / sizeof *keys);
    const char *ret = arena_printf(
        arena, "%s %s %s %s", text_at(json, "result"), text_at(json, "from"),
        text_at(json, "to"), text_at(json, "bump"));
    size_t i;
    json_t *item, *wanting = json_object_get(json, "wanting");
    assert_true(json_is_array(wanting));
    json_array_foreach(wanting, i, item) {
        assert_true(json_is_integer(item));
        ret = arena_printf(arena, "%s %" JSON_INTEGER_FORMAT, ret,
                           json_integer_value(item));
    }
    assert_true(json_is_array(json_object_get(json, "changes")));
    json_array_foreach(json_object_get(json, "changes"), i, item) {
        assert_keys(item, change_keys,
                    sizeof change_keys / sizeof *change_keys);
        assert_true(json_is_integer(json_object_get(item, "first")));
        assert_true(json_is_integer(json_object_get(item, "last")));
        ret = arena_printf(arena,
                           "%s\n%s %" JSON_INTEGER_FORMAT
                           "-%" JSON_INTEGER_FORMAT " %s -> %s",
                           ret, text_at(item, "kind"),
                           json_integer_value(json_object_get(item, "first")),
                           json_integer_value(json_object_get(item, "last")),
                           text_at(item, "before"), text_at(item, "after"));
    }
    json_decref(json);
    return arena_printf(arena, "%s\n", ret);
}

static void put_document(struct workshop *workshop, const char *path,
                         const char *records) {
    workshop_put(workshop, path, document_with(workshop, records));
}

#define FIRST                                                                  \
    RECORD("1004", "Reserved")                                                 \
    RECORD("3000", "A &lt;b&gt; `c`")

#define SYNC(workshop, ...)                                                    \
    WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data", "data",       \
                 "--out", "out", __VA_ARGS__)

static void test_json_of_sync(void **state) {
    static const struct {
        const char *records, *expected;
        int exit_code;
    } steps[] = {
        {FIRST,
         "updated - 2026-01-02 minor 1004 3000\n"
         "added 1004-1004 - -> Reserved\n"
         "added 3000-3000 - -> A <b> `c`\n",
         0},
        {FIRST, "unchanged 2026-01-02 2026-01-02 none 1004 3000\n", 0},
        {FIRST RECORD("3001", "B"),
         "updated 2026-01-02 2026-01-02 minor 1004 3000 3001\n"
         "added 3001-3001 - -> B\n",
         0},
        {FIRST RECORD("3001", "C"),
         "refused 2026-01-02 2026-01-02 patch 1004 3000 3001\n"
         "renamed 3001-3001 B -> C\n",
         5},
        {FIRST, /* to nothing that is named */
         "refused 2026-01-02 2026-01-02 minor 1004 3000\n"
         "removed 3001-3001 B -> Unassigned\n",
         5},
        {FIRST RECORD("3001", "B") RECORD("4000-4001", "C"),
         "refused 2026-01-02 2026-01-02 minor 1004 3000 3001 4000 4001\n"
         "added 4000-4000 - -> C\n"
         "added 4001-4001 - -> C\n",
         5},
    };
    struct workshop *workshop = *state;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        put_document(workshop, "in.xml", steps[i].records);
        struct outcome outcome = SYNC(workshop, "--json", "--quiet");
        assert_int_equal(outcome.exit_code, steps[i].exit_code);
        assert_same_text("json", steps[i].expected,
                         read_json(workshop, outcome.out));
    }
}

/* Documents and snapshots, in any mixture, give the same difference. */
static void test_diff(void **state) {
    static const char *const files[][2] = {
        {"a.xml", "b.xml"},
        {"a/close-codes.xml", "b.xml"},
        {"a.xml", "b/close-codes.xml"},
        {"a/close-codes.xml", "b/close-codes.xml"}};
    struct workshop *workshop = *state;
    static const char *const folders[] = {"a", "b"};
    static const char *const records[] = { FIRST, FIRST RECORD("3001", "B") };
    for (int i = 0; i < 2; i++) {
        const char *document =
            arena_printf(&workshop->arena, "%s.xml", folders[i]);
        put_document(workshop, document, records[i]);
        workshop_put_data(workshop, folders[i], TEST_DATA);
        struct outcome outcome =
            WORKSHOP_GEN(workshop, "sync", "--from", document, "--data",
                         folders[i], "--out", "out");
        assert_int_equal(outcome.exit_code, 0);
    }
    const char *before = workshop_state(workshop, ".");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *from = files[i][0], *to = files[i][1];
        struct outcome outcome = DIFF(workshop, from, to, "--json");
        assert_string_equal(outcome.err, "");
        assert_int_equal(outcome.exit_code, 1);
        assert_same_text("diff",
                         "updated 2026-01-02 2026-01-02 minor 3001\n"
                         "added 3001-3001 - -> B\n",
                         read_json(workshop, outcome.out));
        outcome = DIFF(workshop, to, from, "--json");
        assert_int_equal(outcome.exit_code, 1);
        assert_same_text("diff",
                         "refused 2026-01-02 2026-01-02 minor\n"
                         "removed 3001-3001 B -> Unassigned\n",
                         read_json(workshop, outcome.out));
        outcome = DIFF(workshop, from, from);
        assert_int_equal(outcome.exit_code, 0);
        assert_string_equal(
            outcome.out,
            "unchanged: 2026-01-02 -> 2026-01-02, version: none\n");
        outcome = DIFF(workshop, from, to, "--markdown");
        assert_int_equal(outcome.exit_code, 1);
        assert_non_null(strstr(outcome.out, "\n### added\n\n- 3001: ` B `\n"));
        outcome = DIFF(workshop, "--json", from, to, from);
        assert_int_equal(outcome.exit_code, 2);
    }
    assert_same_text("state", before, workshop_state(workshop, "."));
}

/* What sync would refuse, diff shows all the same, and the page says why. */
static void test_diff_of_what_is_refused(void **state) {
    struct workshop *workshop = *state;
    put_document(workshop, "a.xml", FIRST);
    put_document(workshop, "private.xml", FIRST RECORD("4000", "A"));
    struct outcome outcome = DIFF(workshop, "a.xml", "private.xml", "--json");
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 1);
    assert_same_text("json",
                     "refused 2026-01-02 2026-01-02 minor 4000\n"
                     "added 4000-4000 - -> A\n",
                     read_json(workshop, outcome.out));
    outcome = DIFF(workshop, "a.xml", "private.xml");
    assert_non_null(strstr(outcome.out, "\n  because     4000 was \"Reserved"));
    outcome = DIFF(workshop, "a.xml", "private.xml", "--markdown");
    assert_int_equal(outcome.exit_code, 1);
    assert_non_null(
        strstr(outcome.out,
               "\n### Refused because\n\n"
               "- ` private.xml:6: 4000 was \"Reserved for Private Use\" and "
               "is \"A\" now: "
               "outside 1000-3999 no code can be registered; ask IANA before "
               "accepting this `\n"));
}

/* A code that is reworded wants its texts anew, semantics.xml or none. */
static void test_reworded_is_wanting(void **state) {
    struct workshop *workshop = *state;
    put_document(workshop, "a.xml", RECORD("3000", "A") RECORD("3001", "B"));
    put_document(workshop, "b.xml", RECORD("3000", "A") RECORD("3001", "C"));
    struct outcome outcome = DIFF(workshop, "a.xml", "b.xml", "--json");
    assert_same_text("json",
                     "refused 2026-01-02 2026-01-02 patch 3001\n"
                     "renamed 3001-3001 B -> C\n",
                     read_json(workshop, outcome.out));
}

/* Neighbours that change alike are one line, for people. */
static void test_neighbours(void **state) {
    struct workshop *workshop = *state;
    put_document(workshop, "a.xml", FIRST);
    put_document(workshop, "b.xml",
                 FIRST RECORD("2998-2999", "B") RECORD("3001-3003", "B")
                     RECORD("3004", "C"));
    struct outcome outcome = DIFF(workshop, "a.xml", "b.xml");
    assert_string_equal(outcome.err, "");
    assert_same_text(
        "text",
        "updated: 2026-01-02 -> 2026-01-02, version: minor\n"
        "  added       2998-2999  \"B\"\n"
        "  added       3001-3003  \"B\"\n"
        "  added       3004       \"C\"\n"
        "  wanting     2998-2999  texts, and the decision whether it may stand "
        "in a frame\n"
        "  wanting     3001-3004  texts\n",
        outcome.out);
    outcome = DIFF(workshop, "a.xml", "b.xml", "--markdown");
    assert_non_null(strstr(outcome.out, "\n### added\n\n"
                                        "- 2998-2999: ` B `\n"
                                        "- 3001-3003: ` B `\n"
                                        "- 3004: ` C `\n"));
    assert_non_null(strstr(outcome.out, "\n- 3001-3004: texts\n"));
}

/* The body of a pull request may have 65,536 characters. */
static void test_long_page(void **state) {
    struct workshop *workshop = *state;
    enum { CODES = 900, LONG = 3990 };
    const char *many = "", *text = "";
    for (unsigned i = 0; i < LONG / 3; i++)
        text = arena_printf(&workshop->arena, "%s語", text);
    for (unsigned i = 0; i < CODES; i++)
        many = arena_printf(&workshop->arena,
                            "%s" RECORD("%u", "%.120s number %u"), many,
                            3100 + i, text, i);
    put_document(workshop, "a.xml", RECORD("3000", "A"));
    put_document(
        workshop, "b.xml",
        arena_printf(&workshop->arena, "%s%s", RECORD("3000", "A"), many));
    struct outcome outcome = DIFF(workshop, "a.xml", "b.xml", "--markdown");
    assert_int_equal(outcome.exit_code, 1);
    size_t len = strlen(outcome.out);
    assert_true(len >= 40000 && len <= 60000);
    size_t lines = 0;
    for (const char *at = outcome.out; (at = strstr(at, "\n- 3")); at++)
        lines++;
    const char *more = strstr(outcome.out, "\nAnd ");
    assert_non_null(more);
    assert_same_text(
        "the last line",
        arena_printf(&workshop->arena,
                     "\nAnd %zu lines more, for which there is no room here: "
                     "see `wsclose-gen diff`.\n",
                     CODES + 1 - lines),
        more);
    /* what is short finds room behind what is not */
    assert_non_null(strstr(outcome.out, "\n- 3100-3999: texts\n"));
}

/* One reading that is too long is cut between two characters. */
static void test_long_reading(void **state) {
    struct workshop *workshop = *state;
    const char *references = "";
    for (unsigned i = 0; i < 3000; i++)
        references =
            arena_printf(&workshop->arena, "%s<xref type=\"text\">語%u</xref>",
                         references, i);
    put_document(workshop, "a.xml", RECORD("3000", "A"));
    put_document(workshop, "b.xml",
                 arena_printf(&workshop->arena,
                              "<record><value>3000</value><description>A"
                              "</description>%s</record>",
                              references));
    struct outcome outcome = DIFF(workshop, "a.xml", "b.xml", "--markdown");
    assert_int_equal(outcome.exit_code, 1);
    const char *line = strstr(outcome.out, "\n- 3000: nothing");
    assert_null(line);
    line = strstr(outcome.out, "\n- 3000: ` 語0, 語1, ");
    assert_non_null(line);
    size_t length = strcspn(line + 1, "\n");
    assert_true(length >= 3990 && length <= 4030);
    const char *end = strchr(line + 1, '\n');
    assert_int_equal(strncmp(end - strlen("… `"), "… `", strlen("… `")), 0);
    assert_int_equal(text_invalid_at(outcome.out, strlen(outcome.out)),
                     strlen(outcome.out));
}

static void test_diff_failures(void **state) {
    struct workshop *workshop = *state;
    put_document(workshop, "a.xml", FIRST);
    workshop_put(workshop, "bad.xml", "<registry>");
    static const struct {
        const char *from, *to, *about;
        int exit_code;
    } failures[] = {
        {"none.xml", "a.xml", "none.xml: error: ", 6},
        {"a.xml", "none.xml", "none.xml: error: ", 6},
        {"bad.xml", "a.xml", "bad.xml:1: error: ", 3},
        {"a.xml", "bad.xml", "bad.xml:1: error: ", 3},
    };
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        struct outcome outcome =
            DIFF(workshop, failures[i].from, failures[i].to, "--json");
        assert_int_equal(outcome.exit_code, failures[i].exit_code);
        assert_int_equal(
            strncmp(outcome.err, failures[i].about, strlen(failures[i].about)),
            0);
        assert_string_equal(strchr(outcome.err, '\n'), "\n");
        assert_string_equal(outcome.out, "");
    }
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_text_cannot_leave_its_span),
        TEST(test_markdown),
        TEST(test_json_of_sync),
        TEST(test_diff),
        TEST(test_diff_of_what_is_refused),
        TEST(test_reworded_is_wanting),
        TEST(test_neighbours),
        TEST(test_long_page),
        TEST(test_long_reading),
        TEST(test_diff_failures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
