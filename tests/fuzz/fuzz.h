/*
 * What the fuzzers share. Each is an LLVMFuzzerTestOneInput(), for libFuzzer,
 * or with main.c for afl and for files.
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

/* A document from outside, to the generated files and back. Returns whether it
   was taken. */
bool fuzz_pipeline(const char *bytes, size_t len);

#endif
