/* SPDX-License-Identifier: MIT */
/* Bytes as a document of IANA's. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_document((const char *)data, size);
    return 0;
}
