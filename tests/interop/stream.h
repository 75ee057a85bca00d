/* SPDX-License-Identifier: MIT */
/* A connection's bytes: all or nothing, and never for ever. */
#ifndef INTEROP_STREAM_H
#define INTEROP_STREAM_H

#include <stdbool.h>
#include <stddef.h>

struct stream {
    int fd;
    size_t from, to; /* what of the buffer is not read yet */
    unsigned char buffer[4096];
};

void stream_open(struct stream *stream, int fd);

/* Each returns false at the connection's end, and after ten idle seconds. */
bool stream_read(struct stream *stream, void *bytes, size_t len);
bool stream_write(struct stream *stream, const void *bytes, size_t len);

/* Closes in order: no more is sent, what still comes is read to its end. */
void stream_close(struct stream *stream);

/* Closes with a reset. */
void stream_reset(struct stream *stream);

#endif
