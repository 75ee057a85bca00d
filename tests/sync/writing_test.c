/* SPDX-License-Identifier: MIT */
/* What wsclose-gen writes, and where: it can be read again, links stay links,
   and what cannot be replaced is refused before anything is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/records.h"
#include "support/workshop.h"

#define OLD RECORD("3000", "Alpha")
#define NEW OLD RECORD("3001", "Beta")

#define SYNC(workshop, ...)                                                    \
    WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data", "data",       \
                 "--out", "out", __VA_ARGS__)
#define SHELL(workshop, command) WORKSHOP_RUN(workshop, "sh", "-c", command)

static void put(struct workshop *workshop, const char *records) {
    workshop_put(workshop, "in.xml", document_with(workshop, records));
}

static struct outcome check(struct workshop *workshop) {
    return WORKSHOP_GEN(workshop, "generate", "--check", "--data", "data",
                        "--out", "out");
}

/* One error, warnings aside. */
static void assert_one_error(struct outcome outcome) {
    const char *error = strstr(outcome.err, ": error: ");
    assert_non_null(error);
    assert_string_equal(strchr(error, '\n'), "\n");
}

/* A record of a range, whose contact is a character over and over. */
static const char *range_with(struct workshop *workshop, const char *codes,
                              char contact, size_t len) {
    char text[4096];
    assert_true(len < sizeof text);
    memset(text, contact, len);
    text[len] = '\0';
    return arena_printf(&workshop->arena,
                        "<record><value>%s</value><description>Many"
                        "</description><contact>%s</contact></record>",
                        codes, text);
}

/* What short documents make of themselves is bounded as it is written: all
   that is accepted is read again, and nothing is changed by the rest. */
static void test_short_documents(void **state) {
    static const struct {
        const char *codes;
        char contact;
        size_t len;
        int exit_code;
        const char *about;
    } cases[] = {
        {"1016-2999", '"', 930, 3, "in.xml: error: makes a snapshot that "},
        {"1016-3999", 'x', 2500, 3, "would be over 33554432 bytes"},
        {"1016-3999", '"', 4000, 3, "would be over 33554432 bytes"},
        {"1016-2999", '"', 100, 0, ""},
        {"1016-3999", 'x', 500, 0, ""},
    };
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *before = workshop_state(workshop, "data");
        const char *out = workshop_state(workshop, "out");
        put(workshop,
            arena_printf(&workshop->arena, "%s%s",
                         strcmp(cases[i].codes, "1016-2999") == 0 ? OLD : "",
                         range_with(workshop, cases[i].codes, cases[i].contact,
                                    cases[i].len)));
        struct outcome outcome = SYNC(workshop, "--quiet", "--accept", "3000");
        assert_outcome(outcome, cases[i].exit_code, cases[i].about);
        if (cases[i].exit_code) {
            assert_one_error(outcome);
            assert_same_text("data", before, workshop_state(workshop, "data"));
            assert_same_text("out", out, workshop_state(workshop, "out"));
        }
        assert_outcome(check(workshop), 0, "");
        assert_outcome(WORKSHOP_GEN(workshop, "status", "--data", "data",
                                    "--cache", "cache"),
                       0, "");
    }
}

/* --max-size is about what comes from outside: not about our own semantics.xml,
   nor about the snapshot that it makes. */
static void test_max_size(void **state) {
    struct workshop *workshop = *state;
    put(workshop, range_with(workshop, "1016-2999", 'x', 200));
    assert_outcome(SYNC(workshop, "--quiet", "--max-size", "2000"), 0, "");
    assert_true(strlen(workshop_get(workshop, "data/close-codes.xml")) >
                256 * 1024);
    assert_outcome(SYNC(workshop, "--quiet", "--max-size", "2000"), 0, "");
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out",
                                "out", "--max-size", "10"),
                   0, "");
    assert_outcome(SYNC(workshop, "--max-size", "100"), 3,
                   "in.xml: error: is over 100 bytes");
    /* snapshots are ours, whatever is compared with them */
    assert_outcome(WORKSHOP_GEN(workshop, "diff", "data/close-codes.xml",
                                "data/close-codes.xml"),
                   0, "");
    assert_outcome(
        WORKSHOP_GEN(workshop, "diff", "in.xml", "data/close-codes.xml"), 0,
        "");
    workshop_put(workshop, "large.xml",
                 arena_printf(&workshop->arena, "%*s<a/>", 300 * 1024, ""));
    assert_outcome(
        WORKSHOP_GEN(workshop, "diff", "data/close-codes.xml", "large.xml"), 3,
        "large.xml: error: is over 262144 bytes");
}

