/* SPDX-License-Identifier: MIT */
/* wsclose-gen sync and status from outside: what they write, and when they
   write nothing. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "support/records.h"
#include "support/workshop.h"

#define OLD RECORD("3000", "Alpha")
#define NEW OLD RECORD("3001", "Beta")
#define OTHER RECORD("3002", "Gamma")

#define SYNC(workshop, ...)                                                    \
    WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data", "data",       \
                 "--out", "out", __VA_ARGS__)

static void put(struct workshop *workshop, const char *records) {
    workshop_put(workshop, "in.xml", document_with(workshop, records));
}

static void test_dry_run(void **state) {
    struct workshop *workshop = *state;
    put(workshop, OLD);
    const char *before = workshop_state(workshop, ".");
    struct outcome outcome = SYNC(workshop, "--dry-run");
    assert_int_equal(outcome.exit_code, 1);
    assert_string_equal(outcome.err, "");
    assert_non_null(strstr(outcome.out, "updated: nothing -> 2026-01-02"));
    assert_same_text("no current registry", before,
                     workshop_state(workshop, "."));
    workshop_must_sync(workshop, document_with(workshop, OLD));
    before = workshop_state(workshop, ".");
    outcome = SYNC(workshop, "--dry-run");
    assert_int_equal(outcome.exit_code, 0);
    assert_same_text("unchanged", before, workshop_state(workshop, "."));
    put(workshop, NEW);
    before = workshop_state(workshop, ".");
    outcome = SYNC(workshop, "--dry-run", "--quiet");
    assert_int_equal(outcome.exit_code, 1);
    assert_string_equal(outcome.out, "");
    assert_string_equal(outcome.err, "");
    assert_same_text("changed", before, workshop_state(workshop, "."));
    /* a folder that is not there is not made */
    outcome = WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data",
                           "nowhere/data", "--out", "nowhere/out", "--dry-run");
    assert_same_text("new folders", before, workshop_state(workshop, "."));
}

static void test_quiet(void **state) {
    struct workshop *workshop = *state;
    put(workshop, OLD);
    struct outcome outcome = SYNC(workshop, "--quiet");
    assert_int_equal(outcome.exit_code, 0);
    assert_string_equal(outcome.out, "");
    assert_string_equal(outcome.err, "");
}

/* What was lost or changed below out/ is written anew, and nothing else. */
static void test_drift_is_healed(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    const char *content = workshop_content(workshop, "out");
    const char *data = workshop_state(workshop, "data");
    workshop_put(workshop, "out/rows.inc", "edited");
    workshop_remove(workshop, "out/names.inc");
    struct outcome outcome = SYNC(workshop, "--quiet");
    assert_int_equal(outcome.exit_code, 0);
    assert_same_text("out", content, workshop_content(workshop, "out"));
    assert_same_text("data", data, workshop_state(workshop, "data"));
}

static void test_report(void **state) {
    struct workshop *workshop = *state;
    put(workshop, OLD);
    assert_int_equal(SYNC(workshop, "--report", "new/report.md").exit_code, 0);
    const char *report = workshop_get(workshop, "new/report.md");
    assert_non_null(strstr(report, "## WebSocket close codes: updated\n"));
    assert_non_null(strstr(report, "\n- 3000: ` Alpha `\n"));
    assert_int_equal(SYNC(workshop, "--report", "new/report.md").exit_code, 0);
    report = workshop_get(workshop, "new/report.md");
    assert_non_null(strstr(report, "## WebSocket close codes: unchanged\n"));
    put(workshop, RECORD("3000", "Aleph"));
    assert_int_equal(SYNC(workshop, "--report", "r.md").exit_code, 5);
    report = workshop_get(workshop, "r.md");
    assert_non_null(strstr(
        report, "## WebSocket close codes: refused\n"
                "\n"
                "IANA's registry of 2026-01-02; before: 2026-01-02. Version: "
                "patch.\n"
                "\n### Refused because\n\n"
                "- ` in.xml:6: 3000 was \"Alpha\" and is \"Aleph\" now: only a "
                "person can "
                "tell a better wording from another meaning; if that is right, "
                "accept it with --accept 3000 `\n"));
    assert_non_null(strstr(report, "\n- 3000: ` Alpha ` → ` Aleph `\n"));
    /* what it took at somebody's word is for the next one to look at */
    struct outcome outcome =
        SYNC(workshop, "--report", "r.md", "--accept", "3000");
    assert_int_equal(outcome.exit_code, 0);
    report = workshop_get(workshop, "r.md");
    assert_null(strstr(report, "Refused"));
    assert_non_null(
        strstr(report, "\n### To be looked at\n\n- ` in.xml:6: 3000 was "));
}

