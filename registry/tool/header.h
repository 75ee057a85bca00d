/* SPDX-License-Identifier: MIT */
/* The header of a Close frame, RFC 6455 5.2. */
#ifndef TOOL_HEADER_H
#define TOOL_HEADER_H

#include <stdbool.h>
#include <stddef.h>

struct payload {
    unsigned char *bytes; /* inside the frame, unmasked there */
    size_t len;
    const char *error; /* of the header; NULL: none */
};

/* Are the bytes a whole frame, rather than a payload? 0x8802 and the like are
   taken for a frame, since no such code is valid. */
bool header_is_there(const unsigned char *bytes, size_t len);

/* Finds the payload of a whole frame, at least one byte long. */
struct payload header_take_off(unsigned char *bytes, size_t len);

#endif
