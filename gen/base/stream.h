/* SPDX-License-Identifier: MIT */
/* Writing into memory with stdio, up to a size. */
#ifndef GEN_STREAM_H
#define GEN_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/memory.h"

struct stream {
    FILE *out;
    char *bytes; /* after stream_end() the caller's to free; NUL behind them */
    size_t len;
    size_t room;
    size_t max;   /* what is over it is dropped */
    bool is_full; /* something was */
};

/* The stream must stay where it is until its end. */
void stream_begin(struct stream *stream);
void stream_begin_up_to(struct stream *stream, size_t max);
void stream_end(struct stream *stream);

/* stream_end(), the text moved into the arena. */
char *stream_keep(struct stream *stream, struct arena *arena);

#endif
