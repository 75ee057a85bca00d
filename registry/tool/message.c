/* SPDX-License-Identifier: MIT */
#include "message.h"

#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "screen.h"
#include "status.h"
#include "width.h"
#include "wrap.h"

void message(enum word word) {
    message_about(word, "");
}

void message_about(enum word word, const char *about) {
    const struct value values[] = {
        {"word", about}, {"statuses", status_names()}, {0}};
    message_with(word, values);
}

static void put(const char *beginning, enum word word,
                const struct value *values) {
    struct screen screen = screen_of(stderr, true);
    struct text_stream stream;
    text_begin(&stream);
    fputs(beginning, stream.out);
    word_print(stream.out, word, values);
    char *text = text_end(&stream);
    if (screen.is_terminal)
        wrap_print(&screen, 0, screen.plain, text);
    else
        fprintf(stderr, "%s\n", text);
    free(text);
}

void message_with(enum word word, const struct value *values) {
    char beginning[80];
    snprintf(beginning, sizeof beginning,
             "wsclose: %s: ", word_text(WORD_ERROR));
    put(beginning, word, values);
}

void message_remark(enum word word, const char *about) {
    const struct value values[] = {
        {"word", about}, {"languages", words_languages()}, {0}};
    put("wsclose: ", word, values);
}
