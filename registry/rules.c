/* What may be sent, received, answered and relayed. */
#include <wsclose.h>

#include "protocol.h"
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

static const unsigned char rules_of[] = {
#define RULE(first, accept, begin, advice) ACCEPT_##accept | BEGIN_##begin,
#include "rules.inc"
};

_Static_assert(sizeof rules_of == WSCLOSE_ROW_COUNT,
               "the index and the rules were generated together");

bool wsclose_may_send(unsigned code, enum wsclose_role sender) {
    return rules_of[wsclose_row_of(code)] & 4u << sender;
}

bool wsclose_may_receive(unsigned code, enum wsclose_rule rule) {
    return rules_of[wsclose_row_of(code)] & 1u << rule;
}

bool wsclose_may_close(unsigned code) {
    return code == 1000 || (code >= 3000 && code <= 4999);
}

unsigned wsclose_reply(unsigned received) {
    if (received == PROTOCOL_NO_STATUS_RECEIVED)
        return 0;
    return wsclose_may_receive(received, WSCLOSE_RULE_STRICT) ? received
                                                              : PROTOCOL_ERROR;
}

unsigned wsclose_relay(unsigned code) {
    if (code == PROTOCOL_NO_STATUS_RECEIVED)
        return 0;
    unsigned char rules = rules_of[wsclose_row_of(code)];
    return (rules & BEGIN_BOTH) == BEGIN_BOTH ? code : PROTOCOL_INTERNAL_ERROR;
}
