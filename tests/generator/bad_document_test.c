/* SPDX-License-Identifier: MIT */
/* Documents that must be refused: with which exit code, at which line, why, and
   that nothing is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/process.h"
#include "support/workshop.h"

enum { ANY_LINE = -1 /* libraries count differently */ };

/* line 0: the message names none; about: a part of the message. */
struct bad {
    const char *file;
    int exit_code;
    long line;
    const char *about;
};

/* The files of tests/data/bad. */
static const struct bad files[] = {
    /* not XML that is accepted */
    {"doctype.xml", 3, 2, "DOCTYPE"},
    {"entity-bomb.xml", 3, 2, "DOCTYPE"},
    {"external-entity.xml", 3, 3, "DOCTYPE"},
    {"external-dtd.xml", 3, 2, "DOCTYPE"},
    {"undefined-entity.xml", 3, 7, "nbsp"},
    {"undeclared-prefix.xml", 3, 9, "well-formed"},
    {"undeclared-attribute-prefix.xml", 3, 5, "well-formed"},
    {"wrong-end-tag.xml", 3, 7, "well-formed"},
    {"bare-ampersand.xml", 3, 7, "well-formed"},
    {"attribute-twice.xml", 3, 5, "well-formed"},
    {"two-roots.xml", 3, 11, "well-formed"},
    {"truncated.xml", 3, 10, "well-formed"},
    {"truncated-between-records.xml", 3, 8, "well-formed"},
    {"control-in-xml.xml", 3, 7, "well-formed"},
    {"surrogate.xml", 3, 7, "well-formed"},
    {"latin-1-declared.xml", 3, 1, "ISO-8859-1"},
    {"utf-16-declared.xml", 3, 1, ""},
    {"unknown-encoding.xml", 3, 1, ""},
    {"html-error-page.xml", 3, 0, "is an HTML page"},
    {"html-doctype.xml", 3, 0, "is an HTML page"},
    {"plain-text.xml", 3, 1, "well-formed"},
    /* not the registry */
    {"other-root.xml", 3, 2, "is not IANA's WebSocket document"},
    {"other-root-id.xml", 3, 2, "is not IANA's WebSocket document"},
    {"no-root-id.xml", 3, 2, "is not IANA's WebSocket document"},
    {"other-namespace.xml", 3, 2, "is not IANA's WebSocket document"},
    {"no-namespace.xml", 3, 2, "is not IANA's WebSocket document"},
    {"no-close-code-registry.xml", 3, 2, "close-code-number"},
    {"close-code-registry-of-other-namespace.xml", 3, 2, "close-code-number"},
    {"close-code-registry-too-deep.xml", 3, 2, "close-code-number"},
    {"two-close-code-registries.xml", 3, 10, "second registry"},
    {"no-records.xml", 3, 4, "no records"},
    {"records-of-other-namespace.xml", 3, 4, "no records"},
    {"no-updated.xml", 3, 2, "<updated>"},
    {"updated-empty.xml", 3, 3, "is no date"},
    {"updated-month-alone.xml", 3, 3, "\"2026-01\" is no date"},
    {"updated-text.xml", 3, 3, "\"yesterday\" is no date"},
    {"updated-with-time.xml", 3, 3, "is no date"},
    {"own-namespace.xml", 3, 5, "urn:wsclose:1"},
    {"own-namespace-elsewhere.xml", 3, 13, "urn:wsclose:1"},
    {"own-namespace-unused.xml", 3, 3, "urn:wsclose:1"},
    {"title-bidirectional.xml", 3, 5, "the title has a bidirectional control"},
    /* values */
    {"no-value.xml", 3, 9, "without <value>"},
    {"two-values.xml", 3, 11, "second <value>"},
    {"duplicate-value.xml", 3, 9, "code 1000 is also in the record of line 5"},
    {"duplicate-value-in-hexadecimal.xml", 3, 9,
     "code 1000 is also in the record of line 5"},
    {"overlapping-values.xml", 3, 13,
     "code 3010 is also in the record of line 9"},
    {"overlapping-ranges-out-of-order.xml", 3, 13,
     "code 3005 is also in the record of line 5"},
    {"reversed-range.xml", 3, 10, "runs backwards"},
    {"value-99999.xml", 3, 10, "\"99999\" is outside 0-4999"},
    {"value-5000.xml", 3, 10, "\"5000\" is outside 0-4999"},
    {"value-66536.xml", 3, 10, "outside 0-4999"},
    {"value-over-64-bits.xml", 3, 10, "outside 0-4999"},
    {"range-to-5000.xml", 3, 10, "outside 0-4999"},
    {"hexadecimal-over-limit.xml", 3, 10, "outside 0-4999"},
    {"negative-value.xml", 3, 10, "neither a code nor a range"},
    {"signed-value.xml", 3, 10, "neither a code nor a range"},
    {"arabic-indic-digits.xml", 3, 10, "neither a code nor a range"},
    {"fullwidth-digits.xml", 3, 10, "neither a code nor a range"},
    {"leading-zero.xml", 3, 10, "neither a code nor a range"},
    {"leading-zero-in-range.xml", 3, 10, "neither a code nor a range"},
    {"empty-value.xml", 3, 10, "neither a code nor a range"},
    {"text-value.xml", 3, 10, "neither a code nor a range"},
    {"trailing-junk.xml", 3, 10, "neither a code nor a range"},
    {"two-codes-in-one-value.xml", 3, 10, "neither a code nor a range"},
    {"list-of-values.xml", 3, 10, "neither a code nor a range"},
    {"fraction.xml", 3, 10, "neither a code nor a range"},
    {"exponent.xml", 3, 10, "neither a code nor a range"},
    {"hexadecimal-without-digits.xml", 3, 10, "neither a code nor a range"},
    {"hexadecimal-without-prefix.xml", 3, 10, "neither a code nor a range"},
    {"open-range.xml", 3, 10, "neither a code nor a range"},
    {"range-of-three.xml", 3, 10, "neither a code nor a range"},
    {"en-dash.xml", 3, 10, "neither a code nor a range"},
    {"no-break-space.xml", 3, 10, "neither a code nor a range"},
    {"reference-in-value.xml", 3, 10, "neither a code"},
    {"value-of-other-namespace.xml", 3, 9, "without <value>"},
    /* policy ranges */
    {"range-without-value.xml", 3, 5, "without <value>"},
    {"range-without-rule.xml", 3, 5, "without <registration_rule>"},
    {"range-reversed.xml", 3, 6, "runs backwards"},
    {"range-over-limit.xml", 3, 6, "outside 0-4999"},
    {"rule-bidirectional.xml", 3, 7,
     "the registration rule has a bidirectional"},
    /* codes where they cannot be */
    {"registered-below-1000.xml", 5, 9, "outside 1000-3999"},
    {"registered-at-0.xml", 5, 9, "outside 1000-3999"},
    {"registered-private.xml", 5, 9, "outside 1000-3999"},
    {"registered-last-private.xml", 5, 9, "outside 1000-3999"},
    {"registered-into-private.xml", 5, 9, "outside 1000-3999"},
    {"registered-from-below-1000.xml", 5, 9, "outside 1000-3999"},
    {"reserved-private.xml", 5, 9, "outside 1000-3999"},
    {"private-use-in-3000.xml", 3, 9, "outside 4000-4999"},
    {"private-use-from-3999.xml", 3, 9, "outside 4000-4999"},
    {"private-use-below-1000.xml", 3, 9, "outside 4000-4999"},
    {"unassigned-in-4000.xml", 3, 9, "from private use"},
    {"unassigned-into-4000.xml", 3, 9, "from private use"},
    /* texts */
    {"no-description.xml", 3, 9, "without <description>"},
    {"two-descriptions.xml", 3, 12, "second <description>"},
    {"empty-description.xml", 3, 11, "the description of 3000 is empty"},
    {"blank-description.xml", 3, 11, "the description of 3000 is empty"},
    {"description-c1-control.xml", 3, 11,
     "the description has a control character"},
    {"description-del.xml", 3, 11, "the description has a control character"},
    {"description-next-line.xml", 3, 11,
     "the description has a control character"},
    {"description-line-separator.xml", 3, 11,
     "the description has a control character"},
    {"description-bidi-override.xml", 3, 11,
     "the description has a bidirectional control"},
    {"description-bidi-isolate.xml", 3, 11,
     "the description has a bidirectional control"},
    {"description-bidi-mark.xml", 3, 11,
     "the description has a bidirectional control"},
    {"description-arabic-letter-mark.xml", 3, 11,
     "the description has a bidirectional control"},
    {"contact-bidi.xml", 3, 12, "the contact has a bidirectional control"},
    {"contact-control.xml", 3, 12, "the contact has a control"},
    {"contact-id-bidi.xml", 3, 12, "the contact has a bidirectional control"},
    {"contact-name-bidi.xml", 3, 8, "the contact has a bidirectional control"},
    {"reference-data-bidi.xml", 3, 12,
     "the reference has a bidirectional control"},
    {"reference-text-bidi.xml", 3, 12,
     "the reference has a bidirectional control"},
    {"reference-type-control.xml", 3, 12, "the reference's type has a control"},
    {"reference-to-nothing.xml", 3, 12, "names nothing"},
    {"reference-blank.xml", 3, 12, "names nothing"},
    {"reference-control-inside-description.xml", 3, 11,
     "the description has a control"},
    {"registry-reference-to-nothing.xml", 3, 5, "names nothing"},
    /* dates */
    {"date-month-13.xml", 3, 9, "date=\"2023-13-01\" is no date"},
    {"date-month-0.xml", 3, 9, "is no date"},
    {"date-day-0.xml", 3, 9, "is no date"},
    {"date-february-29.xml", 3, 9, "date=\"2023-02-29\" is no date"},
    {"date-february-29-of-1900.xml", 3, 9, "is no date"},
    {"date-april-31.xml", 3, 9, "is no date"},
    {"date-text.xml", 3, 9, "date=\"soon\" is no date"},
    {"date-empty.xml", 3, 9, "is no date"},
    {"date-year-alone.xml", 3, 9, "is no date"},
    {"date-slashes.xml", 3, 9, "is no date"},
    {"date-day-first.xml", 3, 9, "is no date"},
    {"date-with-time.xml", 3, 9, "is no date"},
    {"date-arabic-indic.xml", 3, 9, "is no date"},
    {"date-trailing-junk.xml", 3, 9, "is no date"},
    {"updated-month-13.xml", 3, 9, "updated=\"2023-13\" is no date"},
};

