/* SPDX-License-Identifier: MIT */
#include "header.h"

enum {
    FIN = 0x80,
    OPCODE = 0x0F,
    MASK = 0x80,
    KEY = 4,
    CLOSE = 8,
    LAST_OPCODE = 10,
    CLOSE_FIRST_BYTE = FIN | CLOSE
};

struct header header_read(const unsigned char *bytes, size_t len) {
    unsigned short_len = bytes[1] & 0x7Fu;
    size_t extra = short_len == 127 ? 8 : short_len == 126 ? 2 : 0;
    bool masked = bytes[1] & MASK;
    struct header header = {.fin = bytes[0] & FIN,
                            .reserved = bytes[0] >> 4 & 7u,
                            .opcode = bytes[0] & OPCODE,
                            .len = 2 + extra + (masked ? KEY : 0)};
    header.is_whole = len >= header.len;
    if (!header.is_whole)
        return header;
    header.present = len - header.len;
    header.key = masked ? bytes + 2 + extra : NULL;
    header.announced = extra ? 0 : short_len;
    for (size_t i = 0; i < extra; i++)
        header.announced = header.announced << 8 | bytes[2 + i];
    header.is_minimal =
        !extra || header.announced > (extra == 2 ? 125 : 0xFFFF);
    return header;
}

static bool fits(const struct header *header) {
    return header->is_whole && header->announced == header->present;
}

/* No valid code has 88 as its first byte, nor what a frame of another opcode
   begins with. */
bool header_is_there(const unsigned char *bytes, size_t len) {
    if (len < 2)
        return false;
    struct header header = header_read(bytes, len);
    if (bytes[0] == CLOSE_FIRST_BYTE)
        return true;
    bool may_be_one =
        header.opcode == CLOSE ||
        (header.fin && !header.reserved && header.opcode <= LAST_OPCODE);
    return may_be_one && fits(&header);
}

const char *header_error(const struct header *header) {
    if (header->opcode != CLOSE)
        return "other-opcode";
    if (!header->fin)
        return "fin-missing";
    if (header->reserved)
        return "reserved-bits";
    if (!fits(header))
        return "wrong-length";
    return header->is_minimal ? NULL : "length-not-minimal";
}

unsigned char *header_payload(const struct header *header,
                              unsigned char *bytes) {
    unsigned char *payload = bytes + header->len;
    for (size_t i = 0; header->key && i < header->present; i++)
        payload[i] ^= header->key[i % KEY];
    return payload;
}
