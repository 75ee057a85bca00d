/* SPDX-License-Identifier: MIT */
/* May this code be received? */
#include "predicates.h"

#include <wsclose.h>

#include "codes.h"
#include "races.h"

static inline bool receives_wsclose(unsigned code) {
    return wsclose_may_receive(code, WSCLOSE_RULE_STRICT);
}

#define WORK(function)                                                         \
    static uint64_t function##_each(const void *input) {                       \
        const uint16_t *codes = input;                                         \
        uint64_t count = 0;                                                    \
        for (unsigned i = 0; i < CODE_COUNT; i++)                              \
            count += function(codes[i]);                                       \
        return count;                                                          \
    }

WORK(receives_wsclose)
WORK(receives_ws)
WORK(receives_websocketpp)
WORK(receives_beast)
WORK(receives_by_bitmap)

/* No question at all: what it costs to go through the codes. */
static uint64_t nothing_each(const void *input) {
    const uint16_t *codes = input;
    uint64_t sum = 0;
    for (unsigned i = 0; i < CODE_COUNT; i++)
        sum += codes[i];
    return sum;
}

void predicates_race(const struct settings *settings) {
    static const struct contender each[] = {
        {"wsclose", receives_wsclose_each},
        {"ws", receives_ws_each},
        {"websocketpp", receives_websocketpp_each},
        {"Beast", receives_beast_each},
        {"bitmap of 65,536", receives_by_bitmap_each},
        {"the loop alone", nothing_each},
        {NULL, NULL},
    };

    bitmap_fill();
    for (unsigned i = 0; i < CODE_INPUTS; i++) {
        const struct race race = {"may receive", code_inputs[i].name,
                                  code_inputs[i].at, CODE_COUNT};
        race_run(settings, &race, each);
    }
}
