/* SPDX-License-Identifier: MIT */
#include "base/stream.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/text.h"

/* No more room than max bytes and a NUL need. */
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

static void write_rest(struct stream *stream, const char *format,
                       va_list args) {
    char *text = memory_vprintf(format, args);
    stream_put(stream, text);
    free(text);
}

/* Nearly all conversions are texts and numbers, which need no vsnprintf(). From
   the first other one on, the rest of the format is left to it. */
void stream_printf(struct stream *stream, const char *format, ...) {
    char digits[TEXT_NUMBER_SIZE];
    va_list args;
    va_start(args, format);
    const char *at;
    while ((at = strchr(format, '%')) && strchr("suz", at[1])) {
        const bool is_size = at[1] == 'z'; /* %zu */
        stream_write(stream, format, (size_t)(at - format));
        format = at + (is_size ? 3 : 2);
        if (at[1] == 's')
            stream_put(stream, va_arg(args, const char *));
        else if (is_size)
            stream_put(stream, text_number(va_arg(args, size_t), digits));
        else
            stream_put(stream, text_number(va_arg(args, unsigned), digits));
    }
    if (at)
        write_rest(stream, format, args);
    else
        stream_put(stream, format);
    va_end(args);
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
