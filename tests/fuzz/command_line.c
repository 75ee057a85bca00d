/* SPDX-License-Identifier: MIT */
#include "command_line.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

void command_line_run(const char *name, const uint8_t *data, size_t size,
                      int (*program)(int argc, char **argv),
                      struct command_line *ret) {
    struct fuzz_input input = {data, size};
    char *argv[COMMAND_LINE_MAX + 1]; /* getopt_long() sorts it */
    FILE *real_out = stdout, *real_err = stderr;
    size_t len;
    int argc = 1;
    *ret = (struct command_line){.argv = {strdup(name)}};
    while (input.left && argc < COMMAND_LINE_MAX)
        ret->argv[argc++] = fuzz_line(&input, &len);
    memcpy(argv, ret->argv, sizeof argv);
    stdout = open_memstream(&ret->out, &ret->out_len);
    stderr = open_memstream(&ret->err, &ret->err_len);
    if (!stdout || !stderr)
        abort();
    optind = 0; /* getopt_long() begins anew */
    ret->result = program(argc, argv);
    fclose(stdout);
    fclose(stderr);
    stdout = real_out;
    stderr = real_err;
    fuzz_require_clean(ret->out, ret->out_len, "what is printed is clean");
    fuzz_require_clean(ret->err, ret->err_len, "a message is clean");
}

void command_line_free(struct command_line *line) {
    for (char **argument = line->argv; *argument; argument++)
        free(*argument);
    free(line->out);
    free(line->err);
}
