/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* fopencookie: open_memstream() of glibc drops silently   \
                       what it has no memory for */
#include "base/stream.h"

#include <stdlib.h>
#include <string.h>

static ssize_t take(void *data, const char *bytes, size_t len) {
    struct stream *stream = data;
    if (stream->is_full || len > stream->max - stream->len) {
        stream->is_full = true;
        return (ssize_t)len;
    }
    while (stream->room - stream->len <= len)
        stream->bytes = memory_resize(stream->bytes, stream->room *= 2);
    memcpy(stream->bytes + stream->len, bytes, len);
    stream->len += len;
    stream->bytes[stream->len] = '\0';
    return (ssize_t)len;
}

void stream_begin_up_to(struct stream *stream, size_t max) {
    const size_t room = 256;
    *stream =
        (struct stream){.bytes = memory_alloc(room), .room = room, .max = max};
    stream->bytes[0] = '\0';
    stream->out =
        fopencookie(stream, "w", (cookie_io_functions_t){.write = take});
    if (!stream->out)
        memory_exhausted();
}

void stream_begin(struct stream *stream) {
    stream_begin_up_to(stream, (size_t)-1);
}

void stream_end(struct stream *stream) {
    if (fclose(stream->out) != 0)
        memory_exhausted();
}

char *stream_keep(struct stream *stream, struct arena *arena) {
    stream_end(stream);
    char *ret = arena_copy(arena, stream->bytes, stream->len);
    free(stream->bytes);
    return ret;
}
