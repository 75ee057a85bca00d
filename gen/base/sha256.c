/* SPDX-License-Identifier: MIT */
#include "base/sha256.h"

#include <sha2.h>

const char *sha256_hex(struct arena *arena, const char *bytes, size_t len) {
    return SHA256Data((const uint8_t *)bytes, len,
                      arena_alloc(arena, SHA256_DIGEST_STRING_LENGTH));
}

const char *sha256_base64(struct arena *arena, const char *bytes, size_t len) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqr"
                                 "stuvwxyz0123456789+/";
    enum { SIZE = (SHA256_DIGEST_LENGTH + 2) / 3 * 4 };
    uint8_t digest[SHA256_DIGEST_LENGTH + 1] = {0}; /* a multiple of three */
    char *ret = arena_alloc(arena, SIZE + 1);
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, (const uint8_t *)bytes, len);
    SHA256Final(digest, &context);
    for (size_t i = 0; i < SIZE; i++) {
        const uint8_t *at = digest + i / 4 * 3;
        unsigned bits = (unsigned)at[0] << 16 | (unsigned)at[1] << 8 | at[2];
        ret[i] = digits[bits >> (18 - i % 4 * 6) & 63];
    }
    ret[SIZE - 1] = '=';
    return ret;
}