/* Nor is anything written when the report would be one of the other files. */
static void test_report_in_place_of_another(void **state) {
    static const char *const places[] = {
        "data/close-codes.xml", "./data/../data/close-codes.xml",
        "out/rows.inc", "out/include//wsclose_codes.h"};
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    put(workshop, NEW);
    const char *before = workshop_state(workshop, ".");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct outcome outcome = SYNC(workshop, "--report", places[i]);
        assert_int_equal(outcome.exit_code, 2);
        assert_non_null(
            strstr(outcome.err, ": error: is read, or written too, "));
        assert_string_equal(strchr(outcome.err, '\n'), "\n");
        assert_string_equal(outcome.out, "");
        assert_same_text(places[i], before, workshop_state(workshop, "."));
    }
}

/* Nor what was read: it would be lost. */
static void test_report_in_place_of_what_is_read(void **state) {
    static const char *const places[] = {"data/semantics.xml", "in.xml",
                                         "data/../in.xml"};
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    for (int i = 0; i < 3; i++) {
        put(workshop, i == 0 ? NEW : i == 1 ? OLD : RECORD("3000", "Aleph"));
        for (size_t j = 0; j < sizeof places / sizeof *places; j++) {
            const char *before = workshop_state(workshop, ".");
            struct outcome outcome = SYNC(workshop, "--report", places[j]);
            assert_outcome(outcome, 2, ": error: is read, or written too, ");
            assert_string_equal(outcome.out, "");
            assert_same_text(places[j], before, workshop_state(workshop, "."));
        }
    }
    /* refused, the snapshot is read too */
    struct outcome outcome = SYNC(workshop, "--report", "data/close-codes.xml");
    assert_outcome(outcome, 2, "data/close-codes.xml: error: is read, or ");
}

/* Without semantics.xml nobody knows what is wanting. */
static void test_refused_with_bad_semantics(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    workshop_put(workshop, "data/semantics.xml", "<semantics");
    put(workshop, RECORD("3000", "Aleph"));
    struct outcome outcome = SYNC(workshop, "--json");
    assert_outcome(outcome, 5, "3000 was ");
    assert_string_equal(strchr(outcome.err, '\n'), "\n");
    assert_non_null(strstr(outcome.out, "\"wanting\": []"));
}

#define NAMELESS "Much too long to be a code's name"

/* The name that semantics.xml gives a code that had none is recorded by the
   next sync, and stays from then on. */
static void test_given_symbol_is_recorded(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop,
                       document_with(workshop, RECORD("3000", NAMELESS)));
    workshop_name_code(workshop, "3000", NAMELESS, "SHORT");
    struct outcome outcome = SYNC(workshop, "--quiet");
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    assert_non_null(strstr(workshop_get(workshop, "data/close-codes.xml"),
                           "ws:symbol=\"SHORT\" ws:aliases=\"CODE_3000\""));
    const char *before = workshop_state(workshop, ".");
    assert_int_equal(SYNC(workshop, "--quiet").exit_code, 0);
    assert_same_text("state", before, workshop_state(workshop, "."));
    workshop_name_code(workshop, "3000", NAMELESS, "LATER");
    outcome = SYNC(workshop, "--quiet");
    assert_outcome(outcome, 0, "3000 has SHORT already");
    assert_non_null(strstr(workshop_get(workshop, "data/close-codes.xml"),
                           "ws:symbol=\"SHORT\" ws:aliases=\"CODE_3000\""));
}

/* A document of years to come is taken, and said to be. */
static void test_document_of_the_future(void **state) {
    struct workshop *workshop = *state;
    char *document = (char *)document_with(workshop, OLD);
    char *date = strstr(document, "2026-01-02");
    assert_non_null(date);
    memcpy(date, "9999-12-31", 10);
    struct outcome outcome = workshop_sync(workshop, document);
    assert_int_equal(outcome.exit_code, 0);
    assert_non_null(strstr(outcome.err,
                           "in.xml: warning: is of 9999-12-31, and today is "));
    put(workshop, NEW);
    outcome = SYNC(workshop, "--quiet");
    assert_outcome(outcome, 5, "older than the current registry of 9999-12-31");
    outcome = SYNC(workshop, "--quiet", "--allow-rollback");
    assert_int_equal(outcome.exit_code, 0);
}