/* Links to files are followed, and stay. */
static void test_links(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    workshop_put(workshop, "else/report", "x");
    SHELL(workshop, "mv data/close-codes.xml else/snapshot && "
                    "ln -s ../else/snapshot data/close-codes.xml && "
                    "ln -s else/report r.md && ln -s r.md rr.md");
    put(workshop, NEW);
    assert_outcome(SYNC(workshop, "--report", "rr.md"), 0, "");
    assert_outcome(SHELL(workshop,
                         "test -L data/close-codes.xml && test -L r.md && "
                         "test -L rr.md && test ! -L else/snapshot"),
                   0, "");
    assert_non_null(strstr(workshop_get(workshop, "else/snapshot"), ">3001<"));
    assert_non_null(
        strstr(workshop_get(workshop, "else/report"), "codes: updated"));
    /* what leads nowhere is refused, and so is one that leads to what is read
       or written */
    SHELL(workshop, "ln -s nowhere/at/all dead; ln -s dead/ dead2; "
                    "ln -s in.xml in; ln -s loop loop; "
                    "ln -s out/rows.inc rows");
    static const struct {
        const char *report, *about;
        int exit_code;
    } refused[] = {{"dead", "dead: error: is a symbolic link that leads", 6},
                   {"dead2", "dead2: error: is a symbolic link that leads", 6},
                   {"loop", "loop: error: is a symbolic link that leads", 6},
                   {"in", "in: error: is read, or written too, ", 2},
                   {"else/snapshot", "is read, or written too, ", 2},
                   {"rows", "out/rows.inc: error: is read, or written", 2}};
    put(workshop, OLD);
    const char *before = workshop_state(workshop, ".");
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct outcome outcome =
            SYNC(workshop, "--allow-rollback", "--report", refused[i].report);
        assert_outcome(outcome, refused[i].exit_code, refused[i].about);
        assert_one_error(outcome);
        assert_same_text(refused[i].report, before,
                         workshop_state(workshop, "."));
    }
}

/* A link in /tmp may be another user's, and lead to a file of ours. */
static void test_links_of_others(void **state) {
    struct workshop *workshop = *state;
    if (geteuid() != 0)
        skip(); /* nobody else can make one that is another user's */
    workshop_must_sync(workshop, document_with(workshop, OLD));
    put(workshop, NEW);
    workshop_put(workshop, "mine", "x");
    SHELL(workshop, "mkdir -m 1777 tmp && ln -s ../mine tmp/r.md && "
                    "chown -h 65534 tmp/r.md");
    const char *before = workshop_state(workshop, ".");
    struct outcome outcome = SYNC(workshop, "--report", "tmp/r.md");
    assert_outcome(outcome, 6, "tmp/r.md: error: is a symbolic link that anot");
    assert_one_error(outcome);
    assert_same_text("state", before, workshop_state(workshop, "."));
    /* whoever has the folder may do with its files what they like */
    SHELL(workshop, "chown 65534 tmp");
    assert_outcome(SYNC(workshop, "--report", "tmp/r.md"), 0, "");
    SHELL(workshop, "chown 0 tmp && chmod 755 tmp");
    assert_outcome(SYNC(workshop, "--report", "tmp/r.md"), 0, "");
}

/* What is no regular file is never replaced, nor where our own output goes; it
   is said before anything is fetched, read or written. */
static void test_no_files(void **state) {
    static const struct {
        const char *report, *about;
        int exit_code;
    } refused[] = {{"pipe", "pipe: error: is there and is no file", 6},
                   {"/dev/null", "/dev/null: error: is there and is no", 6},
                   {"/dev/stdout", "/dev/stdout: error: is there and is no", 6},
                   {"data", "data: error: is there and is no file", 6},
                   {"newdir/", "newdir/: error: names a folder", 2},
                   {"data/", "data/: error: names a folder", 2}};
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    SHELL(workshop, "mkfifo pipe; rm in.xml");
    const char *before = workshop_state(workshop, ".");
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct outcome outcome = SYNC(workshop, "--report", refused[i].report);
        assert_outcome(outcome, refused[i].exit_code, refused[i].about);
        assert_one_error(outcome);
        assert_same_text(refused[i].report, before,
                         workshop_state(workshop, "."));
    }
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out",
                                "out", "--depfile", "newdir/"),
                   2, "newdir/: error: names a folder");
    put(workshop, NEW);
    struct outcome outcome =
        SHELL(workshop,
              WSCLOSE_GEN " sync --from in.xml --data data --out out "
                          "--report /dev/stdout >said.txt; echo $? >>said.txt");
    assert_outcome(outcome, 0, "is where standard output or standard error");
    assert_string_equal(workshop_get(workshop, "said.txt"), "2\n");
}

