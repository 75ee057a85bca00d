/* SPDX-License-Identifier: MIT */
/* Several wsclose-gen at once: one after the other writes in a folder, and what
   is there in the end is always of one of them, whole. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "support/records.h"
#include "support/workshop.h"

#define OLD RECORD("3000", "Alpha")
#define NEW OLD RECORD("3001", "Beta")

enum { ROUNDS = 12 };

static struct outcome shell(struct workshop *workshop, const char *command) {
    return WORKSHOP_RUN(workshop, "sh", "-c", command);
}

static void must(struct workshop *workshop, const char *command) {
    struct outcome outcome = shell(workshop, command);
    if (outcome.exit_code || *outcome.err)
        fail_msg("%s: exit %d: %s", command, outcome.exit_code, outcome.err);
}

static void assert_consistent(struct workshop *workshop, const char *folder) {
    must(workshop,
         arena_printf(&workshop->arena,
                      WSCLOSE_GEN " generate --check --data %s/data --out "
                                  "%s/out && ! find %s -name '.wsclose-*' | "
                                  "grep .",
                      folder, folder, folder));
}

/* As a checkout has them, for data folders that do not. */
static void give_semantics(struct workshop *workshop) {
    must(workshop, "mkdir gen && mv data gen");
}

/* Two first syncs into folders that are not there: one is the first, and the
   other keeps what that one gave. The first is slow to write, or not. */
static void test_first_syncs(void **state) {
    struct workshop *workshop = *state;
    give_semantics(workshop);
    workshop_put(workshop, "a.xml",
                 document_with(workshop,
                               RECORD("3000", "Alpha") RECORD("3001", "Beta")));
    workshop_put(workshop, "b.xml",
                 document_with(workshop, RECORD("3000", "Alpha")));
    for (int i = 0; i < ROUNDS; i++) {
        const char *folder = arena_printf(&workshop->arena, "round%d", i);
        const char *run = arena_printf(
            &workshop->arena,
            "run() { " WSCLOSE_GEN " sync --quiet --from $1.xml --data %s/data "
            "--out %s/out >$1.said 2>&1; echo $? >$1.code; }; "
            "run %s & sleep 0.00%d; run %s; wait",
            folder, folder, i % 2 ? "a" : "b", i % 5, i % 2 ? "b" : "a");
        workshop_put(workshop,
                     arena_printf(&workshop->arena, "%s/keep", folder), "");
        must(workshop, run);
        /* b after a takes 3001 away, which is refused */
        const char *a = workshop_get(workshop, "a.code");
        const char *b = workshop_get(workshop, "b.code");
        assert_string_equal(a, "0\n");
        if (strcmp(b, "0\n") != 0)
            assert_string_equal(b, "5\n");
        const char *snapshot = workshop_get(
            workshop,
            arena_printf(&workshop->arena, "%s/data/close-codes.xml", folder));
        assert_non_null(strstr(snapshot, "ws:symbol=\"BETA\""));
        assert_consistent(workshop, folder);
    }
}

/* One that fails removes the folders that it made, beside one that needs
   them. */
static void test_first_sync_beside_one_that_fails(void **state) {
    struct workshop *workshop = *state;
    give_semantics(workshop);
    workshop_put(workshop, "good.xml", document_with(workshop, OLD));
    workshop_put(workshop, "bad.xml", "<registry/>");
    for (int i = 0; i < ROUNDS; i++) {
        must(workshop,
             "rm -rf new; " WSCLOSE_GEN
             " sync --quiet --from bad.xml --data new/data --out new/out "
             "2>bad.err & " WSCLOSE_GEN
             " sync --quiet --from good.xml --data new/data --out new/out; "
             "code=$?; wait; exit $code");
        assert_consistent(workshop, "new");
    }
}

/* generate beside sync, several times: both end well, and the last that wrote
   had read what is there. */
