/* SPDX-License-Identifier: MIT */
/* Thousands of hostile descriptions, contacts, references, rules and titles, of
   a seed that can be given: each is refused, or comes back byte for byte from
   the library, the tool and the report.

       injection_test [SEED]   */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "read/document.h"
#include "support/compile.h"
#include "support/hostile.h"
#include "support/markdown.h"
#include "support/workshop.h"

#define PROGRAMS TEST_SOURCE "/tests/generator/programs/"

enum {
    FIRST = 3000,
    CODES = 320, /* of one document */
    BATCHES = 6,
    SEED = 7
};

/* What is said of one code. */
enum field { DESCRIPTION, CONTACT, DATA, TEXT, FIELDS };

/* A document: its title, its policy, and what it says of each code. */
struct registry {
    const char *date;
    struct hostile title, rule;
    struct hostile codes[CODES][FIELDS];
};

static struct random numbers;
static unsigned accepted_count, refused_count;

static void put_registry(const struct registry *registry, FILE *out) {
    fprintf(out,
            "<registry xmlns=\"http://www.iana.org/assignments\" "
            "id=\"websocket\">\n<updated>%s</updated>\n"
            "<registry id=\"close-code-number\">\n<title>",
            registry->date);
    hostile_put(&numbers, &registry->title, false, out);
    fputs("</title>\n<range><value>3000-3999</value><registration_rule>", out);
    hostile_put(&numbers, &registry->rule, false, out);
    fputs("</registration_rule></range>\n", out);
    for (unsigned i = 0; i < CODES && registry->codes[i][0].len; i++) {
        const struct hostile *fields = registry->codes[i];
        fprintf(out, "<record><value>%u</value><description>", FIRST + i);
        hostile_put(&numbers, &fields[DESCRIPTION], false, out);
        fputs("</description><contact>", out);
        hostile_put(&numbers, &fields[CONTACT], false, out);
        fputs("</contact><xref type=\"uri\" data=\"", out);
        hostile_put(&numbers, &fields[DATA], true, out);
        fputs("\"/><xref type=\"text\">", out);
        hostile_put(&numbers, &fields[TEXT], false, out);
        fputs("</xref></record>\n", out);
    }
    fputs("</registry>\n</registry>\n", out);
}

/* The bytes of a document, which may have NULs. */
static const char *document_of(struct arena *arena,
                               const struct registry *registry, size_t *len) {
    char *bytes = NULL;
    FILE *out = open_memstream(&bytes, len);
    assert_non_null(out);
    put_registry(registry, out);
    assert_int_equal(fclose(out), 0);
    const char *kept = arena_copy(arena, bytes, *len);
    free(bytes);
    return kept;
}

static struct hostile plain(const char *text) {
    return (struct hostile){text, strlen(text), text};
}

/* One code, about which nothing is hostile. */
static struct registry *harmless(struct arena *arena, const char *date) {
    struct registry *registry = arena_alloc(arena, sizeof *registry);
    registry->date = date;
    registry->title = registry->rule = plain("Plain");
    for (enum field field = 0; field < FIELDS; field++)
        registry->codes[0][field] = plain("Plain");
    return registry;
}

/* Is a document with this text accepted? In silence, or refused with one line.
 */
static bool is_accepted(struct arena *arena, const struct hostile *text,
                        enum field field) {
    struct registry *registry = harmless(arena, "2026-01-02");
    struct file file = {.path = "in.xml"};
    struct report report = {0};
    struct model model = {0};
    registry->codes[0][field] = *text;
    file.bytes = (char *)document_of(arena, registry, &file.len);
    int result = document_read(&file, DOCUMENT_FROM_IANA, &report, &model);
    assert_int_equal(report.count, result == GEN_OK ? 0 : 1);
    if (result != GEN_OK)
        assert_int_equal(result, GEN_BAD_DOCUMENT);
    report_free(&report);
    model_free(&model);
    return result == GEN_OK;
}

/* The next text that can be accepted; those before it are refused. */
static struct hostile next_accepted(struct workshop *workshop,
                                    enum field field) {
    for (;;) {
        struct arena arena = {0};
        struct hostile text = hostile_text(&numbers, &arena);
        bool accepted = is_accepted(&arena, &text, field);
        if (accepted != !!text.accepted)
            fail_msg("%s: %.*s", accepted ? "accepted" : "refused",
                     (int)text.len, text.bytes);
        if (accepted) {
            text.bytes = arena_copy(&workshop->arena, text.bytes, text.len);
            text.accepted = arena_copy(&workshop->arena, text.accepted,
                                       strlen(text.accepted));
        }
        arena_free(&arena);
        accepted_count += accepted;
        refused_count += !accepted;
        if (accepted)
            return text;
    }
}