/* Without its report a change is not taken. */
static void test_report_that_cannot_be_written(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    put(workshop, NEW);
    const char *before = workshop_content(workshop, ".");
    struct outcome outcome = SYNC(workshop, "--report", "in.xml/report.md");
    assert_int_equal(outcome.exit_code, 6);
    assert_int_equal(strncmp(outcome.err, "in.xml/report.md: error: ", 25), 0);
    assert_string_equal(strchr(outcome.err, '\n'), "\n");
    assert_string_equal(outcome.out, "");
    assert_same_text("state", before, workshop_content(workshop, "."));
}

/* A snapshot that was edited is no ground to compare with. */
static void test_edited_snapshot(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    const char *good = workshop_get(workshop, "data/close-codes.xml");
    const char *at = strstr(good, "Alpha<");
    workshop_put(workshop, "data/close-codes.xml",
                 arena_printf(&workshop->arena, "%.*sOmega%s", (int)(at - good),
                              good, at + strlen("Alpha")));
    const char *before = workshop_state(workshop, ".");
    struct outcome outcome = SYNC(workshop, "--json");
    assert_int_equal(outcome.exit_code, 3);
    assert_int_equal(strncmp(outcome.err, "data/close-codes.xml:", 21), 0);
    assert_string_equal(strchr(outcome.err, '\n'), "\n");
    assert_same_text("state", before, workshop_state(workshop, "."));
}

/* One sync at a time for a folder, however it is spelled; the lock dies with
   its owner. */
static void test_two_at_once(void **state) {
    static const char *const spellings[] = {"data", "./data/", "data/../data"};
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    put(workshop, NEW);
    const char *folder =
        arena_printf(&workshop->arena, "%s/data", workshop->folder);
    const char *before = workshop_state(workshop, ".");
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(fd >= 0);
    /* which is in the way of a whole lock alone */
    assert_int_equal(flock(fd, LOCK_SH), 0);
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        struct outcome outcome =
            WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data",
                         spellings[i], "--out", "out", "--max-time", "1");
        assert_int_equal(outcome.exit_code, 6);
        assert_string_equal(
            outcome.err,
            arena_printf(&workshop->arena,
                         "%s: error: another wsclose-gen is at work in this "
                         "folder, and this one has waited 1 s for it; run this "
                         "again when that one is done\n",
                         spellings[i]));
        assert_string_equal(outcome.out, "");
    }
    /* who only looks need not wait */
    assert_int_equal(SYNC(workshop, "--dry-run").exit_code, 1);
    assert_same_text("state", before, workshop_state(workshop, "."));
    close(fd);
    assert_int_equal(SYNC(workshop, "--quiet").exit_code, 0);
}

/* What a sync leaves that was killed goes with the next; what only looks like
   it stays. */
static void test_left_temporary_files(void **state) {
    static const char *const others[] = {
        "data/.wsclose-12345", "data/close-codes.xml.wsclose-123456",
        "data/.wsclose-1234567", "out/other/.wsclose-123456"};
    static const char *const left[] = {"data/.wsclose-abc123",
                                       "out/include/.wsclose-ABCDEF",
                                       "out/.wsclose-123456"};
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        workshop_put(workshop, others[i], "x");
    const char *content = workshop_content(workshop, ".");
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        workshop_put(workshop, left[i], "x");
    struct outcome outcome = SYNC(workshop, "--quiet");
    assert_int_equal(outcome.exit_code, 0);
    assert_same_text("content", content, workshop_content(workshop, "."));
}