/* Made by the test: bytes that no editor keeps, or too many to read. */
static const struct made {
    struct bad bad;
    const char *before, *repeated; /* how many times is count */
    size_t count;
    const char *after;
    size_t after_len; /* 0: up to the NUL */
} made[] = {
#define HEAD                                                                   \
    "<registry xmlns=\"http://www.iana.org/assignments\" id=\"websocket\">\n"  \
    "<updated>2026-01-02</updated>\n"                                          \
    "<registry id=\"close-code-number\">\n"
#define OPEN_RECORD "<record><value>3000</value><description>A</description>"
#define TAIL "</record></registry></registry>\n"
    {{"empty.xml", 3, 0, "is empty"}, "", "", 0, "", 0},
    {{"blank.xml", 3, ANY_LINE, "not well-formed"}, "", "\n", 3, "", 0},
    {{"nul.xml", 3, 4, "NUL byte"}, HEAD, "", 0, "<record>\0</record>", 18},
    {{"nul-at-end.xml", 3, 5, "NUL byte"},
     HEAD OPEN_RECORD TAIL,
     "",
     0,
     "\0",
     1},
    {{"utf-16-little.xml", 3, 1, "not valid UTF-8"},
     "\377\376",
     "",
     0,
     "<\0r\0/\0>\0",
     8},
    {{"utf-16-big.xml", 3, 1, "NUL byte"}, "", "", 0, "\0<\0r\0/\0>", 8},
    {{"utf-32.xml", 3, 1, "NUL byte"}, "<", "", 0, "\0\0\0r\0\0\0", 7},
    {{"latin-1.xml", 3, 4, "not valid UTF-8"},
     HEAD OPEN_RECORD "<contact>Andr",
     "",
     0,
     "\351</contact>" TAIL,
     0},
    {{"overlong.xml", 3, 4, "not valid UTF-8"},
     HEAD "<!-- ",
     "",
     0,
     "\300\274 -->" TAIL,
     0},
    {{"surrogates.xml", 3, 3, "not valid UTF-8"},
     "<a>\n\n",
     "",
     0,
     "\355\240\275\355\270\200</a>",
     0},
    {{"above-unicode.xml", 3, 1, "not valid UTF-8"},
     "<a>\364\220\200\200</a>",
     "",
     0,
     "",
     0},
    {{"character-cut-short.xml", 3, 2, "not valid UTF-8"},
     "<a>\n\343\201",
     "",
     0,
     "",
     0},
    {{"gzip.xml", 3, 0, "is compressed with gzip"},
     "\037\213",
     "",
     0,
     "\b\0\0\0\0\0\0\003\263\051\262\317\005\0\376\016\225\053\005\0\0\0",
     22},
    {{"too-large.xml", 3, 0, "is over 262144 bytes long"},
     HEAD OPEN_RECORD TAIL,
     " ",
     262144,
     "",
     0},
    {{"endless.xml", 3, 0, "is over 262144 bytes long"},
     "<a>",
     "<a>\n",
     100000,
     "",
     0},
    {{"too-deep.xml", 3, 33, "nested more than 32"}, "", "<a>\n", 50, "", 0},
    {{"too-deep-where-nobody-reads.xml", 3, 36, "nested more than 32"},
     HEAD OPEN_RECORD "</record></registry>",
     "\n<a>",
     40,
     "",
     0},
    {{"description-too-long.xml", 3, 4, "the description is over 4,000 bytes"},
     HEAD "<record><value>3000</value><description>",
     "x",
     4001,
     "</description>" TAIL,
     0},
    {{"description-too-many-bytes.xml", 3, 4,
      "the description is over 4,000 bytes"},
     HEAD "<record><value>3000</value><description>",
     "\343\201\202",
     1334,
     "</description>" TAIL,
     0},
    {{"description-of-references.xml", 3, 4,
      "the description is over 4,000 bytes"},
     HEAD "<record><value>3000</value><description>",
     "<xref type=\"text\">0123456789</xref>",
     340,
     "</description>" TAIL,
     0},
    {{"contact-too-long.xml", 3, 4, "the contact is over 4,000 bytes"},
     HEAD OPEN_RECORD "<contact>",
     "y",
     4001,
     "</contact>" TAIL,
     0},
    {{"contacts-too-long-together.xml", 3, 4, "contact"},
     HEAD OPEN_RECORD,
     "<contact>0123456789</contact>",
     400,
     TAIL,
     0},
    {{"name-too-long.xml", 3, 4, "the contact is over 4,000 bytes"},
     HEAD OPEN_RECORD
     "<contact><xref type=\"person\" data=\"J\"/></contact></record>"
     "</registry><people><person id=\"J\"><name>",
     "z",
     4001,
     "</name></person></people></registry>",
     0},
    {{"reference-too-long.xml", 3, 4, "the reference is over 4,000 bytes"},
     HEAD OPEN_RECORD "<xref type=\"uri\" data=\"",
     "u",
     4001,
     "\"/>" TAIL,
     0},
    {{"reference-text-too-long.xml", 3, 4, "the reference is over 4,000 bytes"},
     HEAD OPEN_RECORD "<xref type=\"text\">",
     "t",
     4001,
     "</xref>" TAIL,
     0},
    {{"value-too-long.xml", 3, 4, "is outside 0-4999"},
     HEAD "<record><value>1",
     "0",
     3000,
     "</value><description>A</description>" TAIL,
     0},
};