static void test_generate_beside_sync(void **state) {
    struct workshop *workshop = *state;
    workshop_put(workshop, "a.xml", document_with(workshop, OLD));
    workshop_put(workshop, "b.xml", document_with(workshop, NEW));
    must(workshop,
         WSCLOSE_GEN " sync --quiet --from a.xml --data data --out out");
    for (int i = 0; i < ROUNDS; i++) {
        must(workshop,
             arena_printf(&workshop->arena,
                          "fail=0; run() { " WSCLOSE_GEN
                          " \"$@\" --data data --out out >>said.txt 2>&1 || "
                          "echo \"$@\" >>failed.txt; }; "
                          "run generate & run sync --quiet --allow-rollback "
                          "--from %s.xml & sleep 0.00%d; run generate & "
                          "run generate --check; wait",
                          i % 2 ? "a" : "b", i % 7));
        assert_consistent(workshop, ".");
    }
    /* the check may have seen the folder between two runs */
    assert_outcome(shell(workshop, "! grep -v -e --check failed.txt"), 0, "");
    assert_outcome(shell(workshop, "! grep 'cannot be' said.txt"), 0, "");
}

/* Six into one folder, of two kinds. */
static void test_six_generates(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, NEW));
    must(workshop, "mkdir -p x y; cp -r data x/data; cp -r data y/data");
    workshop_put(workshop, "a.xml", document_with(workshop, OLD));
    must(workshop, WSCLOSE_GEN
         " sync --quiet --allow-rollback --from a.xml --data x/data "
         "--out x/out 2>said.txt && " WSCLOSE_GEN
         " generate --data y/data --out y/out "
         ">said.txt");
    for (int i = 0; i < ROUNDS; i++)
        must(workshop, "rm -rf six; for one in x y x y x y; do " WSCLOSE_GEN
                       " generate --data $one/data --out six/out >said.txt & "
                       "done; wait; "
                       "diff -r six/out x/out >said.txt || "
                       "diff -r six/out y/out");
}

static int lock_folder(struct workshop *workshop, const char *folder, int how) {
    int fd =
        open(arena_printf(&workshop->arena, "%s/%s", workshop->folder, folder),
             O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(flock(fd, how), 0);
    return fd;
}

/* Each that waits for the folder to write in gives up after 30 s, and says for
   what it waited; who only checks does not wait for another that checks. */
static void test_waiting(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    const char *before = workshop_state(workshop, "out");
    int fd = lock_folder(workshop, "out", LOCK_SH);
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--check", "--data",
                                "data", "--out", "out"),
                   0, "");
    long long begin = clock_ms();
    must(workshop,
         "{ " WSCLOSE_GEN
         " generate --data data --out out 2>a.err; echo $? >a; } & " WSCLOSE_GEN
         " sync --from in.xml --data data --out out/../out "
         "2>b.err; echo $? >b; wait");
    long long waited = clock_ms() - begin;
    assert_true(waited >= 30000 && waited < 45000);
    assert_string_equal(workshop_get(workshop, "a"), "6\n");
    assert_string_equal(workshop_get(workshop, "b"), "6\n");
    assert_string_equal(
        workshop_get(workshop, "a.err"),
        "out: error: another wsclose-gen is at work in this folder, and this "
        "one has waited 30 s for it; run this again when that one is done\n");
    assert_non_null(strstr(workshop_get(workshop, "b.err"),
                           "out/../out: error: another wsclose-gen "));
    assert_same_text("out", before, workshop_state(workshop, "out"));
    close(fd);
    assert_outcome(workshop_generate(workshop), 0, "");
}

/* While it waits, the other ends: then it goes on. One folder for all is locked
   once. */
static void test_waiting_that_ends(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    must(workshop, "flock out sleep 1 & sleep 0.2; " WSCLOSE_GEN
                   " generate --data data --out out >said.txt && " WSCLOSE_GEN
                   " generate --check --data data --out out && wait");
    must(workshop,
         "mkdir one && cp -r data/semantics.xml data/languages one "
         "&& " WSCLOSE_GEN " sync --quiet --from in.xml --data one --out ./one "
         "--report one/../one/r.md && " WSCLOSE_GEN
         " generate --check --data one --out one");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_first_syncs),
        TEST(test_first_sync_beside_one_that_fails),
        TEST(test_generate_beside_sync),
        TEST(test_six_generates),
        TEST(test_waiting),
        TEST(test_waiting_that_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
