/* SPDX-License-Identifier: MIT */
/* wsclose-gen from outside: what it writes, what it leaves alone, what it says,
   and with which exit code it ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/records.h"
#include "support/workshop.h"

static void test_says_what_it_did(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    struct outcome outcome = workshop_generate(workshop);
    assert_non_null(strstr(outcome.out, "2 codes, registry of 2026-01-02: 0"));
    workshop_remove(workshop, "out/rows.inc");
    outcome = workshop_generate(workshop);
    assert_non_null(strstr(outcome.out, "2 codes, registry of 2026-01-02: 1"));
}

/* Whichever file is gone, it is counted. */
static void test_counts_each_file(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    for (const char **file = workshop_files(workshop, "out"); *file; file++) {
        workshop_remove(workshop, *file);
        struct outcome outcome = workshop_generate(workshop);
        if (!strstr(outcome.out, "2 codes, registry of 2026-01-02: 1 of "))
            fail_msg("%s: %s", *file, outcome.out);
    }
}

/* Neither a lock nor a temporary file stays. */
static void test_nothing_else_is_left(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char **files = workshop_files(workshop, "data");
    assert_string_equal(files[0], "data/applications/chat.xml");
    assert_string_equal(files[1], "data/close-codes.xml");
    assert_string_equal(files[2], "data/languages/en.xml");
    assert_string_equal(files[3], "data/languages/ja.xml");
    assert_string_equal(files[4], "data/semantics.xml");
    assert_null(files[5]);
    for (files = workshop_files(workshop, "out"); *files; files++) {
        const char *name = *files + strlen("out/");
        assert_true(
            strncmp(name, "close-codes.", strlen("close-codes.")) == 0 ||
            strncmp(name, "applications.", strlen("applications.")) == 0 ||
            strncmp(name, "npm/", strlen("npm/")) == 0 ||
            strcmp(name, "wsclose.lua") == 0 ||
            strcmp(name + strlen(name) - 2, ".h") == 0 ||
            strcmp(name + strlen(name) - 4, ".inc") == 0);
    }
}

static void test_second_run_touches_nothing(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *data = workshop_state(workshop, "data");
    const char *out = workshop_state(workshop, "out");
    assert_outcome(workshop_generate(workshop), 0, "");
    workshop_must_sync(workshop, document_with(workshop, TWO_RECORDS));
    assert_same_text("data", data, workshop_state(workshop, "data"));
    assert_same_text("out", out, workshop_state(workshop, "out"));
}

/* Dates, other registries, titles and experts are no rows. */
static void test_change_elsewhere_touches_nothing(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *data = workshop_state(workshop, "data");
    const char *out = workshop_state(workshop, "out");
    workshop_must_sync(
        workshop,
        arena_printf(
            &workshop->arena,
            "<registry xmlns=\"http://www.iana.org/assignments\" "
            "id=\"websocket\"><updated>2026-12-31</updated>"
            "<registry id=\"opcode\">" RECORD(
                "7",
                "New") "</registry>"
                       "<registry id=\"close-code-number\"><title>New</title>"
                       "<expert>New</expert>\n\n%s</registry><people/></"
                       "registry>",
            TWO_RECORDS));
    assert_same_text("data", data, workshop_state(workshop, "data"));
    assert_same_text("out", out, workshop_state(workshop, "out"));
}

