#include "stream.h"

#include <stdbool.h>

#include "memory.h"

void stream_begin(struct stream *stream) {
    stream->out = open_memstream(&stream->bytes, &stream->len);
    if (!stream->out)
        memory_exhausted();
}

void stream_end(struct stream *stream) {
    bool failed = ferror(stream->out) != 0;
    if (fclose(stream->out) != 0 || failed)
        memory_exhausted();
}
