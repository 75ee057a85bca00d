/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/hostile.h"

void fuzz_require(bool holds, const char *what) {
    if (holds)
        return;
    dprintf(2, "does not hold: %s\n", what); /* stderr may be caught */
    abort();
}

unsigned fuzz_number(struct fuzz_input *input, unsigned limit) {
    unsigned number = 0;
    for (int i = 0; i < 2 && input->left; i++, input->left--)
        number = number << 8 | *input->at++;
    return number % limit;
}

char *fuzz_line(struct fuzz_input *input, size_t *len) {
    const uint8_t *end =
        input->left ? memchr(input->at, '\n', input->left) : NULL;
    *len = end ? (size_t)(end - input->at) : input->left;
    char *line = malloc(*len + 1);
    if (!line)
        abort();
    if (*len)
        memcpy(line, input->at, *len);
    line[*len] = '\0';
    input->at += *len + !!end;
    input->left -= *len + !!end;
    return line;
}

void fuzz_require_clean(const char *text, size_t len, const char *what) {
    size_t where;
    fuzz_require(hostile_is_clean(text, len, "\n", &where), what);
}
