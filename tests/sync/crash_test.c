/* SPDX-License-Identifier: MIT */
/* sync that is killed, interrupted, or whose calls fail, at each of them: what
   is there afterwards is old, or new, or artefacts older than the snapshot,
   which generate --check reports and the next run heals. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/records.h"
#include "support/workshop.h"

static const char old_records[] = RECORD("3000", "Alpha");
static const char new_records[] = RECORD("3000", "Alpha")
RECORD("3001", "Beta");

/* Each call is where it is killed, but under AddressSanitizer, where a run
   takes five times as long, every fourth. */
#ifdef __SANITIZE_ADDRESS__
enum { STRIDE = 4 };
#else
enum { STRIDE = 1 };
#endif

/* One change to take; base/ is what is there before. */
struct change {
    const char *old, *new; /* what the folders hold, before and after */
    const char *healed;    /* after, but for the report */
    const char **calls;    /* by name, ended by NULL */
    bool is_first;         /* there is no current registry */
};

/* With up to two variables, which may be NULL. */
static struct outcome run_with(struct workshop *workshop, const char *first,
                               const char *second) {
    const char *argv[] = {WSCLOSE_GEN, "sync",     "--from",   "in.xml",
                          "--data",    "new/data", "--out",    "new/out",
                          "--quiet",   "--report", "new/r.md", NULL};
    const char *variables[] = {"LD_PRELOAD=" FAULT_LIBRARY,
                               "ASAN_OPTIONS=verify_asan_link_order=0", first,
                               second, NULL};
    return workshop_run(workshop, variables, argv);
}

static struct outcome run_at(struct workshop *workshop, unsigned at,
                             const char *how) {
    struct arena *arena = &workshop->arena;
    return run_with(workshop, arena_printf(arena, "FAULT_AT=%u", at),
                    arena_printf(arena, "FAULT_HOW=%s", how));
}

/* Back to what there was. */
static void restore(struct workshop *workshop) {
    const char *argv[] = {"sh", "-c", "rm -rf new && cp -a base new", NULL};
    assert_int_equal(workshop_run(workshop, NULL, argv).exit_code, 0);
}

static const char *content_of(struct workshop *workshop) {
    return workshop_content(workshop, "new");
}

/* Once the snapshot is renamed, the next run's report is of no change. */
static const char *content_but_report(struct workshop *workshop) {
    return arena_printf(&workshop->arena, "%s%s",
                        workshop_content(workshop, "new/data"),
                        workshop_content(workshop, "new/out"));
}

static const char **lines_of(struct workshop *workshop, const char *path) {
    char *text = (char *)workshop_get(workshop, path);
    size_t count = 0;
    for (const char *at = text; *at; at++)
        count += *at == '\n';
    const char **lines =
        arena_alloc(&workshop->arena, (count + 1) * sizeof *lines);
    count = 0;
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
        lines[count++] = line;
    return lines;
}

/* is_first: into folders that are not there. */
static struct change prepare(struct workshop *workshop, bool is_first) {
    struct change change = {.is_first = is_first};
    workshop_put_data(workshop, "new/data", TEST_DATA);
    workshop_put(workshop, "in.xml", document_with(workshop, old_records));
    if (!is_first)
        assert_int_equal(run_with(workshop, NULL, NULL).exit_code, 0);
    const char *argv[] = {"mv", "new", "base", NULL};
    assert_int_equal(workshop_run(workshop, NULL, argv).exit_code, 0);
    workshop_put(workshop, "in.xml", document_with(workshop, new_records));
    restore(workshop);
    change.old = content_of(workshop);
    struct outcome outcome =
        run_with(workshop,
                 arena_printf(&workshop->arena, "FAULT_LOG=%s/calls.txt",
                              workshop->folder),
                 NULL);
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    change.new = content_of(workshop);
    change.healed = content_but_report(workshop);
    change.calls = lines_of(workshop, "calls.txt");
    assert_string_not_equal(change.old, change.new);
    return change;
}

