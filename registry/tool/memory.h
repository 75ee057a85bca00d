/* SPDX-License-Identifier: MIT */
/* Memory, or the end of the program: one line, and the exit code of trouble. */
#ifndef TOOL_MEMORY_H
#define TOOL_MEMORY_H

#include <stddef.h>
#include <stdio.h>

/* From then on jansson's memory comes from here too. */
void memory_start(void);

/* Zeroed, to be freed. */
void *memory_get(size_t count, size_t size);

/* As realloc() has it. */
void *memory_resize(void *memory, size_t count, size_t size);

/* A text that is being written. */
struct text_stream {
    FILE *out;
    char *text;
    size_t len;
};

void text_begin(struct text_stream *stream);

/* The whole text, to be freed. */
char *text_end(struct text_stream *stream);

#endif
