/* SPDX-License-Identifier: MIT */
/* What sync takes with nobody watching, what it refuses, what overrides that,
   and what becomes of the symbols. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/process.h"
#include "support/records.h"
#include "support/workshop.h"

#define RESERVED RECORD("1004", "Reserved")
#define ALPHA RECORD("3000", "Alpha")
#define BETA RECORD("3001", "Beta")
#define GAMMA RECORD("3002", "Gamma")
#define FREE RECORD("3003-3999", "Unassigned")
#define CURRENT RESERVED ALPHA BETA GAMMA FREE
#define HELD_DATE "2026-01-02"

static const char *document_of(struct workshop *workshop, const char *date,
                               const char *records) {
    const char *text = document_with(workshop, records);
    const char *at = strstr(text, HELD_DATE);
    assert_non_null(at);
    return arena_printf(&workshop->arena, "%.*s%s%s", (int)(at - text), text,
                        date, at + strlen(HELD_DATE));
}

/* sync with these arguments (ended by NULL) of a document with these records.
 */
static struct outcome sync_with(struct workshop *workshop, const char *date,
                                const char *records,
                                const char *const *arguments) {
    const char *argv[24] = {WSCLOSE_GEN, "sync", "--from", "in.xml",
                            "--data",    "data", "--out",  "out"};
    for (size_t i = 8; *arguments; arguments++)
        argv[i++] = *arguments;
    workshop_put(workshop, "in.xml", document_of(workshop, date, records));
    return workshop_run(workshop, NULL, argv);
}

#define SYNC(workshop, date, records, ...)                                     \
    sync_with(workshop, date, records, (const char *[]){__VA_ARGS__, NULL})

static void prepare(struct workshop *workshop, const char *records) {
    struct outcome outcome = SYNC(workshop, HELD_DATE, records, "--quiet");
    assert_string_equal(outcome.err, "");
    assert_string_equal(outcome.out, "");
    assert_int_equal(outcome.exit_code, 0);
}

static const char *snapshot(struct workshop *workshop) {
    return workshop_get(workshop, "data/close-codes.xml");
}

static void assert_has(const char *what, const char *text, const char *part) {
    if (!strstr(text, part))
        fail_msg("%s: \"%s\" is not in:\n%s", what, part, text);
}

static void assert_has_not(const char *what, const char *text,
                           const char *part) {
    if (strstr(text, part))
        fail_msg("%s: \"%s\" is in:\n%s", what, part, text);
}

static size_t count_of(const char *text, const char *part) {
    size_t count = 0;
    for (; (text = strstr(text, part)); text += strlen(part))
        count++;
    return count;
}

/* A change that is accepted: in silence on standard error, generated files that
   are up to date, and a second sync that touches nothing. */
