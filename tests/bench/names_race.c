/* SPDX-License-Identifier: MIT */
/* From codes to names: how many in a time, and how long until the next code
   can be asked for when it hangs on the answer. */
#include "names.h"

#include <wsclose.h>

#include "codes.h"
#include "races.h"

/* No address has its highest bit set, and no compiler knows. */
#define TAKES_AS_LONG_AS(answer)                                               \
    ((unsigned)((uint64_t)(uintptr_t)(answer) >> 63))

#define WORK(function)                                                         \
    static uint64_t function##_each(const void *input) {                       \
        const uint16_t *codes = input;                                         \
        uint64_t sum = 0;                                                      \
        for (unsigned i = 0; i < CODE_COUNT; i++)                              \
            sum += (uintptr_t)function(codes[i]);                              \
        return sum;                                                            \
    }                                                                          \
    static uint64_t function##_chain(const void *input) {                      \
        const uint16_t *codes = input;                                         \
        unsigned last = 0;                                                     \
        for (unsigned i = 0; i < CODE_COUNT; i++)                              \
            last = TAKES_AS_LONG_AS(function(codes[i] + last));                \
        return last;                                                           \
    }

WORK(wsclose_name)
WORK(name_by_table)
WORK(name_by_bytes)
WORK(name_by_switch)
WORK(name_by_binary_search)
WORK(name_by_linear_search)
WORK(name_by_unordered_map)
WORK(name_by_websocketpp)

#define CONTENDERS(kind)                                                       \
    {                                                                          \
        {"wsclose", wsclose_name_##kind},                                      \
        {"table of 65,536", name_by_table_##kind},                             \
        {"bytes for 0-5000", name_by_bytes_##kind},                            \
        {"switch", name_by_switch_##kind},                                     \
        {"binary search", name_by_binary_search_##kind},                       \
        {"linear search", name_by_linear_search_##kind},                       \
        {"unordered_map", name_by_unordered_map_##kind},                       \
        {"websocketpp", name_by_websocketpp_##kind},                           \
        {NULL, NULL},                                                          \
    }

void names_race(const struct settings *settings) {
    static const struct contender each[] = CONTENDERS(each);
    static const struct contender chain[] = CONTENDERS(chain);

    name_by_bytes_fill();
    for (unsigned i = 0; i < CODE_INPUTS; i++) {
        struct race race = {"name", code_inputs[i].name, code_inputs[i].at,
                            CODE_COUNT};
        race_run(settings, &race, each);
        race.subject = "name, latency";
        race_run(settings, &race, chain);
    }
}
