/* SPDX-License-Identifier: MIT */
/*
 * The codes that the protocol itself speaks of (RFC 6455 7.4.1): the rules need
 * them whatever registry is compiled in.
 */
#ifndef WSCLOSE_PROTOCOL_H
#define WSCLOSE_PROTOCOL_H

enum {
    PROTOCOL_ERROR = 1002,
    PROTOCOL_NO_STATUS_RECEIVED = 1005,
    PROTOCOL_ABNORMAL_CLOSURE = 1006,
    PROTOCOL_INVALID_PAYLOAD = 1007,
    PROTOCOL_INTERNAL_ERROR = 1011
};

#endif
