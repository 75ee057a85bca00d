#include "allocators.h"

#include <stdlib.h>

#include <jansson.h>
#include <libxml/xmlmemory.h>
#include <openssl/crypto.h>

#include "memory.h"

static void *crypto_alloc(size_t size, const char *file, int line) {
    (void)file, (void)line;
    return memory_alloc(size);
}

static void *crypto_resize(void *memory, size_t size, const char *file,
                           int line) {
    (void)file, (void)line;
    return memory_resize(memory, size);
}

static void crypto_free(void *memory, const char *file, int line) {
    (void)file, (void)line;
    free(memory);
}

void allocators_install(void) {
    (void)xmlMemSetup(free, memory_alloc, memory_resize, memory_text);
    json_set_alloc_funcs(memory_alloc, free);
    /* refused once another library has used it: its errors are looked at */
    (void)CRYPTO_set_mem_functions(crypto_alloc, crypto_resize, crypto_free);
}