/* Descriptions are those of before, if there is one. */
static struct registry *hostile_registry(struct workshop *workshop,
                                         const struct registry *before,
                                         const char *date) {
    struct registry *ret = arena_alloc(&workshop->arena, sizeof *ret);
    ret->date = date;
    ret->title = next_accepted(workshop, DESCRIPTION);
    ret->rule = next_accepted(workshop, DESCRIPTION);
    for (unsigned i = 0; i < CODES; i++)
        for (enum field field = 0; field < FIELDS; field++)
            ret->codes[i][field] = before && field == DESCRIPTION
                                       ? before->codes[i][field]
                                       : next_accepted(workshop, field);
    return ret;
}

static struct outcome sync_with(struct workshop *workshop,
                                const struct registry *registry) {
    size_t len;
    const char *bytes = document_of(&workshop->arena, registry, &len);
    workshop_put_bytes(workshop, "in.xml", bytes, len);
    return WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data", "data",
                        "--out", "out", "--report", "out/report.md", "--json",
                        "--max-size", "16777216");
}

/* What a change of the kind has to say of a code. */
static const char *said_of(struct arena *arena, const struct registry *registry,
                           unsigned i, const char *kind) {
    const struct hostile *fields = registry->codes[i];
    if (strcmp(kind, "references") == 0)
        return arena_printf(arena, "%s, %s", fields[DATA].accepted,
                            fields[TEXT].accepted);
    return strcmp(kind, "contact") == 0 ? fields[CONTACT].accepted
                                        : fields[DESCRIPTION].accepted;
}

/* The changes in the report's JSON: of each code, what was and what is. */
static void check_json(struct workshop *workshop, const char *text,
                       const struct registry *before,
                       const struct registry *after) {
    json_t *json = json_loads(text, 0, NULL), *change;
    json_t *changes = json_object_get(json, "changes");
    size_t at, seen = 0;
    json_array_foreach(changes, at, change) {
        const char *kind = json_string_value(json_object_get(change, "kind"));
        json_t *first = json_object_get(change, "first");
        json_t *was = json_object_get(change, "before");
        unsigned i = (unsigned)json_integer_value(first) - FIRST;
        if (strcmp(kind, "status") == 0)
            continue;
        assert_true(i < CODES);
        assert_string_equal(json_string_value(json_object_get(change, "after")),
                            said_of(&workshop->arena, after, i, kind));
        if (before)
            assert_string_equal(json_string_value(was),
                                said_of(&workshop->arena, before, i, kind));
        seen++;
    }
    /* now and then a contact is what it was */
    assert_true(seen > (before ? CODES * 19 / 10 : CODES - 1));
    json_decref(json);
}

/* A text of the report that is long is cut. */
static void assert_span(const char *expected, const char *span) {
    size_t len = strlen(span), mark = strlen("…");
    if (strlen(expected) > 4000 && len > mark &&
        strcmp(span + len - mark, "…") == 0)
        assert_memory_equal(expected, span, len - mark);
    else
        assert_string_equal(expected, span);
}

/* Each item of the page is a code, and texts in code spans. */
static void check_markdown(struct workshop *workshop,
                           const struct registry *before,
                           const struct registry *after) {
    struct arena *arena = &workshop->arena;
    const char *page = workshop_get(workshop, "out/report.md");
    const char *kind = "", *span;
    unsigned seen = 0;
    assert_true(strlen(page) <= 60000);
    for (char *line = strtok((char *)page, "\n"); line;
         line = strtok(NULL, "\n")) {
        if (strncmp(line, "### ", 4) == 0)
            kind = line + 4;
        if (strncmp(line, "- ", 2) != 0 || strncmp(kind, "Wanting", 7) == 0 ||
            strcmp(kind, "status") == 0)
            continue;
        char *at;
        unsigned i = (unsigned)strtoul(line + 2, &at, 10) - FIRST;
        assert_true(i < CODES);
        if (*at == '-') /* neighbours that say the same */
            strtoul(at + 1, &at, 10);
        assert_memory_equal(at, ": `", 3);
        const char *rest = markdown_span(arena, at + 2, &span);
        assert_non_null(rest);
        if (before) {
            assert_span(said_of(arena, before, i, kind), span);
            assert_memory_equal(rest, " → ", strlen(" → "));
            rest = markdown_span(arena, rest + strlen(" → "), &span);
            assert_non_null(rest);
        }
        assert_span(said_of(arena, after, i, kind), span);
        assert_string_equal(rest, "");
        seen++;
    }
    assert_true(seen > 0);
}

