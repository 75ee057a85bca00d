/* SPDX-License-Identifier: MIT */
/* Requests for memory fail in turn, alone and with all behind them: the tool
   says so in one line and ends with exit code 2, or does what it would have
   done. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "support/memory_server.h"

enum { TROUBLE = 2, POINTS = 100 };

static void fail_at(const struct memory_server *server,
                    const struct memory_result *whole,
                    struct memory_order order, const char *out,
                    const char *err) {
    static const char exhausted[] =
        "wsclose: error: out of memory; ask for less\n";
    struct workshop look = {.folder = server->workshop->folder};
    struct memory_result result = memory_server_run(server, order);
    if (!WIFEXITED(result.status))
        fail_msg("%lu: status %d", order.at, result.status);
    const char *said = workshop_get(&look, "stderr");
    if (WEXITSTATUS(result.status) == TROUBLE) {
        assert_string_equal(said, exhausted);
    } else {
        assert_int_equal(result.status, whole->status);
        assert_string_equal(said, err);
        assert_string_equal(workshop_get(&look, "stdout"), out);
    }
    arena_free(&look.arena);
}

static void fail_everywhere(struct workshop *workshop,
                            const char *const *argv) {
    struct memory_server server = memory_server_open(workshop, argv);
    struct memory_result whole =
        memory_server_run(&server, (struct memory_order){0});
    const char *out = workshop_get(workshop, "stdout");
    const char *err = workshop_get(workshop, "stderr");
    assert_true(WIFEXITED(whole.status));
    assert_true(WEXITSTATUS(whole.status) < TROUBLE);
    for (unsigned long at = 1; at <= whole.requests;
         at += 1 + whole.requests / POINTS)
        for (int goes_on = 0; goes_on < 2; goes_on++)
            fail_at(&server, &whole, (struct memory_order){at, goes_on}, out,
                    err);
    memory_server_close(&server);
}

#define RUN(workshop, ...)                                                     \
    fail_everywhere(workshop,                                                  \
                    (const char *const[]){WSCLOSE_TOOL, __VA_ARGS__, NULL})

static void test_look_up(void **state) {
    RUN(*state, "1006");
    RUN(*state, "4400", "3000-4999");
    RUN(*state, "going-awy");
    RUN(*state, "Going", "Away");
    RUN(*state, "--json", "1006", "4400");
}

static void test_commands(void **state) {
    RUN(*state, "list");
    RUN(*state, "list", "--json");
    RUN(*state, "search", "proxy");
    RUN(*state, "apps");
    RUN(*state, "apps", "--json");
    RUN(*state, "list", "--app", "graphql-ws");
    RUN(*state, "--app", "graph", "4400");
    RUN(*state, "--version");
    RUN(*state, "--help");
}

static void test_frames(void **state) {
    RUN(*state, "frame", "03e9");
    RUN(*state, "frame", "31303030");
    RUN(*state, "frame", "--json", "88020000");
    RUN(*state, "build", "1000", "bye");
    RUN(*state, "build", "--json", "1000");
    RUN(*state, "relay", "1006");
}

static void test_file(void **state) {
    RUN(*state, "--registry", FROZEN "/close-codes.json", "1006");
    RUN(*state, "--registry", FROZEN "/close-codes.json", "list", "--json");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_look_up),
        TEST(test_commands),
        TEST(test_frames),
        TEST(test_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
