/* SPDX-License-Identifier: MIT */
/*
 * wsclose-gen and its fetching program: what is told where that is missing,
 * broken or too slow, and that the one never outlives the other.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "site.h"

#define PROGRAM "installed/wsclose-gen-fetch"
#define ARGUMENTS                                                              \
    "--data data --out out --cache cache --cacert ca.pem --quiet --url "

struct site {
    struct workshop *workshop;
    struct server server;
};

static int open_site(void **state) {
    struct site *site = calloc(1, sizeof *site);
    if (!site || workshop_open((void **)&site->workshop) != 0)
        return -1;
    *state = site;
    struct workshop *workshop = site->workshop;
    make_certificates(workshop);
    const char *argv[] = {FAULT_SERVER, "good.pem", "www", "requests.txt",
                          NULL};
    workshop_put(workshop, "www/empty", "");
    site->server = server_start(workshop, argv, 0);
    const char *document =
        workshop_get(workshop, TEST_DATA "/future/websocket.xml");
    workshop_put(workshop, "www/r",
                 arena_printf(&workshop->arena,
                              "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n%s",
                              document));
    workshop_put(workshop, "www/503",
                 "HTTP/1.1 503 No\r\nRetry-After: 10\r\nConnection: close\r\n"
                 "\r\n");
    workshop_must_sync(workshop, document);
    workshop_put(workshop, "cache/other", "");
    return 0;
}

static int close_site(void **state) {
    struct site *site = *state;
    server_stop(&site->server);
    workshop_close((void **)&site->workshop);
    free(site);
    return 0;
}

static void put_program(struct workshop *workshop, const char *text) {
    workshop_put(workshop, PROGRAM, text);
    assert_int_equal(
        chmod(arena_printf(&workshop->arena, "%s/" PROGRAM, workshop->folder),
              0755),
        0);
}

static struct outcome run_shell(struct site *site, const char *command) {
    return WORKSHOP_RUN(site->workshop, "sh", "-c", command);
}

static const char *command_of(struct site *site, const char *program,
                              const char *path, const char *options) {
    return arena_printf(&site->workshop->arena,
                        "%s sync " ARGUMENTS "https://localhost:%d%s %s",
                        program, site->server.port, path, options);
}

static void assert_one_line(const char *text) {
    const char *end = strchr(text, '\n');
    if (!end || end[1])
        fail_msg("not one line: \"%s\"", text);
}

/* Programs that are no wsclose-gen-fetch, in its place. */
static void test_other_programs(void **state) {
    static const struct {
        const char *program, *options;
        int exit_code;
        const char *about;
    } cases[] = {
        {"echo hello\n", "", 6,
         PROGRAM ": error: ended with exit code 0 and without an answer: "
                 "hello; install it anew, or give the document with --from"},
        {"kill -KILL $$\n", "", 6, "ended by signal 9 and without an answer;"},
        {"echo 'loading: no libcurl' >&2; echo more >&2; exit 127\n", "", 6,
         "ended with exit code 127 and without an answer: loading: no "
         "libcurl;"},
        {"printf 'wsclose-gen-fetch answers\\n'\n", "", 6, "without an answer"},
        {"printf 'wsclose-gen-fetch answers\\nerror cannot be fetched: "
         "so\\n\\n'"
         "; kill -TERM $$\n",
         "", 6, "ended by signal 15"},
        {"exec sleep 60\n", "--max-time 1", 4, "nothing was changed"},
        {"exec yes\n", "", 4, "nothing was changed"},
        {"printf 'wsclose-gen-fetch answers\\nerror cannot be fetched: "
         "so\\n\\n'"
         "; exit 4\n",
         "", 4, ": error: cannot be fetched: so\n"},
    };
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put_program(workshop, arena_printf(&workshop->arena, "#!/bin/sh\n%s",
                                           cases[i].program));
        const char *before = site_state(workshop);
        struct outcome outcome =
            run_shell(site, command_of(site, WSCLOSE_GEN_INSTALLED, "/raw/r",
                                       cases[i].options));
        assert_outcome(outcome, cases[i].exit_code, cases[i].about);
        assert_one_line(outcome.err);
        assert_same_text(cases[i].program, before, site_state(workshop));
    }
}

/* None, and one that may not be run. */
static void test_no_program(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    const char *before = site_state(workshop);
    const char *command = command_of(site, WSCLOSE_GEN_INSTALLED, "/raw/r", "");
    struct outcome outcome = run_shell(site, command);
    assert_outcome(outcome, 6,
                   "wsclose-gen: error: nothing can be fetched without "
                   "wsclose-gen-fetch, which is not installed; install it, or "
                   "give the document with --from FILE\n");
    assert_one_line(outcome.err);
    workshop_put(workshop, PROGRAM, "#!/bin/sh\n");
    outcome = run_shell(site, command);
    assert_outcome(outcome, 6, PROGRAM ": error: cannot be started: ");
    assert_one_line(outcome.err);
    assert_same_text("state", before, site_state(workshop));
}