/* Whatever a row says is accepted; 3001 may change its text. */
static void test_change_of_a_row_is_accepted(void **state) {
    struct workshop *workshop = *state;
#define BETA(attributes, more)                                                 \
    RECORD("3000", "Alpha")                                                    \
    "<record" attributes "><value>3001</value><description>Beta"               \
    "</description>" more "</record>"
    static const char *const changed[] = {
        RECORD("3000", "Alpha") RECORD("3001", "Beta two"),
        RECORD("3000", "Alpha") RECORD("3001", "Beta") RECORD("3002", "New"),
        BETA(" date=\"2020-01\"", ""),
        BETA(" updated=\"2020-01\"", ""),
        BETA("", "<contact>C</contact>"),
        BETA("", "<xref type=\"rfc\" data=\"rfc1\"/>"),
        BETA("", "") "<range><value>1000-2999</value><registration_rule>R"
                     "</registration_rule></range>",
    };
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
        workshop_remove(workshop, "data/close-codes.xml");
        workshop_prepare(workshop);
        const char *before = workshop_get(workshop, "data/close-codes.xml");
        workshop_put(workshop, "in.xml", document_with(workshop, changed[i]));
        assert_outcome(WORKSHOP_GEN(workshop, "sync", "--from", "in.xml",
                                    "--data", "data", "--out", "out",
                                    "--accept", "3001"),
                       0, "");
        assert_string_not_equal(before,
                                workshop_get(workshop, "data/close-codes.xml"));
        assert_outcome(workshop_generate(workshop), 0, "");
    }
}

/* Unchanged files keep their times when others change. */
static void test_only_changed_files_are_written(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *before = workshop_state(workshop, "out");
    workshop_put(workshop, "out/rows.inc", "edited\n");
    struct outcome outcome = workshop_generate(workshop);
    assert_outcome(outcome, 0, "");
    assert_non_null(strstr(outcome.out, ": 1 of "));
    const char *after = workshop_state(workshop, "out");
    size_t same = 0, changed = 0;
    for (const char *line = strstr(before, "out/"); line;
         line = strstr(line, "\nout/") ? strstr(line, "\nout/") + 1 : NULL) {
        const char *copy =
            arena_copy(&workshop->arena, line, strcspn(line, "\n") + 1);
        *(strstr(after, copy) ? &same : &changed) += 1;
    }
    assert_int_equal(changed, 1);
    assert_true(same >= 8);
}

/* The committed files are what the committed data make, anywhere. */
static void test_committed_files_from_anywhere(void **state) {
    struct workshop *workshop = *state;
    static const char *const variables[] = {
        "LC_ALL=tr_TR.UTF-8", "TZ=Pacific/Kiritimati", "HOME=/nonexistent",
        "SOURCE_DATE_EPOCH=1", NULL};
    const char *argv[] = {"sh",
                          "-c",
                          "umask 077; mkdir -p else/where; cd else/where; "
                          "exec \"$0\" generate --data \"$1\" --out ../new",
                          WSCLOSE_GEN,
                          TEST_SOURCE "/gen/data",
                          NULL};
    struct outcome outcome = workshop_run(workshop, variables, argv);
    assert_null(strstr(outcome.err, "error: ")); /* texts may be wanting */
    assert_int_equal(outcome.exit_code, 0);
    const char **files = workshop_files(workshop, "else/new");
    size_t count = 0;
    for (; files[count]; count++) {
        const char *name = files[count] + strlen("else/new/");
        const char *committed = arena_printf(
            &workshop->arena, "%s/generated/%s", TEST_SOURCE, name);
        if (access(committed, F_OK) != 0)
            fail_msg("generated/%s is not committed", name);
        assert_same_text(name, workshop_get(workshop, committed),
                         workshop_get(workshop, files[count]));
    }
    size_t committed_count = 0;
    files = workshop_files(workshop, TEST_SOURCE "/generated");
    while (files[committed_count])
        committed_count++;
    assert_int_equal(count, committed_count);
}

static mode_t mode_of(struct workshop *workshop, const char *path) {
    struct stat info;
    path = arena_printf(&workshop->arena, "%s/%s", workshop->folder, path);
    assert_int_equal(stat(path, &info), 0);
    return info.st_mode & 07777;
}

