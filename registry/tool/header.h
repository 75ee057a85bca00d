/* SPDX-License-Identifier: MIT */
/* The header of a frame, RFC 6455 5.2. */
#ifndef TOOL_HEADER_H
#define TOOL_HEADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct header {
    bool fin;
    unsigned reserved; /* RSV1, RSV2, RSV3: 4, 2, 1 */
    unsigned opcode;
    bool is_whole; /* else the bytes end inside it */
    bool is_minimal;
    uint64_t announced;       /* bytes of payload, as its length says */
    size_t present;           /* bytes behind it */
    size_t len;               /* with the masking key */
    const unsigned char *key; /* NULL: not masked */
};

/* Of a frame of at least two bytes. */
struct header header_read(const unsigned char *bytes, size_t len);

/* Are bytes that are no valid payload a whole frame? They are if they begin
   with 88, or with a header of any frame whose length fits. */
bool header_is_there(const unsigned char *bytes, size_t len);

/* Why it is not the header of a Close frame: a word, or NULL. */
const char *header_error(const struct header *header);

/* Unmasks the payload in place and returns it. */
unsigned char *header_payload(const struct header *header,
                              unsigned char *bytes);

#endif
