/* The SHA-256 of bytes, by libmd. */
#ifndef GEN_SHA256_H
#define GEN_SHA256_H

#include "base/memory.h"

enum { SHA256_RAW_LENGTH = 32 };

/* 64 lower-case hexadecimal digits, in the arena. */
const char *sha256_hex(struct arena *arena, const char *bytes, size_t len);

/* The same as it is. */
void sha256_raw(const char *bytes, size_t len,
                unsigned char ret[SHA256_RAW_LENGTH]);

#endif
