/* SPDX-License-Identifier: MIT */
/*
 * What the fuzzers share. Each is an LLVMFuzzerTestOneInput(), for libFuzzer
 * and afl-fuzz.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program with the reason unless it holds. */
void fuzz_require(bool holds, const char *what);

/* Bytes that are taken from the input one after the other. */
struct fuzz_input {
    const uint8_t *at;
    size_t left;
};

/* 0 once there is nothing left. */
unsigned fuzz_number(struct fuzz_input *input, unsigned limit);

/* The bytes up to the next line feed, copied with a NUL behind them, to be
   freed; *len does not count it. */
char *fuzz_line(struct fuzz_input *input, size_t *len);

/* UTF-8 without control characters but line feeds, nor bidirectional ones? */
void fuzz_require_clean(const char *text, size_t len, const char *what);

/* A document from outside, to the generated files and back. */
void fuzz_document(const char *bytes, size_t len);

struct fuzz_bytes {
    const char *bytes;
    size_t len;
};

/* A snapshot and private files, to the generated files and back. */
enum { FUZZ_PRIVATE_MAX = 2 };
void fuzz_sources(const struct fuzz_bytes *snapshot,
                  const struct fuzz_bytes *private_files, size_t count);

#endif