static const char good_document[] = HEAD
    "<record><value>1000</value><description>Normal Closure</description>" TAIL;

/* Where sync runs: a new data folder, and one that holds a snapshot. */
static const char *const places[][2] = {{"new/data", "new/out"},
                                        {"data", "out"}};

static void make_places(struct workshop *workshop) {
    workshop_put_data(workshop, "new/data", TEST_DATA);
    workshop_must_sync(workshop, good_document);
}

static const char *state_of_places(struct workshop *workshop) {
    return arena_printf(
        &workshop->arena, "%s%s%s", workshop_state(workshop, "data"),
        workshop_state(workshop, "out"), workshop_state(workshop, "new"));
}

/* Runs sync in the folder of the document. */
static struct process run_sync(struct workshop *workshop, const char *folder,
                               const char *file, const char *const place[2]) {
    struct arena *arena = &workshop->arena;
    const char *data = arena_printf(arena, "%s/%s", workshop->folder, place[0]);
    const char *out = arena_printf(arena, "%s/%s", workshop->folder, place[1]);
    const char *argv[] = {WSCLOSE_GEN, "sync",  "--from", file, "--data",
                          data,        "--out", out,      NULL};
    return process_run(folder, NULL, argv);
}

/* One line on standard error, of the form that every tool understands; nothing
   on standard output, but for the report of a refusal. */
