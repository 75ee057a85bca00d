/* SPDX-License-Identifier: MIT */
/* The hash table of names: however a registry's names are chosen, a look-up
   compares few slots, and each name is where a look-up begins. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "shared/spelling.h"
#include "support/workshop.h"

enum { NAMES = 1900, NAME_SIZE = 16, SLOTS_MAX = 1 << 17 };

/* Names whose hash with a seed is the same in its last bits. */
static void choose(char names[NAMES][NAME_SIZE], uint32_t seed) {
    unsigned number = 0;
    for (size_t i = 0; i < NAMES; number++) {
        snprintf(names[i], NAME_SIZE, "X%x", number);
        if (!(wsclose_spelling_hash(names[i], strlen(names[i]), seed) & 0x7FF))
            i++;
    }
}

static const char *document_of(struct workshop *workshop,
                               char names[NAMES][NAME_SIZE]) {
    const size_t room = NAMES * 100 + 1;
    char *records = arena_alloc(&workshop->arena, room), *end = records;
    for (unsigned i = 0; i < NAMES; i++)
        end += snprintf(end, room - (size_t)(end - records),
                        "<record><value>%u</value>"
                        "<description>%s</description></record>\n",
                        1016 + i, names[i]);
    return document_with(workshop, records);
}

/* Which slots are not empty. */
struct found {
    unsigned count, seed;
    unsigned code[SLOTS_MAX];
};

static struct found *read_table(struct workshop *workshop) {
    struct found *found = arena_alloc(&workshop->arena, sizeof *found);
    const char *text = workshop_get(workshop, "out/spellings.inc");
    memset(found, 0, sizeof *found);
    for (; text; text = strchr(text, '\n') ? strchr(text, '\n') + 1 : NULL) {
        unsigned index, code;
        sscanf(text, "SLOTS(%u, %u)", &found->count, &found->seed);
        if (sscanf(text, "SLOT(%u, %*[a-z]_%*u, %u)", &index, &code) == 2) {
            assert_true(index < SLOTS_MAX);
            found->code[index] = code;
        }
    }
    return found;
}

static void check_table(const struct found *found,
                        char names[NAMES][NAME_SIZE]) {
    unsigned mask = found->count - 1, run = 0;
    assert_true(found->count && (found->count & mask) == 0);
    for (unsigned i = 0; i < found->count + WSCLOSE_SPELLING_PROBES; i++) {
        run = found->code[i & mask] ? run + 1 : 0;
        if (run > WSCLOSE_SPELLING_PROBES)
            fail_msg("%u slots in a row are not empty", run);
    }
    for (unsigned i = 0; i < NAMES; i++) {
        uint32_t at =
            wsclose_spelling_hash(names[i], strlen(names[i]), found->seed);
        unsigned probes = 1;
        for (; found->code[at & mask] != 1016 + i; at++, probes++)
            if (probes > WSCLOSE_SPELLING_PROBES)
                fail_msg("%s is not found in %u slots", names[i], probes);
    }
}

static void chosen_names_make_no_long_runs(void **state) {
    static char names[NAMES][NAME_SIZE];
    for (uint32_t seed = 0; seed < 3; seed++) {
        choose(names, seed);
        workshop_put(*state, "data/close-codes.xml", "");
        workshop_remove(*state, "data/close-codes.xml");
        workshop_must_sync(*state, document_of(*state, names));
        struct found *found = read_table(*state);
        assert_true(found->seed != seed);
        check_table(found, names);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(chosen_names_make_no_long_runs,
                                        workshop_open, workshop_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
