/* SPDX-License-Identifier: MIT */
/* A program's main(), called with arguments that are made of bytes. */
#ifndef TESTS_FUZZ_COMMAND_LINE_H
#define TESTS_FUZZ_COMMAND_LINE_H

#include <stddef.h>
#include <stdint.h>

enum { COMMAND_LINE_MAX = 32 };

struct command_line {
    char *argv[COMMAND_LINE_MAX + 1]; /* as they were given, NULL behind them */
    int result;
    char *out, *err; /* what it wrote */
    size_t out_len, err_len;
};

/* One argument a line, the program's name before them. */
void command_line_run(const char *name, const uint8_t *data, size_t size,
                      int (*program)(int argc, char **argv),
                      struct command_line *ret);
void command_line_free(struct command_line *line);

#endif