static bool is_as_expected(struct workshop *workshop,
                           const struct process *process,
                           const struct bad *bad) {
    struct arena *arena = &workshop->arena;
    const char *start =
        bad->line == ANY_LINE ? arena_printf(arena, "%s:", bad->file)
        : bad->line
            ? arena_printf(arena, "%s:%ld: error: ", bad->file, bad->line)
            : arena_printf(arena, "%s: error: ", bad->file);
    const char *end = strchr(process->err, '\n');
    return process->exit_code == bad->exit_code &&
           (bad->exit_code == 5 || !process->out_len) &&
           strncmp(process->err, start, strlen(start)) == 0 &&
           strstr(process->err, bad->about) && end && !end[1];
}

/* The failures, each told on standard error. */
static int check_refusal(struct workshop *workshop, const char *folder,
                         const struct bad *bad) {
    const char *before = state_of_places(workshop);
    int failures = 0;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct process process =
            run_sync(workshop, folder, bad->file, places[i]);
        if (!is_as_expected(workshop, &process, bad)) {
            fprintf(stderr,
                    "%s: expected exit %d, line %ld, \"%s\"; got %d, "
                    "%s\n",
                    bad->file, bad->exit_code, bad->line, bad->about,
                    process.exit_code, process.err);
            failures++;
        }
        process_free(&process);
    }
    if (strcmp(before, state_of_places(workshop)) != 0) {
        fprintf(stderr, "%s: something was written\n", bad->file);
        failures++;
    }
    return failures;
}