static bool is_one_of(const char *name, const char *const *names) {
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

static struct outcome check(struct workshop *workshop) {
    return WORKSHOP_GEN(workshop, "generate", "--check", "--data", "new/data",
                        "--out", "new/out");
}

/* No artefact is newer than the snapshot. */
static void assert_snapshot_is_first(struct workshop *workshop,
                                     const char *content, const char *where) {
    bool is_new = strstr(content, "new/data/close-codes.xml") &&
                  strstr(workshop_get(workshop, "new/data/close-codes.xml"),
                         "<value>3001</value>");
    const char *header = strstr(content, "\nnew/out/include/wsclose_codes.h\n");
    bool has_new = header && strstr(header, "WSCLOSE_BETA = 3001");
    if (has_new && !is_new)
        fail_msg("%s: artefacts are newer than the snapshot", where);
}

/* Neither old nor new: the check says so unless temporary files and empty
   folders are all that is over. */
static void assert_heals(struct workshop *workshop, const struct change *change,
                         const char *where) {
    const char *content = content_of(workshop);
    assert_snapshot_is_first(workshop, content, where);
    struct outcome outcome = check(workshop);
    if (change->is_first && !strstr(content, "/close-codes.xml\n"))
        assert_int_equal(outcome.exit_code, 6);
    else if (outcome.exit_code != 0 && outcome.exit_code != 1)
        fail_msg("%s: check: exit %d: %s", where, outcome.exit_code,
                 outcome.err);
    if (outcome.exit_code == 0 && strcmp(content, change->old) != 0 &&
        strcmp(content, change->new) != 0 && !strstr(content, ".wsclose-"))
        fail_msg("%s: a drift that is not reported", where);
    if (outcome.exit_code == 1) {
        outcome = WORKSHOP_GEN(workshop, "generate", "--data", "new/data",
                               "--out", "new/out");
        assert_outcome(outcome, 0, "");
        assert_outcome(check(workshop), 0, "");
    }
    outcome = run_with(workshop, NULL, NULL);
    if (outcome.exit_code != 0)
        fail_msg("%s: not healed: %s", where, outcome.err);
    assert_same_text(where, change->healed, content_but_report(workshop));
    assert_null(strstr(content_of(workshop), ".wsclose-"));
}

/* No file is half written: each is, whole, as before or as after. */
static void assert_files_are_whole(struct workshop *workshop,
                                   const struct change *change,
                                   const char *where) {
    for (const char **path = workshop_files(workshop, "new"); *path; path++) {
        const char *content = arena_printf(&workshop->arena, "%s\n%s", *path,
                                           workshop_get(workshop, *path));
        if (!strstr(*path, ".wsclose-") && !strstr(change->old, content) &&
            !strstr(change->new, content))
            fail_msg("%s: %s is half written", where, *path);
    }
}

static void kill_everywhere(struct workshop *workshop, bool is_first) {
    static const char *const skipped[] = {"open", NULL};
    struct change change = prepare(workshop, is_first);
    unsigned killed = 0, drifts = 0;
    for (unsigned i = 0; change.calls[i]; i++) {
        if (i % STRIDE || is_one_of(change.calls[i], skipped))
            continue;
        const char *where = arena_printf(&workshop->arena, "killed at %u (%s)",
                                         i + 1, change.calls[i]);
        restore(workshop);
        if (run_at(workshop, i + 1, "kill").exit_code != -1)
            fail_msg("%s: it lived", where);
        killed++;
        assert_files_are_whole(workshop, &change, where);
        const char *content = content_of(workshop);
        if (strcmp(content, change.old) == 0 ||
            strcmp(content, change.new) == 0)
            continue;
        drifts++;
        assert_heals(workshop, &change, where);
    }
    assert_true(killed > 50 / STRIDE);
    assert_true(drifts > 30 / STRIDE);
}

static void test_kill(void **state) {
    kill_everywhere(*state, false);
}

static void test_kill_the_first(void **state) {
    kill_everywhere(*state, true);
}

/* What goes on when it fails: the renames stand without it. */
static const char *const spared[] = {"fsync folder", NULL};

static void fail_at(struct workshop *workshop, const struct change *change,
                    unsigned at, int error, bool *renamed) {
    const char *name = change->calls[at - 1];
    const char *where = arena_printf(&workshop->arena, "%s at %u (%s)",
                                     strerror(error), at, name);
    restore(workshop);
    struct outcome outcome =
        run_at(workshop, at, arena_printf(&workshop->arena, "%d", error));
    const char *content = content_of(workshop);
    assert_string_equal(outcome.out, "");
    bool is_again = error == EINTR && strcmp(name, "write") == 0;
    if (outcome.exit_code == 0 && (is_again || is_one_of(name, spared))) {
        assert_string_equal(outcome.err, "");
        assert_same_text(where, change->new, content);
        return;
    }
    if (outcome.exit_code != 6 || !strstr(outcome.err, ": error: ") ||
        strcmp(strchr(outcome.err, '\n'), "\n") != 0)
        fail_msg("%s: exit %d: %s", where, outcome.exit_code, outcome.err);
    if (strstr(content, ".wsclose-"))
        fail_msg("%s: a temporary file is left:\n%s", where, content);
    if (strcmp(name, "rename") != 0 || !*renamed) {
        assert_same_text(where, change->old, content);
        *renamed = *renamed || strcmp(name, "rename") == 0;
        return;
    }
    assert_files_are_whole(workshop, change, where);
    assert_heals(workshop, change, where);
}

/* One error after the other; each kind of call meets each of them. */
static void fail_everywhere(struct workshop *workshop, bool is_first) {
    static const int errors[] = {EIO, ENOSPC, EACCES, EROFS, EINTR};
    struct change change = prepare(workshop, is_first);
    bool renamed = false;
    for (unsigned i = 0; change.calls[i]; i++)
        fail_at(workshop, &change, i + 1, errors[(i + is_first) % 5], &renamed);
    assert_true(renamed);
}

static void test_errors(void **state) {
    fail_everywhere(*state, false);
}

static void test_errors_of_the_first(void **state) {
    fail_everywhere(*state, true);
}

/* The files alone: an interrupt may leave a folder that was made for them. */
static const char *files_of(struct workshop *workshop) {
    const char *ret = "";
    for (const char **path = workshop_files(workshop, "new"); *path; path++)
        ret = arena_printf(&workshop->arena, "%s%s\n%s", ret, *path,
                           workshop_get(workshop, *path));
    return ret;
}

/* Interrupted, by one signal after the other: it ends, with all or nothing, and
   no temporary file. */
static void test_interrupt(void **state) {
    static const char *const signals[] = {"int", "hup", "quit", "term"};
    struct workshop *workshop = *state;
    struct change change = prepare(workshop, true);
    const char *new = files_of(workshop);
    restore(workshop);
    const char *old = files_of(workshop);
    bool seen_old = false, seen_new = false;
    for (unsigned i = 0; change.calls[i]; i++) {
        if (i % STRIDE || strcmp(change.calls[i], "open") == 0)
            continue;
        restore(workshop);
        struct outcome outcome = run_at(workshop, i + 1, signals[i % 4]);
        const char *files = files_of(workshop);
        if (outcome.exit_code != -1)
            fail_msg("interrupted at %u (%s): exit %d: %s", i + 1,
                     change.calls[i], outcome.exit_code, outcome.err);
        bool is_new = strcmp(files, new) == 0;
        if (!is_new)
            assert_same_text(change.calls[i], old, files);
        seen_old = seen_old || !is_new;
        seen_new = seen_new || is_new;
    }
    assert_true(seen_old && seen_new);
}

/* A write may take less than it was given. */
static void test_short_writes(void **state) {
    struct workshop *workshop = *state;
    struct change change = prepare(workshop, false);
    unsigned writes = 0;
    for (unsigned i = 0; change.calls[i]; i++) {
        if (strcmp(change.calls[i], "write") != 0)
            continue;
        writes++;
        restore(workshop);
        assert_int_equal(run_at(workshop, i + 1, "short").exit_code, 0);
        assert_same_text("short", change.new, content_of(workshop));
    }
    assert_true(writes > 8);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_kill),      TEST(test_kill_the_first),
        TEST(test_errors),    TEST(test_errors_of_the_first),
        TEST(test_interrupt), TEST(test_short_writes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
