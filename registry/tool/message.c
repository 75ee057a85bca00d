/* SPDX-License-Identifier: MIT */
#include "message.h"

#include <stdio.h>

#include "status.h"

void message(enum word word) {
    message_about(word, "");
}

void message_about(enum word word, const char *about) {
    const struct value values[] = {
        {"word", about}, {"statuses", status_names()}, {0}};
    message_with(word, values);
}

void message_with(enum word word, const struct value *values) {
    fprintf(stderr, "wsclose: %s: ", word_text(WORD_ERROR));
    word_print(stderr, word, values);
    fputc('\n', stderr);
}
