/* SPDX-License-Identifier: MIT */
/*
 * The rules of each row, as bits. They are read wherever a code is judged, and
 * so stand where a compiler sees them.
 */
#ifndef WSCLOSE_RULES_H
#define WSCLOSE_RULES_H

#include <wsclose.h>

#include "row.h"

enum {
    ACCEPT_NEVER = 0,
    ACCEPT_LENIENT = 1 << WSCLOSE_RULE_LENIENT,
    ACCEPT_STRICT = ACCEPT_LENIENT | 1 << WSCLOSE_RULE_STRICT,
    BEGIN_NOBODY = 0,
    BEGIN_CLIENT = 4 << WSCLOSE_ROLE_CLIENT,
    BEGIN_SERVER = 4 << WSCLOSE_ROLE_SERVER,
    BEGIN_BOTH = BEGIN_CLIENT | BEGIN_SERVER
};

WSCLOSE_HIDDEN_TABLE const unsigned char wsclose_rules[WSCLOSE_ROW_COUNT];

static inline unsigned wsclose_rules_of(unsigned code) {
    return wsclose_rules[wsclose_row_of(code)];
}

static inline bool wsclose_accepts(unsigned code, enum wsclose_rule rule) {
    return wsclose_rules_of(code) & 1u << rule;
}

#endif
