/* SPDX-License-Identifier: MIT */
#include "codes.h"

#include <wsclose.h>

#include "harness.h"

struct codes code_inputs[CODE_INPUTS] = {
    {.name = "real-life mix"}, {.name = "registered"}, {.name = "0-65535"}};

static uint16_t any_registered(void) {
    static const uint16_t registered[] = {
#define CODE(code, symbol, name) code,
        WSCLOSE_CODES(CODE)
#undef CODE
    };
    return registered[random_below(WSCLOSE_CODES_COUNT)];
}

static uint16_t as_in_real_life(void) {
    unsigned percent = random_below(100);
    return percent < 45   ? 1000
           : percent < 75 ? 1001
           : percent < 85 ? 1006
           : percent < 95 ? 1005
                          : any_registered();
}

static void shuffle(uint16_t *codes) {
    for (unsigned i = 0; i < CODE_COUNT; i++) {
        unsigned j = random_below(i + 1);
        codes[i] = codes[j];
        codes[j] = (uint16_t)i;
    }
}

void codes_fill(void) {
    for (unsigned i = 0; i < CODE_COUNT; i++) {
        code_inputs[0].at[i] = as_in_real_life();
        code_inputs[1].at[i] = any_registered();
    }
    shuffle(code_inputs[2].at);
}
