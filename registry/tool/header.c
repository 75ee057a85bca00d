/* SPDX-License-Identifier: MIT */
#include "header.h"

#include <stdbool.h>
#include <stdint.h>

enum { FIN = 0x80, RESERVED = 0x70, OPCODE = 0x0F, CLOSE = 8, MASK = 0x80 };

struct header {
    uint64_t payload_len;
    size_t len;               /* with the masking key */
    const unsigned char *key; /* NULL: not masked */
    bool is_minimal;
};

/* False if the bytes end before the header does. */
static bool read_header(const unsigned char *bytes, size_t len,
                        struct header *ret) {
    if (len < 2)
        return false;
    unsigned short_len = bytes[1] & 0x7Fu;
    size_t extra = short_len == 127 ? 8 : short_len == 126 ? 2 : 0;
    bool masked = bytes[1] & MASK;
    ret->len = 2 + extra + (masked ? 4 : 0);
    if (len < ret->len)
        return false;
    ret->key = masked ? bytes + 2 + extra : NULL;
    ret->payload_len = extra ? 0 : short_len;
    for (size_t i = 0; i < extra; i++)
        ret->payload_len = ret->payload_len << 8 | bytes[2 + i];
    ret->is_minimal = !extra || ret->payload_len > (extra == 2 ? 125 : 0xFFFF);
    return true;
}

static const char *check(unsigned char first, bool has_header,
                         const struct header *header, size_t len) {
    if ((first & OPCODE) != CLOSE)
        return "other-opcode";
    if (!(first & FIN))
        return "fin-missing";
    if (first & RESERVED)
        return "reserved-bits";
    if (!has_header || header->payload_len != len - header->len)
        return "wrong-length";
    return header->is_minimal ? NULL : "length-not-minimal";
}

/* The first byte of a Close frame is 0x88; of a code up to 4999 it is at most
   0x13. Other bytes are a frame only if their length says so. */
bool header_is_there(const unsigned char *bytes, size_t len) {
    struct header header = {0};
    bool fits = read_header(bytes, len, &header) &&
                header.payload_len == len - header.len;
    if (len < 2)
        return false;
    if (bytes[0] & FIN)
        return fits || (bytes[0] & (FIN | OPCODE)) == (FIN | CLOSE);
    return bytes[0] == CLOSE && fits && (header.payload_len >= 2 || header.key);
}

struct payload header_take_off(unsigned char *bytes, size_t len) {
    struct header header = {0};
    bool has_header = read_header(bytes, len, &header);
    const char *error = check(bytes[0], has_header, &header, len);
    if (error)
        return (struct payload){bytes, 0, error};
    unsigned char *payload = bytes + header.len;
    len -= header.len;
    for (size_t i = 0; header.key && i < len; i++)
        payload[i] ^= header.key[i % 4];
    return (struct payload){payload, len, NULL};
}
