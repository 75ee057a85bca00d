/* SPDX-License-Identifier: MIT */
/* Reading C as a compiler does, trigraphs on: comments and string literals. */
#ifndef TESTS_FUZZ_LITERALS_H
#define TESTS_FUZZ_LITERALS_H

#include <stdbool.h>
#include <stddef.h>

/* The values of the string literals of a file, neighbours joined. */
struct literals {
    char **list;
    size_t count;
};

void literals_read(struct literals *ret, const char *source);
bool literals_have(const struct literals *literals, const char *text);
void literals_free(struct literals *literals);

/* Ends the program unless comments and literals end, nothing but ASCII stands
   outside of them, and there are no trigraphs. */
void literals_check(const char *source);

#endif