static void test_accepted(void **state) {
    static const struct {
        const char *what, *date, *records, *out, *current;
    } cases[] = {
        {"added", "2026-02-01",
         RESERVED ALPHA BETA GAMMA RECORD("3003", "Delta"),
         "  added       3003       \"Delta\"\n", "ws:symbol=\"DELTA\""},
        {"added on the same date", HELD_DATE,
         RESERVED ALPHA BETA GAMMA RECORD("3003", "Delta"),
         "updated: 2026-01-02 -> 2026-01-02, version: minor\n",
         "ws:symbol=\"DELTA\""},
        {"a reservation assigned", "2026-02-01",
         RECORD("1004", "Delta") ALPHA BETA GAMMA FREE,
         "  status      1004       \"Reserved\" -> \"Delta\"\n",
         "ws:symbol=\"DELTA\" ws:aliases=\"RESERVED\""},
        {"a range split", "2026-02-01",
         RESERVED ALPHA BETA GAMMA RECORD("3003-3499", "Unassigned")
             RECORD("3500-3999", "Unassigned"),
         "  split       3003-3999  \"3003-3999\" -> \"3003-3499, "
         "3500-3999\"\n",
         "<value>3003-3499</value>"},
        {"a reference", "2026-02-01",
         RESERVED RECORD_WITH("", "3000", "Alpha",
                              "<xref type=\"rfc\" data=\"rfc1\"/>")
             BETA GAMMA FREE,
         "  references  3000       \"RFC 1\"\n", "data=\"rfc1\""},
        {"a contact", "2026-02-01",
         RESERVED RECORD_WITH("", "3000", "Alpha", "<contact>Me</contact>")
             BETA GAMMA FREE,
         "  contact     3000       \"Me\"\n", "<contact>Me</contact>"},
        {"dates", "2026-02-01",
         RESERVED RECORD_WITH(" date=\"2026-01\"", "3000", "Alpha", "")
             BETA GAMMA FREE,
         "  dates       3000       \"2026-01, updated never\"\n",
         "date=\"2026-01\""},
        {"a policy", "2026-02-01",
         "<range><value>3000-3999</value><registration_rule>First come"
         "</registration_rule></range>" CURRENT,
         "  status      0-4999     \"3000-3999: First come\"\n",
         "<registration_rule>First come<"},
        {"what nobody has reworded", "2026-02-01",
         RESERVED ALPHA BETA GAMMA RECORD("3003-3999", "Unassigned (yet)"),
         "  renamed     3003-3999  \"Unassigned\" -> \"Unassigned (yet)\"\n",
         "Unassigned (yet)"},
    };
    struct workshop *workshop = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        workshop_remove(workshop, "data/close-codes.xml");
        prepare(workshop, CURRENT);
        struct outcome outcome =
            SYNC(workshop, cases[i].date, cases[i].records, "--accept", "9");
        assert_string_equal(outcome.err, "");
        assert_int_equal(outcome.exit_code, 0);
        assert_has(cases[i].what, outcome.out, cases[i].out);
        assert_has(cases[i].what, snapshot(workshop), cases[i].current);
        outcome = WORKSHOP_GEN(workshop, "generate", "--check", "--data",
                               "data", "--out", "out");
        assert_string_equal(outcome.err, "");
        assert_int_equal(outcome.exit_code, 0);
        const char *before = workshop_outputs(workshop);
        outcome =
            SYNC(workshop, "2026-03-01", cases[i].records, "--accept", "9");
        assert_int_equal(outcome.exit_code, 0);
        assert_has(cases[i].what, outcome.out, "unchanged: ");
        assert_same_text(cases[i].what, before, workshop_outputs(workshop));
    }
}

/* Rows that say the same touch no file, whatever the document's age. */
static void test_same_rows(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    const char *before = workshop_outputs(workshop);
    static const char *const dates[] = {HELD_DATE, "2027-01-01", "2015-01-01"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        struct outcome outcome = SYNC(
            workshop, dates[i], GAMMA RESERVED BETA ALPHA, "--accept", "9");
        assert_string_equal(outcome.err, "");
        assert_int_equal(outcome.exit_code, 0);
        assert_has("same rows", outcome.out, "unchanged: ");
        assert_same_text("state", before, workshop_outputs(workshop));
    }
}

