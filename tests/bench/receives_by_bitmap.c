/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include <wsclose.h>

#include "predicates.h"

static uint64_t bits[65536 / 64];

void bitmap_fill(void) {
    for (unsigned code = 0; code < 65536; code++)
        if (wsclose_may_receive(code, WSCLOSE_RULE_STRICT))
            bits[code / 64] |= UINT64_C(1) << code % 64;
}

bool receives_by_bitmap(unsigned code) {
    return code < 65536 && bits[code / 64] >> code % 64 & 1;
}
