/* SPDX-License-Identifier: MIT */
/*
 * The rules of each row, as bits. They stand in a header so that compilers
 * inline them wherever a code is judged.
 */
#ifndef WSCLOSE_RULES_H
#define WSCLOSE_RULES_H

#include <wsclose.h>

#include "row.h"

enum {
    SENDERS_SHIFT = 2, /* bits of the two rules stand before them */
    WIRE_NEVER = 0,
    WIRE_LENIENT = 1 << WSCLOSE_RULE_LENIENT,
    WIRE_STRICT = WIRE_LENIENT | 1 << WSCLOSE_RULE_STRICT,
    SENDERS_NOBODY = 0,
    SENDERS_CLIENT = 1 << (SENDERS_SHIFT + WSCLOSE_ROLE_CLIENT),
    SENDERS_SERVER = 1 << (SENDERS_SHIFT + WSCLOSE_ROLE_SERVER),
    SENDERS_BOTH = SENDERS_CLIENT | SENDERS_SERVER
};

WSCLOSE_HIDDEN_TABLE const unsigned char wsclose_rules[WSCLOSE_ROW_COUNT];

static inline unsigned wsclose_rules_of(unsigned code) {
    return wsclose_rules[wsclose_row_of(code)];
}

static inline bool wsclose_accepts(unsigned code, enum wsclose_rule rule) {
    return wsclose_rules_of(code) & 1u << rule;
}

#endif