/* One file mounted by itself, as containers do it, can be read but not
   replaced: nothing is changed, and what to do is said. */
static void test_mounted_files(void **state) {
    static const char *const mounted[] = {"data/close-codes.xml",
                                          "out/close-codes.json", "r.md"};
    struct workshop *workshop = *state;
    if (SHELL(workshop, "unshare -m sh -c 'touch a b && mount --bind a b'")
            .exit_code)
        skip();
    workshop_must_sync(workshop, document_with(workshop, OLD));
    workshop_put(workshop, "r.md", "before");
    put(workshop, NEW);
    const char *before = workshop_content(workshop, ".");
    for (size_t i = 0; i < sizeof mounted / sizeof *mounted; i++) {
        const char *command = arena_printf(
            &workshop->arena,
            "cp %s /tmp/mounted.$$ && exec unshare -m sh -c 'mount --bind "
            "/tmp/mounted.'$$' %s && " WSCLOSE_GEN
            " sync --from in.xml --data data --out out --report r.md; "
            "code=$?; rm /tmp/mounted.'$$'; exit $code'",
            mounted[i], mounted[i]);
        struct outcome outcome = SHELL(workshop, command);
        assert_outcome(outcome, 6, "mount the folder that it is in");
        assert_int_equal(strncmp(outcome.err, mounted[i], strlen(mounted[i])),
                         0);
        assert_one_error(outcome);
        assert_same_text(mounted[i], before, workshop_content(workshop, "."));
    }
    assert_outcome(SYNC(workshop, "--report", "r.md"), 0, "");
}

/* Where the system does not tell mounts, the rename does: first of the
   snapshot. */
static void test_rename_that_is_refused(void **state) {
    static const char *const errors[] = {"16" /* EBUSY */, "18" /* EXDEV */};
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    put(workshop, NEW);
    const char *before = workshop_content(workshop, ".");
    for (size_t i = 0; i < 2; i++) {
        struct outcome outcome = SHELL(
            workshop,
            arena_printf(
                &workshop->arena,
                "export LD_PRELOAD=" FAULT_LIBRARY
                " ASAN_OPTIONS=verify_asan_link_order=0; "
                "run() { " WSCLOSE_GEN " sync --from in.xml --quiet --data "
                "$1data --out $1out; }; "
                "mkdir copy; cp -a data out copy; FAULT_LOG=log run copy/; "
                "at=$(grep -n '^rename$' log | head -1 | cut -d: -f1); "
                "rm -r log copy; FAULT_AT=$at FAULT_HOW=%s run ''",
                errors[i]));
        assert_outcome(outcome, 6,
                       "data/close-codes.xml: error: is mounted by itself");
        assert_one_error(outcome);
        assert_same_text(errors[i], before, workshop_content(workshop, "."));
    }
}

/* Outside a checkout there is only the installed data, which is not ours. */
static void test_installed_data(void **state) {
    struct workshop *workshop = *state;
    put(workshop, OLD);
    const char *before = workshop_state(workshop, ".");
    struct outcome outcome = WORKSHOP_GEN(workshop, "sync", "--from", "in.xml");
    assert_outcome(outcome, 2,
                   "name the folder to keep the data in with "
                   "--data DIR");
    assert_one_error(outcome);
    assert_same_text("state", before, workshop_state(workshop, "."));
}

/* A checkout that made CRLF of the ends of lines is told from one that is
   wrong. */
static void test_line_endings(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    SHELL(workshop, "sed -i 's/$/\\r/' out/rows.inc data/*.xml");
    struct outcome outcome = check(workshop);
    assert_outcome(outcome, 1,
                   "out/rows.inc: error: has CRLF at the ends of its lines, as "
                   "git's core.autocrlf makes them");
    assert_null(strstr(outcome.err, "is not what the data says"));
    SHELL(workshop, "sed -i '3s/\\r/x\\r/' out/rows.inc");
    assert_outcome(check(workshop), 1,
                   "out/rows.inc:1: error: is not what the data says");
    assert_outcome(workshop_generate(workshop), 0, "");
    assert_outcome(check(workshop), 0, "");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_short_documents),
        TEST(test_max_size),
        TEST(test_links),
        TEST(test_links_of_others),
        TEST(test_no_files),
        TEST(test_mounted_files),
        TEST(test_rename_that_is_refused),
        TEST(test_installed_data),
        TEST(test_line_endings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