static const struct refusal {
    const char *what, *date, *records;
    const char *arguments[5]; /* that do not help */
    const char *errors[4];    /* lines; the last may be NULL */
} refusals[] = {
    {"older",
     "2026-01-01",
     RESERVED ALPHA BETA GAMMA RECORD("3003", "Delta"),
     {"--accept", "3003"},
     {"in.xml: error: is of 2026-01-01, older than the current registry of "
      "2026-01-02, and its rows differ; if that is right, accept it with "
      "--allow-rollback\n"}},
    {"gone",
     "2026-02-01",
     RESERVED ALPHA GAMMA FREE,
     {"--accept", "3001"},
     {"in.xml: error: 3001 was \"Beta\" and is \"Unassigned\" now: "}},
    {"back to unassigned",
     "2026-02-01",
     RESERVED ALPHA RECORD("3001", "Unassigned") GAMMA FREE,
     {"--accept", "3001"},
     {"in.xml:6: error: 3001 was \"Beta\" and is \"Unassigned\" now: "}},
    {"reworded",
     "2026-02-01",
     RESERVED RECORD("3000", "Alpha.") BETA GAMMA FREE,
     {"--allow-rollback"},
     {"in.xml:6: error: 3000 was \"Alpha\" and is \"Alpha.\" now: only a "
      "person can tell a better wording from another meaning; if that is "
      "right, accept it with --accept 3000\n"}},
    {"another reworded",
     "2026-02-01",
     RESERVED RECORD("3000", "Aleph") BETA GAMMA FREE,
     {"--accept", "3001"},
     {"3000 was \"Alpha\" and is \"Aleph\" now: "}},
    {"two reworded, one accepted",
     "2026-02-01",
     RESERVED RECORD("3000", "Aleph") RECORD("3001", "Bet") GAMMA FREE,
     {"--accept", "3000"},
     {"in.xml:6: warning: 3000 was \"Alpha\" and is \"Aleph\" now: ",
      "accepted because of --accept 3000\n",
      "in.xml:6: error: 3001 was \"Beta\" and is \"Bet\" now: "}},
    {"reserved again",
     "2026-02-01",
     RESERVED RECORD("3000", "Reserved") BETA GAMMA FREE,
     {"--allow-rollback"},
     {"3000 was \"Alpha\" and is \"Reserved\" now: "}},
    {"older and reworded",
     "2026-01-01",
     RESERVED RECORD("3000", "Aleph") BETA GAMMA FREE,
     {"--allow-rollback"},
     {"warning: is of 2026-01-01, older than the current registry of "
      "2026-01-02, and its rows differ; accepted because of --allow-rollback\n",
      "error: 3000 was \"Alpha\" and is \"Aleph\" now: "}},
    {"most rows gone",
     "2026-02-01",
     RESERVED FREE,
     {"--accept", "3000", "--accept", "3001"},
     {"in.xml: error: has lost 3 of the 4 codes of the current registry, so it "
      "is "
      "hardly whole; ",
      "3000 was \"Alpha\" and is \"Unassigned\" now: ",
      "3001 was \"Beta\" and is \"Unassigned\" now: ",
      "3002 was \"Gamma\" and is \"Unassigned\" now: "}},
    {"all rows gone",
     "2026-02-01",
     FREE,
     {"--json"},
     {"has lost 4 of the 4 codes of the current registry",
      "1004 was \"Reserved\" and is \"Unassigned\" now: "}},
    {"a private code",
     "2026-02-01",
     CURRENT RECORD("4000", "Delta"),
     {"--allow-rollback", "--accept", "4000"},
     {"in.xml:6: error: 4000 was \"Reserved for Private Use\" and is \"Delta\" "
      "now: outside 1000-3999 no code can be registered; ask IANA before "
      "accepting "
      "this\n"}},
    {"private codes",
     "2026-02-01",
     CURRENT RECORD("4000-4999", "Delta"),
     {"--quiet"},
     {"in.xml:6: error: 4000-4999 was \"Reserved for Private Use\" and is "
      "\"Delta\" now: "}},
    {"a code below 1000",
     "2026-02-01",
     CURRENT RECORD("999", "Delta"),
     {"--allow-rollback", "--accept", "999"},
     {"in.xml:6: error: 999 was \"Unused\" and is \"Delta\" now: outside "}},
    {"an added code beside a refused one",
     "2026-02-01",
     RESERVED ALPHA GAMMA RECORD("3003", "Delta"),
     {"--quiet"},
     {"3001 was \"Beta\" and is \"Unassigned\" now: "}},
};

static void test_refused(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    const char *before = workshop_outputs(workshop);
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const struct refusal *refusal = &refusals[i];
        static const char *const none[] = {NULL};
        struct outcome outcome =
            sync_with(workshop, refusal->date, refusal->records, none);
        if (outcome.exit_code != 5)
            fail_msg("%s: exit %d: %s", refusal->what, outcome.exit_code,
                     outcome.err);
        assert_has(refusal->what, outcome.out, "refused: 2026-01-02 -> ");
        const char *arguments[6] = {NULL};
        memcpy(arguments, refusal->arguments, sizeof refusal->arguments);
        outcome =
            sync_with(workshop, refusal->date, refusal->records, arguments);
        if (outcome.exit_code != 5)
            fail_msg("%s: exit %d: %s", refusal->what, outcome.exit_code,
                     outcome.err);
        for (size_t j = 0; j < 4 && refusal->errors[j]; j++)
            assert_has(refusal->what, outcome.err, refusal->errors[j]);
        arguments[0] = "--dry-run";
        arguments[1] = NULL;
        outcome =
            sync_with(workshop, refusal->date, refusal->records, arguments);
        assert_int_equal(outcome.exit_code, 5);
        assert_same_text(refusal->what, before, workshop_outputs(workshop));
    }
}