/* What libcurl reads a user in is refused, also by the program itself, which
   says nothing of the password. */
static void test_credentials(void **state) {
    static const char *const urls[] = {
        "https://user:secret@localhost/",  "https:/user:secret@localhost/",
        "https:///user:secret@localhost/", "user:secret@localhost/",
        "https://user:secret@/",           "https://user:secret@[::/"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        struct site *site = *state;
        struct outcome outcome =
            WORKSHOP_RUN(site->workshop, WSCLOSE_GEN_FETCH, TEST_VERSION,
                         urls[i], "1000", "1000", "", "", "", "");
        assert_int_equal(outcome.exit_code, 2);
        assert_string_equal(outcome.err, "");
        assert_string_equal(outcome.out,
                            "wsclose-gen-fetch answers\n"
                            "error --url takes no user name or password: it is "
                            "recorded for everybody to read\n\n");
    }
}

/* One that another version of wsclose-gen runs, or a person. */
static void test_other_version(void **state) {
    struct site *site = *state;
    put_program(site->workshop,
                "#!/bin/sh\nshift\nexec " WSCLOSE_GEN_FETCH " 0.9.9 \"$@\"\n");
    assert_outcome(
        run_shell(site, command_of(site, WSCLOSE_GEN_INSTALLED, "/raw/r", "")),
        6, "without an answer: this wsclose-gen-fetch is of " TEST_VERSION);
    assert_outcome(run_shell(site, WSCLOSE_GEN_FETCH), 2,
                   "is run by the wsclose-gen of that version\n");
}

/* What a loader writes before is no part of the answer; whoever starts a sync
   may have closed what is open else, or want to hear of no child. */
static void test_surroundings(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    put_program(workshop, "#!/bin/sh\necho 'ld.so: ignored' >&2\n"
                          "exec " WSCLOSE_GEN_FETCH " \"$@\"\n");
    struct outcome outcome =
        run_shell(site, command_of(site, WSCLOSE_GEN_INSTALLED, "/raw/r", ""));
    assert_int_equal(outcome.exit_code, 0);
    assert_non_null(strstr(outcome.err, ": warning: answered from "));
    static const char *const habits[] = {"", "<&-", "<&- >&-", "<&- >&- 2>&-",
                                         "2>&-"};
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++) {
        outcome =
            run_shell(site, command_of(site, WSCLOSE_GEN, "/raw/r", habits[i]));
        if (outcome.exit_code != 0)
            fail_msg("%s: exit %d", habits[i], outcome.exit_code);
    }
    const char *ignored =
        arena_printf(&workshop->arena, "trap '' CHLD; exec %s",
                     command_of(site, WSCLOSE_GEN, "/raw/r", ""));
    assert_int_equal(run_shell(site, ignored).exit_code, 0);
}

/* However wsclose-gen ends, it takes the fetch along: out of an attempt, and
   out of the wait for the next. */
static void test_end(void **state) {
    static const struct {
        const char *signal, *path;
    } cases[] = {
        {"INT", "/stall"},      {"TERM", "/stall"},   {"HUP", "/stall"},
        {"KILL", "/stall"},     {"KILL", "/raw/503"}, {"TERM", "/raw/503"},
        {"KILL", "/trickle/r"},
    };
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    put_program(workshop, "#!/bin/sh\necho $$ >pid.new\nmv pid.new pid\n"
                          "exec " WSCLOSE_GEN_FETCH " \"$@\"\n");
    const char *before = site_state(workshop);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        /* an ended program has no command line, whether it was reaped or not;
           a shell lets what is in its background ignore SIGINT */
        const char *command = arena_printf(
            &workshop->arena,
            "rm -f pid requests.txt\n"
            "env --default-signal=INT %s & end=100\n"
            "until [ -s requests.txt ]; do\n"
            "    sleep 0.1; end=$((end - 1)); [ $end -gt 0 ] || exit 1\n"
            "done\n"
            "sleep 0.3; kill -%s $!; wait $! 2>/dev/null; code=$?\n"
            "sleep 0.5\n"
            "tr '\\0' ' ' 2>/dev/null </proc/$(cat pid)/cmdline\n"
            "exit $code",
            command_of(site, WSCLOSE_GEN_INSTALLED, cases[i].path,
                       "--max-time 20"),
            cases[i].signal);
        struct outcome outcome = run_shell(site, command);
        assert_string_equal(outcome.out, "");
        assert_string_equal(outcome.err, "");
        if (outcome.exit_code <= 128)
            fail_msg("%s: exit %d", cases[i].signal, outcome.exit_code);
    }
    assert_same_text("state", before, site_state(workshop));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, open_site, close_site)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_no_program),    TEST(test_other_programs),
        TEST(test_other_version), TEST(test_credentials),
        TEST(test_surroundings),  TEST(test_end),
    };
    site_unset_variables();
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