static void test_files(void **state) {
    int failures = 0;
    make_places(*state);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        failures += check_refusal(*state, TEST_DATA "/bad", &files[i]);
    assert_int_equal(failures, 0);
}

static bool is_in_table(const char *name) {
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (strcmp(files[i].file, name) == 0)
            return true;
    return false;
}

static void test_every_file_is_in_the_table(void **state) {
    const char **found = workshop_files(*state, TEST_DATA "/bad");
    size_t count = 0;
    for (; found[count]; count++)
        if (!is_in_table(strrchr(found[count], '/') + 1))
            fail_msg("%s is not in the table", found[count]);
    assert_int_equal(count, sizeof files / sizeof *files);
}

static void put_made(struct workshop *workshop, const struct made *document) {
    size_t before_len = strlen(document->before);
    size_t len = strlen(document->repeated);
    size_t after_len =
        document->after_len ? document->after_len : strlen(document->after);
    size_t size = before_len + document->count * len + after_len;
    char *bytes = malloc(size + 1), *end = bytes;
    assert_non_null(bytes);
    end = (char *)memcpy(end, document->before, before_len) + before_len;
    for (size_t i = 0; i < document->count; i++)
        end = (char *)memcpy(end, document->repeated, len) + len;
    memcpy(end, document->after, after_len);
    const char *path =
        arena_printf(&workshop->arena, "made/%s", document->bad.file);
    workshop_put_bytes(workshop, path, bytes, size);
    free(bytes);
}