/* New files have the mode that umask says, old ones the mode they had. */
static void test_modes(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *argv[] = {"sh", "-c",
                          "umask 027; rm out/rows.inc; chmod 604 out/index.h; "
                          "echo >out/index.h; "
                          "exec \"$0\" generate --data data --out out",
                          WSCLOSE_GEN, NULL};
    assert_outcome(workshop_run(workshop, NULL, argv), 0, "");
    assert_int_equal(mode_of(workshop, "out/rows.inc"), 0640);
    assert_int_equal(mode_of(workshop, "out/index.h"), 0604);
}

/* gen/data below the folder is the default, as is generated. */
static void test_default_folders(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    workshop_put_data(workshop, "gen/data", TEST_DATA);
    workshop_put(workshop, "gen/data/close-codes.xml",
                 workshop_get(workshop, "data/close-codes.xml"));
    assert_outcome(WORKSHOP_GEN(workshop, "generate"), 0, "");
    assert_string_equal(workshop_get(workshop, "out/rows.inc"),
                        workshop_get(workshop, "generated/rows.inc"));
}

#define CHECK(workshop)                                                        \
    WORKSHOP_GEN(workshop, "generate", "--check", "--data", "data", "--out",   \
                 "out")

static void test_check_without_drift(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *before = workshop_state(workshop, ".");
    struct outcome outcome = CHECK(workshop);
    assert_outcome(outcome, 0, "");
    assert_string_equal(outcome.err, "");
    assert_same_text("state", before, workshop_state(workshop, "."));
}

/* A line of rows.inc is cut short. */
static void test_check_shows_the_first_difference(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *rows = workshop_get(workshop, "out/rows.inc");
    const char *row = strstr(rows, "ROW(3000, ASSIGNED, 3000)\n");
    assert_non_null(row);
    int line = 1;
    for (const char *at = rows; at < row; at++)
        line += *at == '\n';
    workshop_put(workshop, "out/rows.inc",
                 arena_printf(&workshop->arena, "%.*sROW(3000, ASSIGNED\n%s",
                              (int)(row - rows), rows, strchr(row, '\n') + 1));
    const char *before = workshop_state(workshop, ".");
    struct outcome outcome = CHECK(workshop);
    assert_int_equal(outcome.exit_code, 1);
    const char *place =
        arena_printf(&workshop->arena, "out/rows.inc:%d: error: ", line);
    assert_int_equal(strncmp(outcome.err, place, strlen(place)), 0);
    assert_non_null(strstr(outcome.err, "run wsclose-gen generate"));
    assert_non_null(strstr(outcome.err, "\n-ROW(3000, ASSIGNED\n"
                                        "+ROW(3000, ASSIGNED, 3000)\n"));
    assert_same_text("state", before, workshop_state(workshop, "."));

    assert_outcome(workshop_generate(workshop), 0, "");
    assert_same_text("rows.inc", rows, workshop_get(workshop, "out/rows.inc"));
    assert_outcome(CHECK(workshop), 0, "");
}

/* Of two lines the first, though no longer than it should be. */
static void test_check_compares_every_byte(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    char *rows = (char *)workshop_get(workshop, "out/rows.inc");
    strstr(rows, "ROW(3000, ")[7] = '9';
    strstr(rows, "ROW(3001, ")[7] = '9';
    workshop_put(workshop, "out/rows.inc", rows);
    struct outcome outcome = CHECK(workshop);
    assert_int_equal(outcome.exit_code, 1);
    assert_non_null(strstr(outcome.err, "\n-ROW(3009, ASSIGNED, 3000)\n"
                                        "+ROW(3000, ASSIGNED, 3000)\n"));
}