/* Each refused change is a line, and there are no others. */
static void test_a_line_for_each_refusal(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    struct outcome outcome =
        SYNC(workshop, "2026-02-01",
             RESERVED RECORD("3000", "Aleph") GAMMA RECORD("3003", "Delta"),
             "--quiet");
    assert_int_equal(outcome.exit_code, 5);
    assert_int_equal(count_of(outcome.err, "\n"), 2);
    assert_int_equal(count_of(outcome.err, ": error: "), 2);
    assert_string_equal(outcome.out, "");
}

static void test_accept(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    struct outcome outcome =
        SYNC(workshop, "2026-02-01",
             RESERVED RECORD("3000", "Aleph") RECORD("3001", "Bet") GAMMA FREE,
             "--accept", "3001", "--accept", "3000");
    assert_int_equal(outcome.exit_code, 0);
    assert_int_equal(count_of(outcome.err, "\n"), 2);
    assert_has(
        "first", outcome.err,
        "warning: 3000 was \"Alpha\" and is \"Aleph\" now: only a person "
        "can tell a better wording from another meaning; accepted because "
        "of --accept 3000\n");
    assert_has("second", outcome.err, "accepted because of --accept 3001\n");
    assert_has("report", outcome.out,
               "  renamed     3000       \"Alpha\" -> \"Aleph\"\n");
    /* the symbols stay */
    const char *current = snapshot(workshop);
    assert_has("symbol", current,
               "<record ws:symbol=\"ALPHA\">\n"
               "      <value>3000</value>\n"
               "      <description>Aleph</description>");
    assert_has_not("symbol", current, "ALEPH");
    assert_has_not("symbol", current, "BET\"");
}

/* Assigned to reserved is a person's decision too; the symbol stays. */
static void test_accept_reserved(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    struct outcome outcome =
        SYNC(workshop, "2026-02-01",
             RESERVED RECORD("3000", "Reserved") BETA GAMMA FREE, "--accept",
             "3000");
    assert_int_equal(outcome.exit_code, 0);
    assert_has("symbol", snapshot(workshop),
               "<record ws:symbol=\"ALPHA\">\n      <value>3000</value>\n"
               "      <description>Reserved</description>");
}

static void test_rollback_of_an_older_document(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    struct outcome outcome =
        SYNC(workshop, "2025-01-01",
             RESERVED ALPHA BETA GAMMA RECORD("3003", "Delta"),
             "--allow-rollback", "--report", "report.md");
    assert_int_equal(outcome.exit_code, 0);
    assert_string_equal(
        outcome.err,
        "in.xml: warning: is of 2025-01-01, older than the current registry of "
        "2026-01-02, and its rows differ; accepted because of "
        "--allow-rollback\n");
    assert_has("the file alone", workshop_get(workshop, "report.md"),
               "` in.xml: is of 2025-01-01, ");
    assert_has("current", snapshot(workshop), "<updated>2025-01-01</updated>");
}

/* A code that vanished keeps its symbol: nobody else gets it, and it is there
   again when the code is. */
