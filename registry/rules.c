/* SPDX-License-Identifier: MIT */
/* What may be sent, received and relayed. */
#include "rules.h"

#include "shared/protocol.h"

WSCLOSE_HIDDEN const unsigned char wsclose_rules[WSCLOSE_ROW_COUNT] = {
#define RULE(first, wire, senders, advice) WIRE_##wire | SENDERS_##senders,
#include "rules.inc"
};

_Static_assert(sizeof((unsigned char[]){
#define RULE(first, wire, senders, advice) 0,
#include "rules.inc"
               }) == WSCLOSE_ROW_COUNT,
               "the index and the rules were generated together");

bool wsclose_may_send(unsigned code, enum wsclose_role sender) {
    return wsclose_rules_of(code) & 1u << (SENDERS_SHIFT + sender);
}

bool wsclose_may_receive(unsigned code, enum wsclose_rule rule) {
    return wsclose_accepts(code, rule);
}

bool wsclose_browser_may_close(unsigned code) {
    return protocol_browser_may_close(code);
}

unsigned wsclose_relay(unsigned code) {
    unsigned senders = wsclose_rules_of(code) & SENDERS_BOTH;
    return protocol_relay(code, senders == SENDERS_BOTH);
}
