/* SPDX-License-Identifier: MIT */
/* Where the data is read from that was not named, and where none is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "support/records.h"
#include "support/workshop.h"

#define SHELL(workshop, command) WORKSHOP_RUN(workshop, "sh", "-c", command)

static void must_run(struct workshop *workshop, const char *command) {
    assert_outcome(SHELL(workshop, command), 0, "");
}

/* A program that was built reads the checkout's, wherever it runs. */
static void test_checkout_from_elsewhere(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, TWO_RECORDS));
    must_run(workshop, "mkdir alone && cp data/close-codes.xml alone && "
                       "rm -r data");
    must_run(workshop, WSCLOSE_GEN " generate --data alone --out out");
    assert_non_null(
        strstr(workshop_get(workshop, "out/close-codes.json"), "\"zh-Hans\""));
    must_run(workshop, WSCLOSE_GEN " generate --out whole");
    must_run(workshop, "cmp whole/rows.inc " TEST_SOURCE "/generated/rows.inc");
}

/* And not what happens to be installed where it will be. */
static void test_checkout_before_installed(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    workshop_put(workshop, "installed/semantics.xml", "<other/>");
    must_run(workshop, "cp -r data/languages installed && "
                       "mkdir alone built && mv data checkout && "
                       "mv checkout/close-codes.xml alone && "
                       "cp " WSCLOSE_GEN_INSTALLED " built/wsclose-gen");
#define GENERATE "built/wsclose-gen generate --data alone --out out"
    assert_outcome(SHELL(workshop, GENERATE), 3, "installed/semantics.xml");
    must_run(workshop, "ln -s ../checkout built/wsclose-gen-data");
    must_run(workshop, GENERATE);
    /* What was moved with its data finds that. */
    must_run(workshop, "rm built/wsclose-gen-data && mkdir share && "
                       "mv checkout share/wsclose");
    must_run(workshop, GENERATE);
}

static void assert_refused(struct workshop *workshop, const char *data) {
    const char *command =
        arena_printf(&workshop->arena, "%s sync --from in.xml --out out %s",
                     WSCLOSE_GEN_INSTALLED, data);
    const char *before = workshop_state(workshop, ".");
    struct outcome outcome = SHELL(workshop, command);
    assert_outcome(outcome, 2,
                   "name the folder to keep the data in with --data DIR");
    assert_string_equal(outcome.out, "");
    assert_same_text(data, before, workshop_state(workshop, "."));
}

/* What a package installed is the package's, by whatever path. */
static void test_installed_is_not_written(void **state) {
    struct workshop *workshop = *state;
    workshop_put(workshop, "in.xml", document_with(workshop, TWO_RECORDS));
    must_run(workshop, "cp -r data installed && ln -s installed link");
    assert_refused(workshop, "");
    assert_refused(workshop, "--data installed");
    assert_refused(workshop, "--data ./link/");
    must_run(workshop, "mkdir gen && ln -s ../installed gen/data");
    assert_refused(workshop, "");
    must_run(workshop, "rm -r gen");
#define SYNC WSCLOSE_GEN_INSTALLED " sync --from in.xml --out out --data "
    assert_outcome(SHELL(workshop, SYNC "installed --dry-run"), 1, "");
    must_run(workshop, SYNC "own");
    must_run(workshop, "mkdir bin && cp " WSCLOSE_GEN_INSTALLED " bin && "
                       "mkdir share && mv installed share/wsclose");
    assert_outcome(SHELL(workshop, "bin/wsclose-gen-installed sync --from "
                                   "in.xml --out out --data share/wsclose"),
                   2, "share/wsclose: error: is data that sync does not write");
}

/* A part that is there and cannot be read is not one that is missing: what
   stands elsewhere does not come in its place. */
static void test_part_that_cannot_be_read(void **state) {
    static const char *const parts[] = {"semantics.xml", "languages",
                                        "applications"};
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        must_run(workshop,
                 arena_printf(&workshop->arena,
                              "rm -rf own && cp -r data own && rm -rf own/%s "
                              "&& ln -s %s own/%s",
                              parts[i], parts[i], parts[i]));
        assert_outcome(
            SHELL(workshop, WSCLOSE_GEN " generate --data own --out out"), 6,
            arena_printf(&workshop->arena, "own/%s: error: ", parts[i]));
    }
    must_run(workshop, "rm own/applications && touch own/applications");
    assert_outcome(
        SHELL(workshop, WSCLOSE_GEN " generate --data own --out out"), 6,
        "own/applications: error: cannot be read");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_checkout_from_elsewhere),
        TEST(test_checkout_before_installed),
        TEST(test_installed_is_not_written),
        TEST(test_part_that_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