/* What holds of every file that is made, whatever it is. JSON has to load;
   markup has none of the texts' own elements. A new kind of artefact joins here
   if more can be asked of it. */
static void check_file(struct workshop *workshop, const char *path) {
    const char *text = workshop_get(workshop, path);
    const char *end = strrchr(path, '.');
    size_t at;
    if (!hostile_is_clean(text, strlen(text), "\n", &at))
        fail_msg("%s: not clean at %zu", path, at);
    if (end && strcmp(end, ".json") == 0) {
        json_t *json = json_loads(text, 0, NULL);
        assert_non_null(json);
        json_decref(json);
    }
    if (end && (strcmp(end, ".html") == 0 || strcmp(end, ".xml") == 0)) {
        assert_null(strstr(text, "<script>alert(1)"));
        assert_null(strstr(text, "]]>"));
        assert_null(strstr(text, "<?x?>"));
    }
}

static void check_files(struct workshop *workshop) {
    unsigned count = 0;
    for (const char **path = workshop_files(workshop, "out"); *path; path++) {
        check_file(workshop, *path);
        count++;
    }
    assert_true(count > 8);
    check_file(workshop, "data/close-codes.xml");
    struct outcome outcome =
        WORKSHOP_GEN(workshop, "generate", "--check", "--data", "data", "--out",
                     "out", "--max-size", "16777216");
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
}

static const char *expected_output(struct workshop *workshop,
                                   const struct registry *registry) {
    char *lines = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&lines, &len);
    assert_non_null(out);
    for (unsigned i = 0; i < CODES; i++) {
        fprintf(out, "%u\n%s\n", FIRST + i,
                registry->codes[i][DESCRIPTION].accepted);
        for (enum field field = 0; field < FIELDS; field++)
            fprintf(out, "%s\n", registry->codes[i][field].accepted);
    }
    assert_int_equal(fclose(out), 0);
    const char *kept = arena_copy(&workshop->arena, lines, len);
    free(lines);
    return kept;
}

static void check_library(struct workshop *workshop,
                          const struct registry *registry) {
    static const char *const compilers[] = {"gcc", "clang"};
    static const char *const options[] = {"-std=c11", "-trigraphs", "-Wall",
                                          "-Wextra",  "-Werror",    NULL};
    const char *expected = expected_output(workshop, registry);
    for (size_t i = 0; i < sizeof compilers / sizeof *compilers; i++)
        assert_same_text(
            compilers[i], expected,
            workshop_compile_and_run_with(workshop, compilers[i], options,
                                          PROGRAMS "injected_texts.c"));
}

static const char *member(json_t *row, const char *key) {
    return json_string_value(json_object_get(row, key));
}

/* The tool, compiled with the tables. */
static void check_tool(struct workshop *workshop,
                       const struct registry *registry) {
    workshop_compile_tool(workshop);
    struct outcome outcome =
        WORKSHOP_RUN(workshop, "./wsclose", "--json", "3000-3999");
    assert_string_equal(outcome.err, "");
    json_t *rows = json_loads(outcome.out, 0, NULL), *row;
    assert_true(json_array_size(rows) >= CODES);
    for (unsigned i = 0; i < CODES; i++) {
        const struct hostile *fields = registry->codes[i];
        row = json_array_get(rows, i);
        json_t *references = json_object_get(row, "references");
        assert_string_equal(member(row, "name"), fields[DESCRIPTION].accepted);
        assert_string_equal(member(row, "registered_text"),
                            fields[DESCRIPTION].accepted);
        assert_string_equal(member(row, "contact"), fields[CONTACT].accepted);
        assert_int_equal(json_array_size(references), 2);
        for (size_t j = 0; j < 2; j++)
            assert_string_equal(member(json_array_get(references, j), "text"),
                                fields[j ? TEXT : DATA].accepted);
    }
    json_decref(rows);
    const struct outcome texts[] = {
        WORKSHOP_RUN(workshop, "./wsclose", "--no-color", "3000-3999"),
        WORKSHOP_RUN(workshop, "./wsclose", "list"),
        WORKSHOP_RUN(workshop, "./wsclose", "search", "script")};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t at;
        assert_string_equal(texts[i].err, "");
        if (!hostile_is_clean(texts[i].out, strlen(texts[i].out), "\n", &at))
            fail_msg("the tool's output is not clean: %.80s",
                     texts[i].out + at);
    }
}

