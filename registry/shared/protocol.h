/* SPDX-License-Identifier: MIT */
/*
 * The codes that the protocol itself speaks of (RFC 6455 7.4.1), where its
 * ranges begin (7.4.2), and what follows from a code and its rules alone: the
 * library, the command and the generator need them whatever registry it is.
 */
#ifndef WSCLOSE_PROTOCOL_H
#define WSCLOSE_PROTOCOL_H

#include <stdbool.h>

enum {
    PROTOCOL_FIRST = 1000,            /* of RFC 6455 and its extensions */
    PROTOCOL_REGISTERED_FIRST = 3000, /* first come, first served */
    PROTOCOL_PRIVATE_FIRST = 4000,    /* each application's own */
    PROTOCOL_CODE_LIMIT = 5000        /* the first code above the registry */
};

enum {
    PROTOCOL_NORMAL_CLOSURE = 1000,
    PROTOCOL_ERROR = 1002,
    PROTOCOL_NO_STATUS_RECEIVED = 1005,
    PROTOCOL_ABNORMAL_CLOSURE = 1006,
    PROTOCOL_INVALID_PAYLOAD = 1007,
    PROTOCOL_INTERNAL_ERROR = 1011
};

/* Does a browser's WebSocket.close() accept the code? (WHATWG) */
static inline bool protocol_browser_may_close(unsigned code) {
    return code == PROTOCOL_NORMAL_CLOSURE ||
           (code >= PROTOCOL_REGISTERED_FIRST && code < PROTOCOL_CODE_LIMIT);
}

/* What a proxy passes on of a code that may, or may not, be sent by both
   roles; 0: a Close frame without a code. */
static inline unsigned protocol_relay(unsigned code, bool is_sent_by_both) {
    if (code == PROTOCOL_NO_STATUS_RECEIVED)
        return 0;
    return is_sent_by_both ? code : PROTOCOL_INTERNAL_ERROR;
}

#endif
