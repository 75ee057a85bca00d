/* SPDX-License-Identifier: MIT */
/* The SHA-256 of bytes, by libmd. */
#ifndef GEN_SHA256_H
#define GEN_SHA256_H

#include "base/memory.h"

/* 64 lower-case hexadecimal digits, in the arena. */
const char *sha256_hex(struct arena *arena, const char *bytes, size_t len);

/* The same in Base64, as a page's policy has it. */
const char *sha256_base64(struct arena *arena, const char *bytes, size_t len);

#endif
