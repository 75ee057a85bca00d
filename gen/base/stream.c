/* SPDX-License-Identifier: MIT */
#include "base/stream.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

/* Room beside what may be written is none. */
static void resize(struct stream *stream, size_t room) {
    stream->room = room <= stream->max ? room : stream->max + 1;
    stream->bytes = memory_resize(stream->bytes, stream->room);
}

void stream_begin_up_to(struct stream *stream, size_t max) {
    *stream = (struct stream){.max = max};
    resize(stream, 256);
    stream->bytes[0] = '\0';
}

void stream_begin(struct stream *stream) {
    stream_begin_up_to(stream, SIZE_MAX / 2);
}

/* Is there room for so many bytes and a NUL, or can it be made? */
static bool has_room(struct stream *stream, size_t len) {
    if (len < stream->room - stream->len)
        return true;
    if (stream->is_full || len > stream->max - stream->len) {
        stream->is_full = true;
        stream->room = stream->len;
        return false;
    }
    size_t room = 2 * stream->room;
    while (room - stream->len <= len)
        room *= 2;
    resize(stream, room);
    return true;
}

void stream_write(struct stream *stream, const char *bytes, size_t len) {
    if (!has_room(stream, len))
        return;
    memcpy(stream->bytes + stream->len, bytes, len);
    stream->len += len;
    stream->bytes[stream->len] = '\0';
}

void stream_char(struct stream *stream, char c) {
    if (!has_room(stream, 1))
        return;
    stream->bytes[stream->len++] = c;
    stream->bytes[stream->len] = '\0';
}

/* Written into the room that there is, and again only where that is less. */
void stream_printf(struct stream *stream, const char *format, ...) {
    const size_t room = stream->room - stream->len;
    va_list args;
    va_start(args, format);
    int len = vsnprintf(stream->bytes + stream->len, room, format, args);
    va_end(args);
    if (len < 0)
        memory_exhausted();
    if (!has_room(stream, (size_t)len)) {
        stream->bytes[stream->len] = '\0';
        return;
    }
    if ((size_t)len >= room) {
        va_start(args, format);
        vsnprintf(stream->bytes + stream->len, (size_t)len + 1, format, args);
        va_end(args);
    }
    stream->len += (size_t)len;
}

char *stream_keep(struct stream *stream, struct arena *arena) {
    char *ret = arena_copy(arena, stream->bytes, stream->len);
    free(stream->bytes);
    return ret;
}

void stream_print(struct stream *stream, FILE *out) {
    fwrite(stream->bytes, 1, stream->len, out);
    free(stream->bytes);
}
