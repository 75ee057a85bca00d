/* SPDX-License-Identifier: MIT */
/* A history of documents, one sync after the other: exactly the real changes
   are taken, nothing else touches a file, no symbol changes and no code
   vanishes. tests/data/history/history.txt says what is to happen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/workshop.h"

enum { MAX_DOCUMENTS = 100, CODES = 5000 };

struct replay {
    struct workshop *workshop;
    const char *documents[MAX_DOCUMENTS];
    int count;         /* documents so far */
    const char *kind;  /* of the one being made */
    const char *text;  /* of it so far */
    const char *find;  /* the text of the last "-" */
    const char *lines; /* that sync is to say, each with its end */
    const char *symbols[CODES];
    int taken, refused;
};

static const char *unescaped(struct workshop *workshop, const char *text) {
    char *ret = arena_copy(&workshop->arena, text, strlen(text));
    for (char *at; (at = strstr(ret, "\\n"));) {
        *at = '\n';
        memmove(at + 1, at + 2, strlen(at + 2) + 1);
    }
    return ret;
}

static void edit(struct replay *replay, const char *find, const char *with) {
    const char *at = strstr(replay->text, find);
    if (!at || strstr(at + 1, find))
        fail_msg("document %d: \"%s\" is not there once", replay->count, find);
    replay->text = arena_printf(&replay->workshop->arena, "%.*s%s%s",
                                (int)(at - replay->text), replay->text, with,
                                at + strlen(find));
}

/* Every code that ever was in the registry is still known, under the symbol
   that it was first given. */
static void check_symbols(struct replay *replay) {
    struct arena *arena = &replay->workshop->arena;
    const char *current =
        workshop_get(replay->workshop, "data/close-codes.xml");
    for (unsigned code = 0; code < CODES; code++) {
        const char *value = arena_printf(arena, "<value>%u</value>", code);
        const char *end = strstr(current, value), *at = end, *symbol = NULL;
        while (at && at > current && strncmp(at, "<record", 7) != 0)
            at--;
        if (at)
            symbol = strstr(at, "ws:symbol=\"");
        bool has = symbol && symbol < end;
        if (!has && replay->symbols[code])
            fail_msg("document %d: %u has vanished", replay->count, code);
        if (!has)
            continue;
        const char *record = arena_printf(arena, "%.*s", (int)(end - at), at);
        if (replay->symbols[code] && !strstr(record, replay->symbols[code]))
            fail_msg("document %d: %u is no longer %s: %s", replay->count, code,
                     replay->symbols[code], record);
        if (!replay->symbols[code])
            replay->symbols[code] =
                arena_copy(arena, symbol + 11, strcspn(symbol + 11, "\""));
    }
}

static void check_outcome(struct replay *replay, struct outcome outcome) {
    static const struct {
        const char *kind;
        int exit_code;
    } kinds[] = {{"taken", 0}, {"same", 0}, {"refused", 5}, {"bad", 3}};
    size_t i = 0;
    while (i < 3 && strcmp(kinds[i].kind, replay->kind) != 0)
        i++;
    assert_string_equal(kinds[i].kind, replay->kind);
    if (outcome.exit_code != kinds[i].exit_code)
        fail_msg("document %d: exit %d: %s", replay->count, outcome.exit_code,
                 outcome.err);
    if ((outcome.exit_code == 0) != !*outcome.err)
        fail_msg("document %d: %s", replay->count, outcome.err);
    for (const char *line = replay->lines; *line;
         line = strchr(line, '\n') + 1) {
        const char *one = arena_printf(&replay->workshop->arena, "%.*s",
                                       (int)strcspn(line, "\n") + 1, line);
        if (!strstr(outcome.out, one))
            fail_msg("document %d: no \"%s\" in:\n%s", replay->count, one,
                     outcome.out);
    }
}