/* Bytes too many, too few, or none. */
static void test_check_sees_every_byte(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *rows = workshop_get(workshop, "out/rows.inc");
    const char *edits[] = {
        arena_printf(&workshop->arena, "%s\n", rows),
        arena_printf(&workshop->arena, "%.*s", (int)strlen(rows) - 1, rows),
        arena_printf(&workshop->arena, "%.*s", 40, rows),
        arena_printf(&workshop->arena, " %s", rows), ""};
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        workshop_put(workshop, "out/rows.inc", edits[i]);
        assert_outcome(CHECK(workshop), 1, "out/rows.inc:");
    }
    workshop_put_bytes(workshop, "out/rows.inc", "/*\n\0*", 5);
    assert_outcome(CHECK(workshop), 1, "out/rows.inc:2: error: ");
    workshop_remove(workshop, "out/rows.inc");
    assert_outcome(CHECK(workshop), 1,
                   "out/rows.inc: error: is missing; run "
                   "wsclose-gen generate");
    workshop_remove(workshop, "out/index.h");
    assert_outcome(CHECK(workshop), 1, "out/index.h: error: is missing");
    assert_outcome(CHECK(workshop), 1, "out/rows.inc: error: is missing");
}

/* The tables are the same as ever; of the pages none is written, missed or
   changed. */
static void test_no_pages(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    static const char *const others[] = {"applications.inc",
                                         "applications.json",
                                         "applications.schema.json",
                                         "close-codes.html",
                                         "close-codes.json",
                                         "close-codes.md",
                                         "close-codes.schema.json",
                                         "npm/README.md",
                                         "npm/index.cjs",
                                         "npm/index.d.cts",
                                         "npm/index.d.mts",
                                         "npm/index.mjs",
                                         "npm/package.json",
                                         "wsclose.lua"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        workshop_remove(workshop,
                        arena_printf(&workshop->arena, "out/%s", others[i]));
    const char *tables = workshop_content(workshop, "out");
    for (const char **file = workshop_files(workshop, "out"); *file; file++)
        workshop_remove(workshop, *file);
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--no-pages", "--data",
                                "data", "--out", "out"),
                   0, "");
    assert_same_text("out", tables, workshop_content(workshop, "out"));

    workshop_put(workshop, "out/close-codes.md", "old\n");
    const char *before = workshop_state(workshop, "out");
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--no-pages", "--check",
                                "--data", "data", "--out", "out"),
                   0, "");
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--no-pages", "--data",
                                "data", "--out", "out"),
                   0, "");
    assert_same_text("out", before, workshop_state(workshop, "out"));
}

static void test_depfile(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out",
                                "out", "--depfile", "build/stamp.d"),
                   0, "");
    assert_string_equal(workshop_get(workshop, "build/stamp.d"),
                        "build/stamp: \\\n"
                        "  data/close-codes.xml \\\n"
                        "  data/semantics.xml \\\n"
                        "  data/languages/en.xml \\\n"
                        "  data/languages/ja.xml \\\n"
                        "  data/applications/chat.xml\n");
    const char *argv[] = {"cp", "-R", "data", "my $#data", NULL};
    assert_outcome(workshop_run(workshop, NULL, argv), 0, "");
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "my $#data",
                                "--out", "out", "--depfile", "a b"),
                   0, "");
    assert_string_equal(workshop_get(workshop, "a b"),
                        "a\\ b: \\\n"
                        "  my\\ $$\\#data/close-codes.xml \\\n"
                        "  my\\ $$\\#data/semantics.xml \\\n"
                        "  my\\ $$\\#data/languages/en.xml \\\n"
                        "  my\\ $$\\#data/languages/ja.xml \\\n"
                        "  my\\ $$\\#data/applications/chat.xml\n");
}

