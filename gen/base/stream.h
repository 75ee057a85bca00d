/* SPDX-License-Identifier: MIT */
/* Writing into memory, up to a size. */
#ifndef GEN_STREAM_H
#define GEN_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

struct stream {
    char *bytes; /* the caller's to free; NUL behind them */
    size_t len;
    size_t room;
    size_t max;   /* what is over it is dropped */
    bool is_full; /* something was */
};

void stream_begin(struct stream *stream);
void stream_begin_up_to(struct stream *stream, size_t max);

void stream_write(struct stream *stream, const char *bytes, size_t len);
void stream_char(struct stream *stream, char c);
void stream_printf(struct stream *stream, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline void stream_put(struct stream *stream, const char *text) {
    stream_write(stream, text, strlen(text));
}

/* Each ends the stream: its text is moved into the arena, or written to out. */
char *stream_keep(struct stream *stream, struct arena *arena);
void stream_print(struct stream *stream, FILE *out);

#endif
