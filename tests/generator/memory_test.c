/* SPDX-License-Identifier: MIT */
/* Each request for memory fails in turn, alone and with all behind it: the
   program ends with one line and exit code 6, or does what it would have done;
   the files are old or new; what it took it gave back. Blocks are counted: a
   LeakSanitizer has a malloc() of its own, which would stand in the place of
   the one that fails.

       memory_test [EVERY]   only one request in EVERY, from 1 on   */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "support/memory_server.h"
#include "support/records.h"
#include "support/workshop.h"

static unsigned long every = 1, runs;

static struct memory_result run(const struct memory_server *server,
                                struct memory_order order) {
    runs++;
    return memory_server_run(server, order);
}

/* What is there before, and after; what is said. */
struct expected {
    const char *old, *new, *out, *err;
    struct memory_result result;
};

static void restore(struct workshop *workshop) {
    const char *argv[] = {"sh", "-c", "rm -rf new && cp -a base new", NULL};
    assert_int_equal(workshop_run(workshop, NULL, argv).exit_code, 0);
}

/* Runs once as often as others do, and looks at what came of it. */
static void fail_at(const struct memory_server *server,
                    const struct expected *expected,
                    struct memory_order order) {
    struct workshop *workshop = server->workshop;
    static const char exhausted[] =
        "wsclose-gen: error: out of memory; free some and run it again\n";
    const struct memory_result *clean = &expected->result;
    struct memory_result result = run(server, order);
    struct workshop look = {.folder = workshop->folder};
    const char *content = workshop_content(&look, "new");
    const char *err = workshop_get(&look, "stderr");
    const char *out = workshop_get(&look, "stdout");
    const char *where = order.goes_on ? "from then on" : "once";
    if (!WIFEXITED(result.status) ||
        (result.status != clean->status && WEXITSTATUS(result.status) != 6))
        fail_msg("%lu, %s: status %d: %s", order.at, where, result.status, err);
    if (WEXITSTATUS(result.status) == 6)
        assert_string_equal(err, exhausted);
    if (result.status == clean->status) {
        assert_string_equal(err, expected->err);
        assert_string_equal(out, expected->out);
        assert_same_text(where, expected->new, content);
    }
    if (result.returned && result.held > clean->held)
        fail_msg("%lu, %s: %ld blocks were not freed, not %ld", order.at, where,
                 result.held, clean->held);
    bool is_old = strcmp(content, expected->old) == 0;
    if (!is_old)
        assert_same_text(where, expected->new, content);
    arena_free(&look.arena);
    if (!is_old)
        restore(workshop);
}

static void fail_everywhere(struct workshop *workshop,
                            const char *const *argv) {
    struct expected expected = {.old = workshop_content(workshop, "base")};
    struct memory_server server = memory_server_open(workshop, argv);
    restore(workshop);
    expected.old = workshop_content(workshop, "new");
    expected.result = run(&server, (struct memory_order){0});
    assert_true(expected.result.returned);
    expected.new = workshop_content(workshop, "new");
    expected.out = workshop_get(workshop, "stdout");
    expected.err = workshop_get(workshop, "stderr");
    restore(workshop);
    for (unsigned long at = 1; at <= expected.result.requests; at += every)
        for (int goes_on = 0; goes_on < 2; goes_on++)
            fail_at(&server, &expected, (struct memory_order){at, goes_on});
    memory_server_close(&server);
}

/* base/: a small registry with its files, and more to be accepted. */
static void prepare(struct workshop *workshop) {
    static const char *const argv[] = {"sh", "-c",
                                       "mkdir base && mv data out base", NULL};
    static const char record[] =
        "<record date=\"2026-01-01\"><value>3002</value><description>Gamma "
        "<xref type=\"person\" data=\"Jane_Doe\"/></description>"
        "<contact>Jane</contact><xref type=\"rfc\" data=\"rfc6455\"/>"
        "</record>";
    workshop_prepare(workshop);
    assert_int_equal(workshop_run(workshop, NULL, argv).exit_code, 0);
    workshop_put(workshop, "in.xml",
                 document_with(workshop, arena_printf(&workshop->arena, "%s%s",
                                                      TWO_RECORDS, record)));
    workshop_put(workshop, "bad.xml", document_with(workshop, "<record/>"));
}

/* The files change beside what generate last wrote. */
static void test_generate(void **state) {
    static const char *const argv[] = {WSCLOSE_GEN, "generate",  "--data",
                                       "new/data",  "--out",     "new/more/out",
                                       "--depfile", "new/out.d", NULL};
    prepare(*state);
    fail_everywhere(*state, argv);
}

static void test_sync(void **state) {
    static const char *const argv[] = {
        WSCLOSE_GEN, "sync",    "--from",   "in.xml", "--data", "new/data",
        "--out",     "new/out", "--report", "new/r",  "--json", NULL};
    prepare(*state);
    fail_everywhere(*state, argv);
}

static void test_diff(void **state) {
    static const char *const argv[] = {
        WSCLOSE_GEN, "diff",       "new/data/close-codes.xml",
        "in.xml",    "--markdown", NULL};
    prepare(*state);
    fail_everywhere(*state, argv);
}

static void test_status(void **state) {
    static const char *const argv[] = {WSCLOSE_GEN, "status", "--data",
                                       "new/data",  "--json", NULL};
    prepare(*state);
    fail_everywhere(*state, argv);
}

static void test_bad_document(void **state) {
    static const char *const argv[] = {WSCLOSE_GEN, "sync",    "--from",
                                       "bad.xml",   "--data",  "new/data",
                                       "--out",     "new/out", NULL};
    prepare(*state);
    fail_everywhere(*state, argv);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        TEST(test_generate), TEST(test_sync),         TEST(test_diff),
        TEST(test_status),   TEST(test_bad_document),
    };
    if (argc > 1)
        every = strtoul(argv[1], NULL, 10);
    int failures = cmocka_run_group_tests(tests, NULL, NULL);
    printf("%lu runs\n", runs);
    return failures != 0 || !every;
}
