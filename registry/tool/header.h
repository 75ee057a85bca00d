/* The header of a Close frame, RFC 6455 5.2. */
#ifndef TOOL_HEADER_H
#define TOOL_HEADER_H

#include <stddef.h>

struct payload {
    unsigned char *bytes; /* inside the frame, unmasked there */
    size_t len;
    const char *error; /* of the header; NULL: none */
};

/* Finds the payload in bytes that are a payload or a whole frame. No payload
   that is valid begins as a frame does: its code would be above 4999, but for
   0x0800-0x08ff, where the length tells. */
struct payload header_take_off(unsigned char *bytes, size_t len);

#endif
