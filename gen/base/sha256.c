#include "base/sha256.h"

#include <sha2.h>

const char *sha256_hex(struct arena *arena, const char *bytes, size_t len) {
    return SHA256Data((const uint8_t *)bytes, len,
                      arena_alloc(arena, SHA256_DIGEST_STRING_LENGTH));
}

void sha256_raw(const char *bytes, size_t len,
                unsigned char ret[SHA256_RAW_LENGTH]) {
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, (const uint8_t *)bytes, len);
    SHA256Final(ret, &context);
}