/* A file that is there keeps its mode; a new one has the usual one. */
static void test_modes(void **state) {
    struct workshop *workshop = *state;
    struct stat info;
    mode_t mask = umask(027);
    workshop_must_sync(workshop, document_with(workshop, OLD));
    umask(mask);
    const char *snapshot = arena_printf(
        &workshop->arena, "%s/data/close-codes.xml", workshop->folder);
    assert_int_equal(stat(snapshot, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0640);
    assert_int_equal(chmod(snapshot, 0604), 0);
    workshop_must_sync(workshop, document_with(workshop, NEW));
    assert_int_equal(stat(snapshot, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0604);
}

/* No room for a file: an error, not the end by a signal. */
static void test_file_size_limit(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    put(workshop, NEW);
    const char *before = workshop_content(workshop, ".");
    const char *argv[] = {"sh", "-c",
                          "ulimit -f 1 && exec " WSCLOSE_GEN
                          " sync --from in.xml --data data --out out",
                          NULL};
    struct outcome outcome = workshop_run(workshop, NULL, argv);
    assert_int_equal(outcome.exit_code, 6);
    assert_non_null(strstr(outcome.err, "cannot be written: File too large\n"));
    assert_string_equal(strchr(outcome.err, '\n'), "\n");
    assert_same_text("state", before, workshop_content(workshop, "."));
}

#define STATUS(workshop, ...)                                                  \
    WORKSHOP_GEN(workshop, "status", "--data", "data", "--cache", "cache",     \
                 __VA_ARGS__)

/* What a fetch remembers of the current snapshot. */
static void put_cache(struct workshop *workshop, const char *checked) {
    const char *argv[] = {"sha256sum", "data/close-codes.xml", NULL};
    struct outcome outcome = workshop_run(workshop, NULL, argv);
    assert_int_equal(outcome.exit_code, 0);
    workshop_put(workshop, "cache/websocket.json",
                 arena_printf(&workshop->arena,
                              "{\"checked\": \"%s\","
                              " \"snapshot_sha256\": \"%.64s\"}",
                              checked, outcome.out));
}

/* As date counts them. */
static const char *days_since(struct workshop *workshop, const char *date) {
    struct outcome outcome = WORKSHOP_RUN(
        workshop, "sh", "-c",
        arena_printf(&workshop->arena,
                     "printf %%s "
                     "$((($(date +%%s) - $(date -u -d %s +%%s)) / 86400))",
                     date));
    assert_int_equal(outcome.exit_code, 0);
    return outcome.out;
}

/* So many seconds ago, as the cache has it. */
static const char *seconds_ago(struct workshop *workshop, int seconds) {
    char text[32];
    time_t then = time(NULL) - seconds;
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", gmtime(&then));
    return arena_printf(&workshop->arena, "%s", text);
}

/* A schedule that ended is found by the time of the last check; without one
   the registry's own date counts. */
static void test_max_age(void **state) {
    enum { DAY = 86400 };
    static const struct {
        int ago; /* seconds; -1: never checked */
        const char *max_age;
        int exit_code;
    } cases[] = {
        {-1, "3", 1},
        {-1, "36500", 0},
        {0, "1", 0},
        {DAY - 100, "1", 0},
        {DAY + 100, "1", 1},
        {DAY + 100, "2", 0},
        {3 * DAY + 100, "3", 1},
        {3 * DAY - 100, "3", 0},
        {-DAY, "1", 0},
    };
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, NEW));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (cases[i].ago != -1)
            put_cache(workshop, seconds_ago(workshop, cases[i].ago));
        struct outcome outcome =
            STATUS(workshop, "--max-age", cases[i].max_age);
        assert_outcome(outcome, cases[i].exit_code,
                       cases[i].exit_code ? "data/close-codes.xml: error: was "
                                          : "");
        assert_non_null(strstr(outcome.out, "\nlast checked  "));
        outcome = STATUS(workshop, "--json", "--max-age", cases[i].max_age);
        assert_int_equal(outcome.exit_code, cases[i].exit_code);
        assert_int_equal(*outcome.out, '{');
    }
    put_cache(workshop, "yesterday");
    assert_int_equal(STATUS(workshop, "--max-age", "36500").exit_code, 0);
    assert_int_equal(STATUS(workshop, "--max-age", "3").exit_code, 1);
}

static void test_status(void **state) {
    struct workshop *workshop = *state;
    struct outcome outcome = STATUS(workshop, "--json");
    assert_int_equal(outcome.exit_code, 6);
    assert_string_equal(strchr(outcome.err, '\n'), "\n");
    workshop_must_sync(workshop, document_with(workshop, NEW));
    const char *current = workshop_get(workshop, "data/close-codes.xml");
    const char *at = strstr(current, "ws:sha256=\"");
    assert_non_null(at);
    const char *sha = arena_copy(&workshop->arena, at + 11, 64);
    outcome =
        WORKSHOP_GEN(workshop, "status", "--data", "data", "--cache", "cache");
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    assert_same_text(
        "status",
        arena_printf(&workshop->arena,
                     "current       data/close-codes.xml\n"
                     "registry of   2026-01-02 (%s days ago)\n"
                     "codes         2\n"
                     "from          "
                     "https://www.iana.org/assignments/websocket/websocket.xml"
                     "\nsha256        %s\n"
                     "last checked  never\n"
                     "belongs to    wsclose " TEST_VERSION "\n",
                     days_since(workshop, "2026-01-02"), sha),
        outcome.out);
    put_cache(workshop, "2026-02-03T04:05:06Z");
    outcome =
        WORKSHOP_GEN(workshop, "status", "--data", "data", "--cache", "cache");
    assert_non_null(
        strstr(outcome.out, "\nlast checked  2026-02-03T04:05:06Z ("));
    /* that was another snapshot */
    workshop_must_sync(workshop, document_with(workshop, NEW OTHER));
    outcome =
        WORKSHOP_GEN(workshop, "status", "--data", "data", "--cache", "cache");
    assert_non_null(strstr(outcome.out, "\nlast checked  never\n"));
}