static void test_retired_symbols(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    struct outcome outcome =
        SYNC(workshop, "2026-02-01", RESERVED ALPHA GAMMA, "--allow-rollback");
    assert_int_equal(outcome.exit_code, 0);
    assert_has("removed", outcome.err,
               "warning: 3001 was \"Beta\" and is \"Unassigned\" now: a code "
               "that programs use would vanish; accepted because of "
               "--allow-rollback\n");
    assert_has("retired", snapshot(workshop), "ws:retired=\"3001:BETA\"");

    outcome = SYNC(workshop, "2026-03-01",
                   RESERVED ALPHA GAMMA RECORD("3005", "Beta"), "--quiet");
    assert_string_equal(outcome.err, "");
    assert_has("another's", snapshot(workshop), "ws:symbol=\"BETA_3005\"");
    assert_has("retired", snapshot(workshop), "ws:retired=\"3001:BETA\"");

    /* with another meaning only if somebody says so */
    outcome = SYNC(workshop, "2026-04-01",
                   RESERVED ALPHA GAMMA RECORD("3005", "Beta")
                       RECORD("3001", "Something else"),
                   "--quiet");
    assert_int_equal(outcome.exit_code, 5);
    assert_has("refused", outcome.err, "--accept 3001");
    assert_has("retired", snapshot(workshop), "ws:retired=\"3001:BETA\"");

    outcome =
        SYNC(workshop, "2026-04-01",
             RESERVED ALPHA GAMMA RECORD("3005", "Beta") RECORD("3001", "Beta"),
             "--quiet");
    assert_string_equal(outcome.err, "");
    assert_has("back", snapshot(workshop),
               "<record ws:symbol=\"BETA\">\n      <value>3001</value>");
    assert_has("still", snapshot(workshop), "ws:symbol=\"BETA_3005\"");
    assert_has_not("none retired", snapshot(workshop), "ws:retired");
}

/* Half of the codes is not most of them. */
static void test_half_lost(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    struct outcome outcome =
        SYNC(workshop, "2026-02-01", RESERVED ALPHA, "--allow-rollback");
    assert_int_equal(outcome.exit_code, 0);
    assert_has("lost", outcome.err, "3002 was \"Gamma\"");
    assert_has_not("whole", outcome.err, "hardly whole");
}

/* Each symbol that is retired stays its code's own, and none of them is in the
   way of a code that is new. */
static void test_two_retired_symbols(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    struct outcome outcome =
        SYNC(workshop, "2026-02-01", RESERVED ALPHA, "--allow-rollback");
    assert_has("retired", snapshot(workshop),
               "ws:retired=\"3001:BETA 3002:GAMMA\"");
    outcome = SYNC(workshop, "2026-03-01",
                   RESERVED ALPHA RECORD("3004", "Delta") RECORD("3005", "Beta")
                       RECORD("3006", "Gamma"),
                   "--quiet");
    assert_string_equal(outcome.err, "");
    assert_has("new", snapshot(workshop), "ws:symbol=\"DELTA\"");
    assert_has("the first's", snapshot(workshop), "ws:symbol=\"BETA_3005\"");
    assert_has("the second's", snapshot(workshop), "ws:symbol=\"GAMMA_3006\"");
    outcome = SYNC(workshop, "2026-04-01",
                   RESERVED ALPHA RECORD("3002", "Else") RECORD("3004", "Delta")
                       RECORD("3005", "Beta") RECORD("3006", "Gamma"),
                   "--quiet");
    assert_int_equal(outcome.exit_code, 5);
    assert_has("refused", outcome.err, "--accept 3002");
}

/* A symbol that a code had while it was assigned is not given to what it means
   after it was reserved again. */
static void test_assigned_reserved_assigned(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    SYNC(workshop, "2026-02-01", RECORD("1004", "Delta") ALPHA BETA GAMMA,
         "--quiet");
    struct outcome outcome = SYNC(
        workshop, "2026-03-01", RESERVED ALPHA BETA GAMMA, "--accept", "1004");
    assert_int_equal(outcome.exit_code, 0);
    outcome = SYNC(workshop, "2026-04-01",
                   RECORD("1004", "Epsilon") ALPHA BETA GAMMA, "--quiet");
    assert_int_equal(outcome.exit_code, 5);
    assert_has("refused", outcome.err, "--accept 1004");
}

/* A code whose registration was given up comes back as what it was, whatever
   its symbol looks like, or only if somebody says so. */