static void finish(struct replay *replay) {
    struct workshop *workshop = replay->workshop;
    if (!replay->kind)
        return;
    bool taken = strcmp(replay->kind, "taken") == 0;
    const char *before = workshop_outputs(workshop);
    check_outcome(replay, workshop_sync(workshop, replay->text));
    if (!taken)
        assert_same_text(replay->kind, before, workshop_outputs(workshop));
    else if (strcmp(before, workshop_outputs(workshop)) == 0)
        fail_msg("document %d: nothing was taken", replay->count);
    check_symbols(replay);
    replay->taken += taken;
    replay->refused += strcmp(replay->kind, "refused") == 0;
    replay->documents[replay->count++] = replay->text;
    replay->kind = NULL;
}

static void begin(struct replay *replay, const char *line) {
    int number;
    char kind[16];
    assert_int_equal(sscanf(line, "document %d %15s", &number, kind), 2);
    assert_int_equal(number, replay->count);
    assert_true(number < MAX_DOCUMENTS);
    replay->kind = arena_copy(&replay->workshop->arena, kind, strlen(kind));
    replay->lines = "";
    replay->text =
        number ? replay->documents[number - 1]
               : workshop_get(replay->workshop, TEST_DATA "/history/base.xml");
}

static void read_line(struct replay *replay, const char *line) {
    struct workshop *workshop = replay->workshop;
    if (strncmp(line, "document ", 9) == 0) {
        finish(replay);
        begin(replay, line);
    } else if (strncmp(line, "from ", 5) == 0) {
        int from = atoi(line + 5);
        assert_true(from < replay->count);
        replay->text = replay->documents[from];
    } else if (strncmp(line, "- ", 2) == 0) {
        replay->find = unescaped(workshop, line + 2);
    } else if (strncmp(line, "+ ", 2) == 0) {
        edit(replay, replay->find, unescaped(workshop, line + 2));
    } else if (strncmp(line, "> ", 2) == 0) {
        replay->lines =
            arena_printf(&workshop->arena, "%s%s\n", replay->lines, line + 2);
    } else if (*line && *line != '#') {
        fail_msg("what is this: %s", line);
    }
}

static void test_history(void **state) {
    struct replay replay = {.workshop = *state};
    const char *text = workshop_get(*state, TEST_DATA "/history/history.txt");
    while (*text) {
        size_t len = strcspn(text, "\n");
        read_line(&replay, arena_copy(&replay.workshop->arena, text, len));
        text += len + 1;
    }
    finish(&replay);
    assert_true(replay.count >= 30);
    assert_int_equal(replay.taken, 9);
    assert_int_equal(replay.refused, 15);
    static const struct {
        unsigned code;
        const char *symbol; /* that it was first given */
    } expected[] = {{1000, "NORMAL_CLOSURE"}, {1001, "GOING_AWAY"},
                    {1004, "RESERVED"},       {1011, "INTERNAL_ERROR"},
                    {1014, "CODE_1014"},      {3000, "UNAUTHORIZED"},
                    {3003, "FORBIDDEN"},      {3008, "TIMEOUT"},
                    {3009, "TIMEOUT_3009"},   {3010, "INVALID_3010"}};
    size_t next = 0;
    for (unsigned code = 0; code < CODES; code++)
        if (replay.symbols[code]) {
            assert_true(next < sizeof expected / sizeof *expected);
            assert_int_equal(code, expected[next].code);
            assert_string_equal(replay.symbols[code], expected[next].symbol);
            next++;
        }
    assert_int_equal(next, sizeof expected / sizeof *expected);
    assert_non_null(strstr(workshop_get(*state, "data/close-codes.xml"),
                           "ws:symbol=\"COME_AGAIN\" ws:aliases=\"RESERVED\""));
    struct outcome outcome =
        WORKSHOP_GEN(replay.workshop, "generate", "--check", "--data", "data",
                     "--out", "out");
    assert_int_equal(outcome.exit_code, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_history, workshop_open,
                                        workshop_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