/* A registry of hostile texts is accepted, then one that has other contacts and
   references for the same codes. */
static void test_accepted(void **state) {
    struct workshop *workshop = *state;
    struct registry *before = hostile_registry(workshop, NULL, "2026-01-02");
    struct outcome outcome = sync_with(workshop, before);
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    check_json(workshop, outcome.out, NULL, before);
    check_markdown(workshop, NULL, before);
    struct registry *after = hostile_registry(workshop, before, "2026-01-03");
    outcome = sync_with(workshop, after);
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    check_json(workshop, outcome.out, before, after);
    check_markdown(workshop, before, after);
    check_files(workshop);
    check_library(workshop, after);
    check_tool(workshop, after);
}

/* One line, which can be printed. */
static void assert_one_line(const char *err) {
    size_t at;
    assert_true(hostile_is_clean(err, strlen(err), "\n", &at));
    assert_non_null(strstr(err, ": error: "));
    if (strcmp(strchr(err, '\n'), "\n") != 0)
        fail_msg("more than one line: %s", err);
}

/* Wherever it stands, it is refused, and no file knows of it. */
static void test_refused(void **state) {
    struct workshop *workshop = *state;
    sync_with(workshop, harmless(&workshop->arena, "2026-01-02"));
    const char *current = workshop_state(workshop, "out");
    struct hostile text;
    for (size_t i = 0; hostile_refused(i, &text); i++)
        for (int place = 0; place < FIELDS + 2; place++) {
            struct registry *registry =
                harmless(&workshop->arena, "2026-01-03");
            *(place < FIELDS    ? &registry->codes[0][place]
              : place == FIELDS ? &registry->title
                                : &registry->rule) = text;
            struct outcome outcome = sync_with(workshop, registry);
            assert_int_equal(outcome.exit_code, 3);
            assert_string_equal(outcome.out, "");
            assert_one_line(outcome.err);
            refused_count++;
        }
    assert_same_text("what was there", current,
                     workshop_state(workshop, "out"));
}

/* A new wording of a current code is a person's to judge: its texts are shown,
   and nothing else is done. */
static void test_reworded(void **state) {
    struct workshop *workshop = *state;
    struct registry *current = hostile_registry(workshop, NULL, "2026-01-02");
    assert_int_equal(sync_with(workshop, current).exit_code, 0);
    const char *before = workshop_state(workshop, "data");
    for (unsigned i = 0; i < 40; i++) {
        struct registry *registry =
            arena_alloc(&workshop->arena, sizeof *registry);
        *registry = *current;
        registry->codes[i][DESCRIPTION] = next_accepted(workshop, DESCRIPTION);
        struct outcome outcome = sync_with(workshop, registry);
        if (strcmp(registry->codes[i][DESCRIPTION].accepted,
                   current->codes[i][DESCRIPTION].accepted) == 0)
            continue;
        assert_int_equal(outcome.exit_code, 5);
        assert_one_line(outcome.err);
        check_file(workshop, "out/report.md");
    }
    assert_same_text("what was there", before,
                     workshop_state(workshop, "data"));
}

#define CASE(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(int argc, char **argv) {
    struct CMUnitTest tests[BATCHES + 2] = {CASE(test_refused),
                                            CASE(test_reworded)};
    for (size_t i = 0; i < BATCHES; i++)
        tests[i + 2] = (struct CMUnitTest)CASE(test_accepted);
    numbers.state = argc > 1 ? strtoull(argv[1], NULL, 10) : SEED;
    int failures = cmocka_run_group_tests(tests, NULL, NULL);
    printf("%u texts came back, %u were refused\n", accepted_count,
           refused_count);
    return failures != 0 || accepted_count < 10000;
}
