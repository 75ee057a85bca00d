/* SPDX-License-Identifier: MIT */
/*
 * The codes that the protocol itself speaks of (RFC 6455 7.4.1), and where its
 * ranges begin (7.4.2): the rules need them whatever registry is compiled in.
 */
#ifndef WSCLOSE_PROTOCOL_H
#define WSCLOSE_PROTOCOL_H

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

#endif
