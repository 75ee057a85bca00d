/* SPDX-License-Identifier: MIT */
/* wsclose-gen where it cannot do what it is asked: what it says, with which
   exit code it ends, and that it leaves nothing behind. */
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

/* Is standard error one line, "file: error: ..."? */
static void assert_one_line(struct outcome outcome) {
    const char *end = strchr(outcome.err, '\n');
    assert_non_null(end);
    assert_string_equal(end, "\n");
    assert_non_null(strstr(outcome.err, ": error: "));
}

#define CHECK(workshop)                                                        \
    WORKSHOP_GEN(workshop, "generate", "--check", "--data", "data", "--out",   \
                 "out")

static void test_usage(void **state) {
    static const struct {
        const char *about, *argv[8];
    } usages[] = {
        {"name a command", {NULL}},
        {"there is no command frobnicate", {"frobnicate"}},
        {"there is no command ", {""}},
        {"there is no command --data", {"--data", "data"}},
        {"see wsclose-gen --help", {"generate", "--nonsense"}},
        {"see wsclose-gen --help", {"generate", "-x"}},
        {"see wsclose-gen --help", {"generate", "--data"}},
        {"see wsclose-gen --help", {"generate", "--from", "in.xml"}},
        {"see wsclose-gen --help", {"generate", "--check=yes"}},
        {"see wsclose-gen --help", {"sync", "--from", "in.xml", "--check"}},
        {"see wsclose-gen --help", {"sync", "--from"}},
        {"no user name", {"sync", "--url", "https://a:b@localhost/x"}},
        {"what is this: extra", {"generate", "extra"}},
        {"what is this: extra", {"sync", "--from", "in.xml", "extra"}},
        {"--depfile", {"generate", "--check", "--depfile", "x.d"}},
        {"--max-size", {"generate", "--max-size", "0"}},
        {"--max-size", {"generate", "--max-size", "-1"}},
        {"--max-size", {"generate", "--max-size", "+1"}},
        {"--max-size", {"generate", "--max-size", " 1"}},
        {"--max-size", {"generate", "--max-size", "1k"}},
        {"--max-size", {"generate", "--max-size", ""}},
        {"--max-size", {"generate", "--max-size", "0x10"}},
        {"--max-size", {"generate", "--max-size", "99999999999999999999"}},
        {"--max-size", {"generate", "--max-size", "4294967297"}},
        {"--max-size", {"sync", "--from", "in.xml", "--max-size", "many"}},
    };
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *before = workshop_state(workshop, ".");
    for (size_t i = 0; i < sizeof usages / sizeof *usages; i++) {
        const char *argv[10] = {WSCLOSE_GEN};
        memcpy(argv + 1, usages[i].argv, sizeof usages[i].argv);
        struct outcome outcome = workshop_run(workshop, NULL, argv);
        assert_outcome(outcome, 2, usages[i].about);
        assert_string_equal(outcome.out, "");
    }
    assert_same_text("state", before, workshop_state(workshop, "."));
}

/* What cannot be read or written: exit 6, one line, nothing left behind. Root
   may write anywhere, so the places below are impossible ones. */
static void test_files_that_cannot_be_used(void **state) {
    static const struct {
        const char *about, *argv[10];
    } failures[] = {
        {"none.xml: error: there is no such file",
         {"sync", "--from", "none.xml", "--data", "data", "--out", "out"}},
        {"in.xml/x: error: cannot be opened",
         {"sync", "--from", "in.xml/x", "--data", "data", "--out", "out"}},
        {"data: error: cannot be read",
         {"sync", "--from", "data", "--data", "data", "--out", "out"}},
        {"nowhere/close-codes.xml: error: there is no such file",
         {"generate", "--data", "nowhere", "--out", "out"}},
        {"in.xml/close-codes.xml: error: cannot be opened",
         {"generate", "--data", "in.xml", "--out", "out"}},
        {"folders/close-codes.xml: error: cannot be read",
         {"generate", "--data", "folders", "--out", "out"}},
        {"in.xml: error: cannot be opened: Not a directory",
         {"generate", "--data", "data", "--out", "in.xml"}},
        {"in.xml/below: error: cannot be ",
         {"generate", "--data", "data", "--out", "in.xml/below"}},
        {"/proc/none: error: cannot be made",
         {"generate", "--data", "data", "--out", "/proc/none"}},
        {"folders/include/wsclose_codes.h: error: is there and is no file",
         {"generate", "--data", "data", "--out", "folders"}},
        {"in.xml: error: cannot be opened: Not a directory",
         {"generate", "--check", "--data", "data", "--out", "in.xml"}},
    };
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    workshop_put(workshop, "folders/close-codes.xml/x", "");
    workshop_put(workshop, "folders/include/wsclose_codes.h/x", "");
    workshop_put(workshop, "folders/semantics.xml", "");
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        const char *before = workshop_state(workshop, ".");
        const char *argv[12] = {WSCLOSE_GEN};
        memcpy(argv + 1, failures[i].argv, sizeof failures[i].argv);
        struct outcome outcome = workshop_run(workshop, NULL, argv);
        assert_outcome(outcome, 6, failures[i].about);
        assert_one_line(outcome);
        assert_string_equal(outcome.out, "");
        assert_same_text(failures[i].about, before,
                         workshop_state(workshop, "."));
    }
}

