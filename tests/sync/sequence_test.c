/* SPDX-License-Identifier: MIT */
/* Documents in a random order: codes are added, renamed, removed, rolled back,
   split, reserved, and semantics.xml names them. Whatever came before, the next
   true document can be accepted, what is written can be read again, and a
   symbol stays its code's.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/records.h"
#include "support/workshop.h"

enum {
    CODES = 10, /* of 3000, 3001, ... */
    SYMBOLS = 4000,
#ifdef __SANITIZE_ADDRESS__
    STEPS = 200, /* each takes five times as long */
#else
    STEPS = 1000,
#endif
    STEPS_OF_A_LIFE = 25, /* then it begins with an empty folder */
    STEPS_LONG = 20000
};

static unsigned steps = STEPS;

/* Names that are alike, that are none, and that look like what we make. */
static const char *const descriptions[] = {
    "Unassigned",
    "Reserved",
    "Reserved for a use that nobody has told us yet",
    "Reserved Seat",
    "Reserved 3001",
    "Unused",
    "Bad Gateway",
    "bad-gateway",
    "Foo",
    "Code 3002",
    "Foo 3003",
    "\303\234berlast",
    "This one has far too many words",
    "Foo (OBSOLETED)",
};
enum { DESCRIPTIONS = sizeof descriptions / sizeof *descriptions };

/* What each code is in a document; 0: unassigned. */
struct state {
    unsigned description[CODES];
};

/* xorshift32: the same sequence on every machine. */
static uint32_t seed = 2463534242;

static unsigned draw(unsigned limit) {
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed % limit;
}

static struct state changed(const struct state *before) {
    struct state state = *before;
    unsigned code = draw(CODES);
    switch (draw(6)) {
    case 0: /* all anew, as after a flip of the served document */
        for (code = 0; code < CODES; code++)
            state.description[code] = draw(2) ? draw(DESCRIPTIONS) : 0;
        break;
    case 1:
        state.description[code] = 0;
        break;
    case 2:
        state.description[code] = state.description[draw(CODES)];
        break;
    default:
        state.description[code] = draw(DESCRIPTIONS);
    }
    return state;
}

/* Codes that nobody has stand in one range or in several. */
static const char *records_of(struct workshop *workshop,
                              const struct state *state) {
    const char *records = RECORD("1000", "Normal Closure")
    RECORD("1004", "Reserved");
    bool split = draw(2);
    for (unsigned code = 0; code < CODES; code++)
        if (state->description[code] || split)
            records = arena_printf(&workshop->arena, "%s" RECORD("%u", "%s"),
                                   records, 3000 + code,
                                   descriptions[state->description[code]]);
    return records;
}

static struct outcome sync_state(struct workshop *workshop,
                                 const struct state *state, bool by_person) {
    const char *argv[8 + 1 + 2 * CODES + 1] = {WSCLOSE_GEN, "sync",   "--from",
                                               "in.xml",    "--data", "data",
                                               "--out",     "out"};
    size_t count = 8;
    if (by_person) {
        argv[count++] = "--allow-rollback";
        for (unsigned code = 0; code < CODES; code++) {
            argv[count++] = "--accept";
            argv[count++] = arena_printf(&workshop->arena, "%u", 3000 + code);
        }
    }
    workshop_put(workshop, "in.xml",
                 document_with(workshop, records_of(workshop, state)));
    return workshop_run(workshop, NULL, argv);
}

/* The code of a symbol, present and former, of what is generated. */
static struct {
    char symbol[64];
    unsigned code;
} given[SYMBOLS];
static size_t given_count;

static void check_given(const char *symbol, size_t len, unsigned code) {
    for (size_t i = 0; i < given_count; i++)
        if (strlen(given[i].symbol) == len &&
            strncmp(given[i].symbol, symbol, len) == 0) {
            if (given[i].code != code)
                fail_msg("%s was of %u and is of %u", given[i].symbol,
                         given[i].code, code);
            return;
        }
    assert_true(given_count < SYMBOLS && len < sizeof given->symbol);
    snprintf(given[given_count].symbol, sizeof given->symbol, "%.*s", (int)len,
             symbol);
    given[given_count++].code = code;
}

/* Reads the enumerators of the public header: "    WSCLOSE_FOO = 3000,". */
static void check_symbols(struct workshop *workshop) {
    const char *at = workshop_get(workshop, "out/include/wsclose_codes.h");
    while ((at = strstr(at, "\n    WSCLOSE_")) != NULL) {
        at += strlen("\n    WSCLOSE_");
        size_t len = strcspn(at, " ");
        unsigned code = 0;
        if (sscanf(at + len, " = %u", &code) == 1)
            check_given(at, len, code);
    }
}

static void check_accepted(struct workshop *workshop, unsigned step,
                           struct outcome outcome) {
    if (outcome.exit_code != 0)
        fail_msg("step %u: exit %d: %s", step, outcome.exit_code, outcome.err);
    check_symbols(workshop);
}

/* semantics.xml names one code, by a symbol that another may have. */
static void name_a_code(struct workshop *workshop) {
    static const char *const symbols[] = {"FOO", "BAD_GATEWAY", "SHORT",
                                          "RATE_LIMITED"};
    workshop_name_code(workshop,
                       arena_printf(&workshop->arena, "%u", 3000 + draw(CODES)),
                       descriptions[draw(DESCRIPTIONS)], symbols[draw(4)]);
}

static void begin_anew(struct workshop *workshop) {
    workshop_remove(workshop, "data/close-codes.xml");
    given_count = 0;
    /* What was is not looked at again. */
    arena_free(&workshop->arena);
    workshop->arena = (struct arena){0};
}

/* Each state is offered without a person first: refused is exit 5, and nothing
   else is possible. Then a person says yes, and it is accepted. */
static void test_any_sequence(void **arg) {
    struct workshop *workshop = *arg;
    struct state state = {{0}};
    size_t most = 0;
    for (unsigned step = 0; step < steps; step++) {
        if (step && step % STEPS_OF_A_LIFE == 0)
            begin_anew(workshop);
        if (draw(5) == 0)
            name_a_code(workshop);
        state = changed(&state);
        struct outcome outcome = sync_state(workshop, &state, false);
        if (outcome.exit_code == 5)
            outcome = sync_state(workshop, &state, true);
        check_accepted(workshop, step, outcome);
        most = given_count > most ? given_count : most;
        if (step % 5 == 0)
            assert_outcome(WORKSHOP_GEN(workshop, "generate", "--check",
                                        "--data", "data", "--out", "out"),
                           0, "");
    }
    assert_true(most > CODES + 2);
}

int main(int argc, char *argv[]) {
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(
        test_any_sequence, workshop_open, workshop_close)};
    if (argc > 1 && strcmp(argv[1], "--long") == 0)
        steps = STEPS_LONG;
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
