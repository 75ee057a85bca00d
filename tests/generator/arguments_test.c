/* SPDX-License-Identifier: MIT */
/* What wsclose-gen may be given, and what a value means: the corners that no
   document of IANA's has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "model/link.h"
#include "read/value.h"
#include "support/workshop.h"

static void test_usage(void **state) {
    static const struct {
        const char *about, *argv[8];
    } cases[] = {
        {"name a command", {WSCLOSE_GEN}},
        {"there is no command fetch", {WSCLOSE_GEN, "fetch"}},
        {"diff needs two documents", {WSCLOSE_GEN, "diff", "a.xml"}},
        {"what is this: c", {WSCLOSE_GEN, "diff", "a", "b", "c"}},
        {"--json and --markdown",
         {WSCLOSE_GEN, "diff", "a", "b", "--json", "--markdown"}},
        {"--url and --from",
         {WSCLOSE_GEN, "sync", "--url", "https://a/", "--from", "b"}},
        {"takes UTF-8, not https://a/?",
         {WSCLOSE_GEN, "sync", "--url", "https://a/\xFF"}},
        {"was given nothing", {WSCLOSE_GEN, "status", "--data", ""}},
        {"from 1 to 86400", {WSCLOSE_GEN, "sync", "--max-time", "0"}},
        {"from 1 to 86400", {WSCLOSE_GEN, "sync", "--max-time", "86401"}},
        {"from 1 to 86400", {WSCLOSE_GEN, "sync", "--max-time", "1s"}},
        {"from 1 to 86400", {WSCLOSE_GEN, "sync", "--max-time", "x"}},
        {"from 1 to 86400",
         {WSCLOSE_GEN, "sync", "--max-time", "99999999999999999999"}},
        {"from 1 to", {WSCLOSE_GEN, "generate", "--max-size", "-1"}},
        {"--max-age takes a whole number from 1 to 36600",
         {WSCLOSE_GEN, "status", "--max-age", "0"}},
        {"no such option: --max-age", {WSCLOSE_GEN, "sync", "--max-age", "1"}},
        {"takes no value: --json=x", {WSCLOSE_GEN, "diff", "--json=x"}},
        {"one file twice: a.xml",
         {WSCLOSE_GEN, "generate", "--private", "a.xml", "--private", "a.xml"}},
        {"takes one code", {WSCLOSE_GEN, "sync", "--accept", "3000-3001"}},
        {"takes one code", {WSCLOSE_GEN, "sync", "--accept", "x"}},
        {"no such option", {WSCLOSE_GEN, "status", "--nothing"}},
        {"a value is missing behind --data", {WSCLOSE_GEN, "status", "--data"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_outcome(workshop_run(*state, NULL, cases[i].argv), 2,
                       cases[i].about);
}

/* A password is in no message, wherever a URL may have it. */
static void test_credentials(void **state) {
    static const char *const urls[] = {
        "https://user:secret@host/",  "https:/user:secret@host/",
        "https:///user:secret@host/", "https:user:secret@host/",
        "user:secret@host/",          "secret@host",
        "http://user:secret@host",    "https:\\\\user:secret@host",
        "https://:secret@host/",      "https:////user:secret@host/"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        struct outcome outcome =
            WORKSHOP_GEN(*state, "sync", "--url", urls[i], "--data", "data");
        assert_outcome(outcome, 2,
                       "wsclose-gen: error: --url takes no user name or "
                       "password: it is recorded for everybody to read");
        assert_null(strstr(outcome.err, "secret"));
    }
}

/* What nobody can read was not said. */
static void test_full_output(void **state) {
    static const char *const commands[] = {
        WSCLOSE_GEN " --help", WSCLOSE_GEN " --version",
        WSCLOSE_GEN " sync --help", WSCLOSE_GEN " status --data data"};
    if (access("/dev/full", W_OK) != 0)
        skip();
    workshop_prepare(*state);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        const char *command = arena_printf(&((struct workshop *)*state)->arena,
                                           "%s >/dev/full", commands[i]);
        assert_outcome(WORKSHOP_RUN(*state, "sh", "-c", command), 6,
                       "wsclose-gen: error: standard output cannot be "
                       "written\n");
    }
}

/* Where the cache is looked for; what is none is no error. */
static void test_cache_places(void **state) {
    static const char *const places[][4] = {
        {"CACHE_DIRECTORY=cache", NULL},
        {"CACHE_DIRECTORY=", "XDG_CACHE_HOME=cache", "HOME=home", NULL},
        {"CACHE_DIRECTORY=", "XDG_CACHE_HOME=/nowhere", NULL},
        {"CACHE_DIRECTORY=", "XDG_CACHE_HOME=", "HOME=", NULL}};
    static const char *const argv[] = {WSCLOSE_GEN, "status", "--data", "data",
                                       NULL};
    workshop_prepare(*state);
    workshop_put(*state, "cache/websocket.json", "{\"etag\": \"\\u00e9\"}");
    workshop_put(*state, "home/.cache/wsclose/websocket.json", "");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct outcome outcome = workshop_run(*state, places[i], argv);
        assert_outcome(outcome, 0, "");
        assert_non_null(strstr(outcome.out, "last checked  never\n"));
    }
}

static void test_reference_display(void **state) {
    static const struct {
        struct reference reference;
        const char *shown;
    } cases[] = {
        {{"rfc", "rfc6455", ""}, "RFC 6455"},
        {{"rfc", "rfc6455", "Section 7"}, "Section 7"},
        {{"rfc", "rfc", ""}, "rfc"},
        {{"rfc", "rfc64x", ""}, "rfc64x"},
        {{"rfc", "bcp14", ""}, "bcp14"},
        {{"rfc-errata", "3227", ""}, "RFC Errata 3227"},
        {{"registry", "websocket", ""}, "IANA registry websocket"},
        {{"uri", "https://a/", ""}, "https://a/"},
    };
    struct workshop *workshop = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            reference_display(&workshop->arena, &cases[i].reference),
            cases[i].shown);
}

static void test_dates(void **state) {
    static const char *const good[] = {"2024-02-29", "2000-02-29", "2023-02-28",
                                       "2026-04-30", "2026-06-30", "2026-09-30",
                                       "2026-11-30", "2026-12-31"};
    static const char *const bad[] = {
        "2024-02-30", "2023-02-29", "1900-02-29", "2026-04-31", "2026-06-31",
        "2026-09-31", "2026-11-31", "2026-12-32", "2026-00-01", "2026-13-01",
        "2026-1a-01", "202a-01-01", "x026-01-01", "2026-01-0a", "2026-01/01",
        "2026/01-01", "2026-01-00", "2026-01",    "",           "2026-01-011"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(value_is_date(good[i], false));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (value_is_date(bad[i], false))
            fail_msg("%s", bad[i]);
    assert_true(value_is_date("2026-01", true));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_usage),
        TEST(test_credentials),
        TEST(test_full_output),
        TEST(test_cache_places),
        TEST(test_reference_display),
        TEST(test_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