/* A pipe in a file's place would be read for ever. */
static void test_a_pipe_is_not_opened(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    assert_outcome(
        WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out", "out"), 0,
        "");
    const char *const remove[] = {"rm", "out/rows.inc", NULL};
    const char *const make[] = {"mkfifo", "out/rows.inc", NULL};
    workshop_run(workshop, NULL, remove);
    workshop_run(workshop, NULL, make);
    assert_outcome(
        WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out", "out"), 6,
        "out/rows.inc: error: ");
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out",
                                "out", "--check"),
                   6, "out/rows.inc: error: ");
}

/* Folders that were made for what could not be written go again. */
static void test_new_folders_are_not_left(void **state) {
    static const char *const depfiles[] = {"in.xml/x.d", "/proc/none/x.d"};
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *before = workshop_state(workshop, ".");
    for (size_t i = 0; i < sizeof depfiles / sizeof *depfiles; i++) {
        struct outcome outcome =
            WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out",
                         "new/out", "--depfile", depfiles[i]);
        assert_outcome(outcome, 6, ": error: cannot be ");
        assert_one_line(outcome);
        assert_same_text("state", before, workshop_state(workshop, "."));
    }
}

/* Nor are the files that were written before it went wrong. */
static void test_temporary_files_are_not_left(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    workshop_put(workshop, "out/rows.inc", "edited\n");
    const char *before = workshop_content(workshop, ".");
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out",
                                "out", "--depfile", "in.xml/x.d"),
                   6, "in.xml/x.d: error: cannot be ");
    assert_same_text("content", before, workshop_content(workshop, "."));
}

/* The longest name that a file can have is no trouble, nor that of what is
   written first in its place. */
static void test_names_of_any_length(void **state) {
    struct workshop *workshop = *state;
    char name[256];
    workshop_prepare(workshop);
    memset(name, 'r', 255);
    strcpy(name + 252, ".md");
    assert_outcome(WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data",
                                "data", "--out", "out", "--report", name),
                   0, "");
    assert_non_null(strstr(workshop_get(workshop, name), "unchanged"));
}

/* Every edit of the snapshot's rows is noticed. */
static void test_snapshot_edited_by_hand(void **state) {
    static const struct {
        const char *from, *to, *about;
    } edits[] = {
        {"Alpha<", "Alphb<", "sha256"},
        {"<record ws:symbol=\"BETA",
         "<record date=\"2020-01\" ws:symbol=\"BETA", "sha256"},
        {"<value>3001</value>",
         "<value>3001</value><contact>C</contact>"
         "<!-- by hand -->",
         "sha256"},
        {"ws:sha256=\"", "ws:sha256=\"0", "sha256"},
        {" ws:source=", " ws:sauce=", "source"},
        {" ws:sha256=", " ws:sha255=", "sha256"},
        {" ws:symbol=\"BETA\"", "", "no symbol is recorded for 3001"},
        {"\"BETA\"", "\"ALPHA\"", "ALPHA of 3001 is also that of 3000"},
        {"\"BETA\"", "\"Beta\"", "\"Beta\" is no identifier"},
    };
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *good = workshop_get(workshop, "data/close-codes.xml");
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        const char *at = strstr(good, edits[i].from);
        assert_non_null(at);
        workshop_put(workshop, "data/close-codes.xml",
                     arena_printf(&workshop->arena, "%.*s%s%s",
                                  (int)(at - good), good, edits[i].to,
                                  at + strlen(edits[i].from)));
        const char *before = workshop_state(workshop, ".");
        struct outcome outcome = workshop_generate(workshop);
        assert_outcome(outcome, 3, edits[i].about);
        assert_one_line(outcome);
        assert_int_equal(strncmp(outcome.err, "data/close-codes.xml:", 21), 0);
        assert_same_text("state", before, workshop_state(workshop, "."));
    }
}

/* What sync takes, generate takes: the snapshot of a document within the limit
   is no trouble, however much ranges and names grow in it; or else sync says
   that it would write too much. */
static void test_generate_takes_what_sync_took(void **state) {
    struct workshop *workshop = *state;
    char text[1001];
    memset(text, 'x', 1000);
    text[1000] = '\0';
    const char *range = arena_printf(
        &workshop->arena,
        "<record><value>3000-3999</value><description>%s</description>"
        "</record>",
        text);
    struct outcome outcome =
        workshop_sync(workshop, document_with(workshop, range));
    if (outcome.exit_code == 0)
        assert_outcome(CHECK(workshop), 0, "");
    else
        assert_outcome(outcome, 3, "those of one run would be over");
}

/* A message that says what to do is right: after it is done, all is well. */
static void test_advice_on_an_edited_snapshot_helps(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *good = workshop_get(workshop, "data/close-codes.xml");
    const char *at = strstr(good, "Alpha<");
    workshop_put(workshop, "data/close-codes.xml",
                 arena_printf(&workshop->arena, "%.*sEdited%s",
                              (int)(at - good), good, at));
    struct outcome outcome = workshop_generate(workshop);
    assert_int_equal(outcome.exit_code, 3);
    if (strstr(outcome.err, "write it anew with wsclose-gen sync"))
        workshop_must_sync(workshop, document_with(workshop, TWO_RECORDS));
    else
        assert_non_null(strstr(outcome.err, "restore it"));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_usage),
        TEST(test_files_that_cannot_be_used),
        TEST(test_a_pipe_is_not_opened),
        TEST(test_new_folders_are_not_left),
        TEST(test_temporary_files_are_not_left),
        TEST(test_names_of_any_length),
        TEST(test_snapshot_edited_by_hand),
        TEST(test_generate_takes_what_sync_took),
        TEST(test_advice_on_an_edited_snapshot_helps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