static void test_made(void **state) {
    struct workshop *workshop = *state;
    const char *folder =
        arena_printf(&workshop->arena, "%s/made", workshop->folder);
    int failures = 0;
    make_places(workshop);
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        put_made(workshop, &made[i]);
        failures += check_refusal(workshop, folder, &made[i].bad);
    }
    assert_int_equal(failures, 0);
}

/* One byte less, or one element less deep, is accepted. */
static void test_limits_themselves_are_accepted(void **state) {
    static const struct made limits[] = {
        {{"large.xml", 0, 0, ""},
         HEAD OPEN_RECORD TAIL,
         " ",
         262144 - (sizeof(HEAD OPEN_RECORD TAIL) - 1),
         "",
         0},
        {{"deep.xml", 0, 0, ""},
         HEAD "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>"
              "<a><a><a><a><a><a><a><a><a><a>",
         "</a>",
         30,
         OPEN_RECORD TAIL,
         0},
    };
    struct workshop *workshop = *state;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        put_made(workshop, &limits[i]);
        struct outcome outcome = WORKSHOP_GEN(
            workshop, "sync", "--data", "data", "--out", "out", "--from",
            arena_printf(&workshop->arena, "made/%s", limits[i].bad.file));
        assert_string_equal(outcome.err, "");
        assert_int_equal(outcome.exit_code, 0);
    }
}

/* The limit of the size is the user's to move, both ways. */
static void test_size_limit_is_an_option(void **state) {
    struct workshop *workshop = *state;
    put_made(workshop, &(struct made){{"spacious.xml", 0, 0, ""},
                                      HEAD OPEN_RECORD TAIL,
                                      " ",
                                      300000,
                                      "",
                                      0});
    struct outcome outcome =
        WORKSHOP_GEN(workshop, "sync", "--data", "data", "--out", "out",
                     "--from", "made/spacious.xml", "--max-size", "400000");
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    outcome =
        WORKSHOP_GEN(workshop, "sync", "--data", "data", "--out", "out",
                     "--from", "made/spacious.xml", "--max-size", "299999");
    assert_string_equal(outcome.err,
                        "made/spacious.xml: error: is over 299999 bytes long; "
                        "if it is meant to be, raise the limit with "
                        "--max-size\n");
    assert_int_equal(outcome.exit_code, 3);
}

/* What a message quotes cannot steer the terminal. */
static void test_messages_are_safe_to_print(void **state) {
    struct workshop *workshop = *state;
    struct outcome outcome = workshop_sync(
        workshop, HEAD "<record><value>&#x202E;\302\233x</value>" TAIL);
    assert_int_equal(outcome.exit_code, 3);
    assert_null(strstr(outcome.err, "\342\200\256"));
    assert_null(strstr(outcome.err, "\302\233"));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_files),
        TEST(test_every_file_is_in_the_table),
        TEST(test_made),
        TEST(test_limits_themselves_are_accepted),
        TEST(test_size_limit_is_an_option),
        TEST(test_messages_are_safe_to_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