/* make finds each file again, and makes anew what is older than one. */
static void test_depfile_of_make(void **state) {
    static const char *const names[] = {"a b", "a#b",     "a$b",     "a:b",
                                        "a'b", "a\\b",    "a\\ b",   "a\\#b",
                                        "a%b", "a\\\\:b", "a\\\\ b", "a\tb"};
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    workshop_put(workshop, "Makefile",
                 "out/stamp:\n\ttouch out/stamp\n-include out/stamp.d\n");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *name = names[i];
        workshop_put(workshop, name, "");
        workshop_remove(workshop, name);
        const char *copy[] = {"cp", "data/close-codes.xml", name, NULL};
        workshop_run(workshop, NULL, copy);
        assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "data",
                                    "--snapshot", name, "--out", "out",
                                    "--depfile", "out/stamp.d"),
                       0, "");
        assert_outcome(WORKSHOP_RUN(workshop, "make", "-s"), 0, "");
        assert_outcome(WORKSHOP_RUN(workshop, "make", "-q"), 0, "");
        assert_outcome(
            WORKSHOP_RUN(workshop, "touch", "-t", "203712310000", name), 0, "");
        assert_outcome(WORKSHOP_RUN(workshop, "make", "-q"), 1, "");
    }
}

static void test_help_and_version(void **state) {
    struct workshop *workshop = *state;
    struct outcome outcome = WORKSHOP_GEN(workshop, "--help");
    assert_outcome(outcome, 0, "");
    static const char *const words[] = {"generate", "sync",       "--data",
                                        "--out",    "--check",    "--depfile",
                                        "--from",   "--max-size", "Exit: 0"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_non_null(strstr(outcome.out, words[i]));
    assert_string_equal(WORKSHOP_GEN(workshop, "-h").out, outcome.out);
    assert_string_equal(WORKSHOP_GEN(workshop, "sync", "-h").out, outcome.out);
    outcome = WORKSHOP_GEN(workshop, "--version");
    assert_int_equal(outcome.exit_code, 0);
    assert_string_equal(outcome.out,
                        "wsclose-gen " TEST_VERSION "\ntables of format 2\n");
}

/* A data folder without semantics.xml takes the installed one, which this
   build of the program looks for in "installed". */
static void test_installed_semantics(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *rename[] = {"mv", "data/semantics.xml", "data/languages", ".",
                            NULL};
    assert_outcome(workshop_run(workshop, NULL, rename), 0, "");
    const char *argv[] = {WSCLOSE_GEN_INSTALLED,
                          "generate",
                          "--data",
                          "data",
                          "--out",
                          "out",
                          NULL};
    const char *before = workshop_state(workshop, ".");
    struct outcome outcome = workshop_run(workshop, NULL, argv);
    assert_outcome(outcome, 6,
                   "data/semantics.xml: error: there is no such file");
    assert_same_text("state", before, workshop_state(workshop, "."));

    workshop_put_data(workshop, "installed", TEST_DATA);
    before = workshop_state(workshop, "out");
    assert_outcome(workshop_run(workshop, NULL, argv), 0, "");
    assert_same_text("out", before, workshop_state(workshop, "out"));

    /* Nor is there a data folder: all of it is the installed one. */
    workshop_put(workshop, "installed/close-codes.xml",
                 workshop_get(workshop, "data/close-codes.xml"));
    const char *bare[] = {WSCLOSE_GEN_INSTALLED, "generate", NULL};
    assert_outcome(workshop_run(workshop, NULL, bare), 0, "");
    assert_string_equal(workshop_get(workshop, "generated/rows.inc"),
                        workshop_get(workshop, "out/rows.inc"));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_says_what_it_did),
        TEST(test_counts_each_file),
        TEST(test_nothing_else_is_left),
        TEST(test_second_run_touches_nothing),
        TEST(test_change_elsewhere_touches_nothing),
        TEST(test_change_of_a_row_is_accepted),
        TEST(test_only_changed_files_are_written),
        TEST(test_committed_files_from_anywhere),
        TEST(test_modes),
        TEST(test_default_folders),
        TEST(test_check_without_drift),
        TEST(test_check_shows_the_first_difference),
        TEST(test_check_compares_every_byte),
        TEST(test_check_sees_every_byte),
        TEST(test_no_pages),
        TEST(test_depfile),
        TEST(test_depfile_of_make),
        TEST(test_help_and_version),
        TEST(test_installed_semantics),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
