/* SPDX-License-Identifier: MIT */
/* Bytes as a snapshot and private files, a form feed, which XML has not,
   between them. */
#include <string.h>

#include "fuzz.h"

static struct fuzz_bytes next_file(struct fuzz_input *input) {
    const uint8_t *end =
        input->left ? memchr(input->at, '\f', input->left) : NULL;
    size_t len = end ? (size_t)(end - input->at) : input->left;
    struct fuzz_bytes ret = {(const char *)input->at, len};
    input->at += len + !!end;
    input->left -= len + !!end;
    return ret;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = {data, size};
    struct fuzz_bytes snapshot = next_file(&input), files[FUZZ_PRIVATE_MAX];
    size_t count = 0;
    while (input.left && count < FUZZ_PRIVATE_MAX)
        files[count++] = next_file(&input);
    fuzz_sources(&snapshot, files, count);
    return 0;
}
