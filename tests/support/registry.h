/* SPDX-License-Identifier: MIT */
/*
 * The rows of the close-code registry, written by hand from RFC 6455 7.4 and
 * IANA's page of 2026-06-10: what the library is compared with. A registration
 * that IANA adds is added here by hand too, so that a person has read it.
 */
#ifndef TESTS_REGISTRY_H
#define TESTS_REGISTRY_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include <wsclose.h>

struct registry_row {
    unsigned first, last;
    enum wsclose_registration_status status;
    const char *symbol, *name;
};

#define ASSIGNED WSCLOSE_STATUS_ASSIGNED
#define UNASSIGNED WSCLOSE_STATUS_UNASSIGNED

static const struct registry_row registry[] = {
    {0, 999, WSCLOSE_STATUS_UNUSED, "UNUSED", "Unused"},
    {1000, 1000, ASSIGNED, "NORMAL_CLOSURE", "Normal Closure"},
    {1001, 1001, ASSIGNED, "GOING_AWAY", "Going Away"},
    {1002, 1002, ASSIGNED, "PROTOCOL_ERROR", "Protocol error"},
    {1003, 1003, ASSIGNED, "UNSUPPORTED_DATA", "Unsupported Data"},
    {1004, 1004, WSCLOSE_STATUS_RESERVED, "RESERVED", "Reserved"},
    {1005, 1005, ASSIGNED, "NO_STATUS_RECEIVED", "No Status Received"},
    {1006, 1006, ASSIGNED, "ABNORMAL_CLOSURE", "Abnormal Closure"},
    {1007, 1007, ASSIGNED, "INVALID_FRAME_PAYLOAD_DATA",
     "Invalid frame payload data"},
    {1008, 1008, ASSIGNED, "POLICY_VIOLATION", "Policy Violation"},
    {1009, 1009, ASSIGNED, "MESSAGE_TOO_BIG", "Message Too Big"},
    {1010, 1010, ASSIGNED, "MANDATORY_EXTENSION", "Mandatory Extension"},
    {1011, 1011, ASSIGNED, "INTERNAL_ERROR", "Internal Error"},
    {1012, 1012, ASSIGNED, "SERVICE_RESTART", "Service Restart"},
    {1013, 1013, ASSIGNED, "TRY_AGAIN_LATER", "Try Again Later"},
    {1014, 1014, ASSIGNED, "BAD_GATEWAY", "Bad Gateway"},
    {1015, 1015, ASSIGNED, "TLS_HANDSHAKE", "TLS handshake"},
    {1016, 2999, UNASSIGNED, "UNASSIGNED", "Unassigned"},
    {3000, 3000, ASSIGNED, "UNAUTHORIZED", "Unauthorized"},
    {3001, 3002, UNASSIGNED, "UNASSIGNED", "Unassigned"},
    {3003, 3003, ASSIGNED, "FORBIDDEN", "Forbidden"},
    {3004, 3007, UNASSIGNED, "UNASSIGNED", "Unassigned"},
    {3008, 3008, ASSIGNED, "TIMEOUT", "Timeout"},
    {3009, 3999, UNASSIGNED, "UNASSIGNED", "Unassigned"},
    {4000, 4999, WSCLOSE_STATUS_PRIVATE_USE, "PRIVATE_USE",
     "Reserved for Private Use"},
    {5000, UINT_MAX, WSCLOSE_STATUS_INVALID, "INVALID", "Invalid"},
};

#undef ASSIGNED
#undef UNASSIGNED

enum { REGISTRY_ROWS = sizeof registry / sizeof *registry };

static inline const struct registry_row *registry_row_of(unsigned code) {
    const struct registry_row *row = registry;
    while (code > row->last)
        row++;
    return row;
}

/* Has the row a name of its own? */
static inline bool registry_is_named(const struct registry_row *row) {
    return row->status == WSCLOSE_STATUS_ASSIGNED ||
           row->status == WSCLOSE_STATUS_RESERVED;
}

/* Codes far from the registry; some are a registered one if cut to 16 bits. */
static const unsigned registry_far[] = {
    66536,      66537,      68536,        100000,   0x10000,
    0x7fffffff, 0x800003e8, UINT_MAX - 1, UINT_MAX,
};

enum { REGISTRY_FAR = sizeof registry_far / sizeof *registry_far };

/* Calls check for each code of 0-65,536 and for the far ones. */
static inline void registry_sweep(void (*check)(unsigned code)) {
    for (unsigned code = 0; code <= 65536; code++)
        check(code);
    for (size_t i = 0; i < REGISTRY_FAR; i++)
        check(registry_far[i]);
}

#endif
