/* SPDX-License-Identifier: MIT */
/* Bytes as a name. */
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *copy = malloc(size ? size : 1); /* its end is the end */
    if (!copy)
        abort();
    memcpy(copy, data, size);
    int code = wsclose_from_name(copy, size);
    free(copy);
    if (code < 0)
        return 0;
    const char *symbol = wsclose_symbol((unsigned)code);
    fuzz_require(wsclose_from_name(symbol, strlen(symbol)) == code,
                 "a code's symbol is a name of it");
    return 0;
}