static void test_comes_back_as_it_was(void **state) {
    static const struct {
        const char *what, *registered, *lost, *option, *again;
        int exit_code;
    } cases[] = {
        {"a description that begins as reservations do",
         RECORD("3009", "Reserved Seat"), RECORD("3009", "Reserved"), "3009",
         RECORD("3009", "Something else"), 5},
        {"a reservation's symbol in the description", RECORD("3009", "Foo"), "",
         NULL, RECORD("3009", "Reserved 3009"), 5},
        {"reserved", RECORD("3009", "Foo"), "", NULL,
         RECORD("3009", "Reserved"), 5},
        {"as it was, without a name", RECORD("3009", "\303\234berlast"), "",
         NULL, RECORD("3009", "\303\234berlast"), 0},
        {"as it was", RECORD("3009", "Reserved Seat"),
         RECORD("3009", "Reserved"), "3009", RECORD("3009", "Reserved Seat"),
         0},
    };
    struct workshop *workshop = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = &workshop->arena;
        const char *accept = cases[i].option ? cases[i].option : "9";
        workshop_remove(workshop, "data/close-codes.xml");
        prepare(workshop, arena_printf(arena, "%s%s", RESERVED ALPHA BETA GAMMA,
                                       cases[i].registered));
        struct outcome outcome =
            SYNC(workshop, "2026-02-01",
                 arena_printf(arena, "%s%s", RESERVED ALPHA BETA GAMMA,
                              cases[i].lost),
                 "--allow-rollback", "--accept", accept);
        assert_int_equal(outcome.exit_code, 0);
        outcome = SYNC(workshop, "2026-03-01",
                       arena_printf(arena, "%s%s", RESERVED ALPHA BETA GAMMA,
                                    cases[i].again),
                       "--quiet");
        if (outcome.exit_code != cases[i].exit_code)
            fail_msg("%s: exit %d: %s", cases[i].what, outcome.exit_code,
                     outcome.err);
        assert_has(cases[i].what,
                   outcome.exit_code ? outcome.err : "--accept 3009",
                   "--accept 3009");
    }
}

/* What was only ever reserved is free to be anything. */
static void test_reservation_that_vanished(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    struct outcome outcome =
        SYNC(workshop, "2026-02-01", ALPHA BETA GAMMA, "--allow-rollback");
    assert_int_equal(outcome.exit_code, 0);
    outcome = SYNC(workshop, "2026-03-01",
                   RECORD("1004", "Delta") ALPHA BETA GAMMA, "--quiet");
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    assert_has("symbol", snapshot(workshop),
               "ws:symbol=\"DELTA\" ws:aliases=\"RESERVED\"");
}

/* A code that has no name of its own before and after it is assigned. */
static void test_placeholder_of_a_reservation(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop,
            RECORD("3000", "Reserved for a use that is not known yet"));
    assert_has("reserved", snapshot(workshop), "ws:symbol=\"CODE_3000\"");
    struct outcome outcome = SYNC(workshop, "2026-02-01",
                                  RECORD("3000", "\303\234berlast"), "--quiet");
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    assert_has("assigned", snapshot(workshop),
               "<record ws:symbol=\"CODE_3000\">");
}

/* The texts of a code that was renamed are wanting: they were written of
   another description. */
static void test_renamed_is_wanting(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    char *semantics = file_content(TEST_DATA "/semantics.xml", NULL);
    *strstr(semantics, "</semantics>") = '\0';
    workshop_put(workshop, "data/semantics.xml",
                 arena_printf(&workshop->arena,
                              "%s<code value=\"3000\" registered=\"Alpha\">"
                              "<wire accept=\"strict\" source=\"s\"/>"
                              "<sender by=\"both\" source=\"s\"/>"
                              "</code></semantics>",
                              semantics));
    free(semantics);
    struct outcome outcome =
        SYNC(workshop, "2026-02-01", RESERVED ALPHA GAMMA RECORD("3001", "B"),
             "--accept", "3001");
    assert_has_not("not wanting", outcome.out, "wanting     3000");
    outcome = SYNC(workshop, "2026-03-01",
                   RESERVED GAMMA RECORD("3000", "A") RECORD("3001", "B"),
                   "--accept", "3000");
    assert_has("wanting", outcome.out, "wanting     3000");
}

