/* SPDX-License-Identifier: MIT */
#include "memory.h"

#include <stdint.h>
#include <stdlib.h>

#include <jansson.h>

#include "result.h"
#include "words.h"

/* As message() has it, without asking for memory. */
static void *check(void *memory) {
    if (!memory) {
        fprintf(stderr, "wsclose: %s: %s\n", word_text(WORD_ERROR),
                word_text(WORD_NO_MEMORY));
        exit(RESULT_TROUBLE);
    }
    return memory;
}

static void *get_bytes(size_t size) {
    return check(malloc(size));
}

void memory_start(void) {
    json_set_alloc_funcs(get_bytes, free);
}

void *memory_get(size_t count, size_t size) {
    return check(calloc(count, size));
}

void *memory_resize(void *memory, size_t count, size_t size) {
    return check(count <= SIZE_MAX / size ? realloc(memory, count * size)
                                          : NULL);
}

void text_begin(struct text_stream *stream) {
    *stream = (struct text_stream){0};
    stream->out = check(open_memstream(&stream->text, &stream->len));
}

char *text_end(struct text_stream *stream) {
    int failed = ferror(stream->out);
    failed |= fclose(stream->out);
    return check(failed ? NULL : stream->text);
}