static void test_status_json(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, NEW));
    for (int checked = 0; checked < 2; checked++) {
        struct outcome outcome = STATUS(workshop, "--json");
        assert_int_equal(outcome.exit_code, 0);
        json_t *json = json_loads(outcome.out, JSON_REJECT_DUPLICATES, NULL);
        assert_non_null(json);
        const char *current, *updated, *source, *sha256, *version;
        json_t *when, *checked_age;
        json_int_t codes, age;
        assert_int_equal(
            json_unpack(json, "{s:s,s:s,s:I,s:I,s:s,s:s,s:o,s:o,s:s!}",
                        "current", &current, "updated", &updated, "age_days",
                        &age, "codes", &codes, "source", &source, "sha256",
                        &sha256, "checked", &when, "checked_age_days",
                        &checked_age, "version", &version),
            0);
        assert_string_equal(current, "data/close-codes.xml");
        assert_int_equal(age, atoi(days_since(workshop, "2026-01-02")));
        assert_string_equal(version, TEST_VERSION);
        assert_string_equal(updated, "2026-01-02");
        assert_int_equal(codes, 2);
        assert_int_equal(strlen(sha256), 64);
        if (checked)
            assert_string_equal(json_string_value(when), "2026-02-03");
        else
            assert_true(json_is_null(when));
        if (checked)
            assert_int_equal(json_integer_value(checked_age),
                             atoi(days_since(workshop, "2026-02-03")));
        else
            assert_true(json_is_null(checked_age));
        json_decref(json);
        put_cache(workshop, "2026-02-03");
    }
}

/* A cache that nobody can read is an empty one. */
static void test_bad_caches(void **state) {
    static const char *const caches[] = {"",
                                         "{",
                                         "[]",
                                         "null",
                                         "{\"checked\": 1}",
                                         "{}",
                                         "\xff",
                                         "{\"checked\": \"a\\u001b[2J\"}",
                                         "{\"checked\": \"é\"}"};
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, OLD));
    for (size_t i = 0; i < sizeof caches / sizeof *caches; i++) {
        workshop_put(workshop, "cache/websocket.json", caches[i]);
        struct outcome outcome = WORKSHOP_GEN(workshop, "status", "--data",
                                              "data", "--cache", "cache");
        assert_int_equal(outcome.exit_code, 0);
        assert_non_null(strstr(outcome.out, "\nlast checked  never\n"));
    }
    /* nor is a pipe waited for */
    const char *const remove[] = {"rm", "cache/websocket.json", NULL};
    const char *const make[] = {"mkfifo", "cache/websocket.json", NULL};
    workshop_run(workshop, NULL, remove);
    workshop_run(workshop, NULL, make);
    struct outcome outcome =
        WORKSHOP_GEN(workshop, "status", "--data", "data", "--cache", "cache");
    assert_non_null(strstr(outcome.out, "\nlast checked  never\n"));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_dry_run),
        TEST(test_quiet),
        TEST(test_drift_is_healed),
        TEST(test_report),
        TEST(test_report_in_place_of_another),
        TEST(test_report_in_place_of_what_is_read),
        TEST(test_refused_with_bad_semantics),
        TEST(test_given_symbol_is_recorded),
        TEST(test_document_of_the_future),
        TEST(test_report_that_cannot_be_written),
        TEST(test_edited_snapshot),
        TEST(test_two_at_once),
        TEST(test_left_temporary_files),
        TEST(test_modes),
        TEST(test_file_size_limit),
        TEST(test_max_age),
        TEST(test_status),
        TEST(test_status_json),
        TEST(test_bad_caches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