/* So do its aliases, which stay aliases. */
static void test_retired_aliases(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    SYNC(workshop, "2026-02-01", RECORD("1004", "Delta") ALPHA BETA GAMMA,
         "--quiet");
    static const char both[] = "ws:symbol=\"DELTA\" ws:aliases=\"RESERVED\"";
    assert_has("assigned", snapshot(workshop), both);
    const char *header = workshop_get(workshop, "out/include/wsclose_codes.h");
    assert_has("enumerator", header, "WSCLOSE_DELTA = 1004");
    assert_has("alias", header, "WSCLOSE_RESERVED = ");
    for (int i = 0; i < 2; i++) {
        struct outcome outcome =
            SYNC(workshop, "2026-03-01", ALPHA BETA GAMMA, "--allow-rollback");
        assert_int_equal(outcome.exit_code, 0);
        assert_has("retired", snapshot(workshop), "1004:DELTA 1004:RESERVED");
        outcome = SYNC(workshop, "2026-03-01",
                       RECORD("1004", "Delta") ALPHA BETA GAMMA, "--quiet");
        assert_string_equal(outcome.err, "");
        assert_int_equal(outcome.exit_code, 0);
        assert_has("back", snapshot(workshop), both);
        assert_has_not("none retired", snapshot(workshop), "ws:retired");
    }
}

/* An empty folder takes over the symbols that the installed snapshot has given
   to the same registrations: programs know them. */
static void test_symbols_of_the_installed_snapshot(void **state) {
    struct workshop *workshop = *state;
    prepare(workshop, CURRENT);
    struct outcome outcome = SYNC(
        workshop, "2026-02-01",
        RESERVED RECORD("3000", "Aleph") BETA GAMMA FREE, "--accept", "3000");
    assert_int_equal(outcome.exit_code, 0);
    workshop_put(workshop, "installed/close-codes.xml", snapshot(workshop));
    workshop_remove(workshop, "data/close-codes.xml");
    workshop_put(workshop, "in.xml",
                 document_of(workshop, "2026-03-01",
                             RESERVED RECORD("3000", "Aleph")
                                 RECORD("3001", "Bet") GAMMA FREE));
    outcome = WORKSHOP_RUN(workshop, WSCLOSE_GEN_INSTALLED, "sync", "--from",
                           "in.xml", "--data", "data", "--out", "out");
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    assert_has("the same", snapshot(workshop), "ws:symbol=\"ALPHA\"");
    assert_has("another", snapshot(workshop), "ws:symbol=\"BET\"");
}

/* Nothing of a first document is refused, but what never may be accepted. */
static void test_first_document(void **state) {
    struct workshop *workshop = *state;
    struct outcome outcome =
        SYNC(workshop, HELD_DATE, RECORD("4000", "Alpha"), "--json");
    assert_int_equal(outcome.exit_code, 5);
    assert_has("json", outcome.out, "\"from\": null");
    assert_has("json", outcome.out, "\"after\": \"Alpha\"");
    assert_has("line", outcome.err,
               ":6: error: 4000 was \"not in the current registry\" and is ");
    static const char *const across[] = {
        RECORD("3999-4000", "Alpha"),
        RECORD("999-1000", "Alpha")
    };
    for (size_t i = 0; i < 2; i++) {
        outcome = SYNC(workshop, HELD_DATE, across[i], "--quiet");
        assert_int_equal(outcome.exit_code, 5);
        assert_has("line", outcome.err,
                   " was \"not in the current registry\" and is \"Alpha\" ");
    }
    workshop_put(workshop, "in.xml", document_with(workshop, CURRENT));
    outcome = WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data",
                           "data", "--out", "out");
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    assert_has("report", outcome.out,
               "updated: nothing -> 2026-01-02, version: minor\n"
               "  added       1004       \"Reserved\"\n"
               "  added       3000       \"Alpha\"\n");
    assert_has(
        "wanting", outcome.out,
        "  wanting     1004       texts, and the decision whether it may "
        "stand in a frame\n"
        "  wanting     3000-3002  texts\n");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_accepted),
        TEST(test_same_rows),
        TEST(test_refused),
        TEST(test_a_line_for_each_refusal),
        TEST(test_accept),
        TEST(test_accept_reserved),
        TEST(test_rollback_of_an_older_document),
        TEST(test_half_lost),
        TEST(test_retired_symbols),
        TEST(test_two_retired_symbols),
        TEST(test_assigned_reserved_assigned),
        TEST(test_comes_back_as_it_was),
        TEST(test_reservation_that_vanished),
        TEST(test_placeholder_of_a_reservation),
        TEST(test_renamed_is_wanting),
        TEST(test_retired_aliases),
        TEST(test_symbols_of_the_installed_snapshot),
        TEST(test_first_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
