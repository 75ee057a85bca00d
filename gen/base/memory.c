/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/report.h"
#include "base/text.h"

enum { BLOCK_SIZE = 16 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    _Alignas(max_align_t) char bytes[];
};

static void (*clean_up)(void *);
static void *cleaned_up;

void memory_at_exhaustion(void (*function)(void *), void *argument) {
    clean_up = function;
    cleaned_up = argument;
}

/* _Exit(): functions of atexit() could ask for memory too, or for a lock that
   is held where the memory was asked for. */
_Noreturn void memory_exhausted(void) {
    if (clean_up)
        clean_up(cleaned_up);
    fputs("wsclose-gen: error: out of memory; free some and run it again\n",
          stderr);
    _Exit(-GEN_FILE);
}

void *memory_resize(void *memory, size_t size) {
    void *resized = realloc(memory, size ? size : 1);
    if (!resized)
        memory_exhausted();
    return resized;
}

void *memory_alloc(size_t size) {
    return memory_resize(NULL, size);
}

void *memory_zeroed(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory)
        memory_exhausted();
    return memory;
}

char *memory_text(const char *text) {
    return strcpy(memory_alloc(strlen(text) + 1), text);
}

char *memory_vprintf(const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len < 0)
        memory_exhausted();
    char *text = memory_alloc((size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, args);
    return text;
}

void *memory_append(void *array, size_t count, size_t element_size) {
    if (count & (count - 1))
        return array;
    return memory_resize(array, (count ? 2 * count : 1) * element_size);
}

/* Memory with whatever it holds. */
static char *take(struct arena *arena, size_t size) {
    const size_t step = _Alignof(max_align_t);
    size = (size + step - 1) / step * step;
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < size) {
        size_t block_size = size > BLOCK_SIZE ? size : BLOCK_SIZE;
        block = memory_alloc(sizeof *block + block_size);
        block->next = arena->blocks;
        block->used = 0;
        block->size = block_size;
        arena->blocks = block;
    }
    char *ret = block->bytes + block->used;
    block->used += size;
    return ret;
}

void *arena_alloc(struct arena *arena, size_t size) {
    return memset(take(arena, size), 0, size);
}

char *arena_copy(struct arena *arena, const char *text, size_t len) {
    char *ret = memcpy(take(arena, len + 1), text, len);
    ret[len] = '\0';
    return ret;
}

char *arena_join(struct arena *arena, const char *text, const char *behind) {
    size_t len = strlen(text);
    char *ret = take(arena, len + strlen(behind) + 1);
    strcpy(ret, text);
    strcpy(ret + len, behind);
    return ret;
}

char *arena_number(struct arena *arena, unsigned number) {
    char digits[TEXT_NUMBER_SIZE];
    return arena_join(arena, text_number(number, digits), "");
}

/* Written into what the block has left, and again only where that is less. */
char *arena_printf(struct arena *arena, const char *format, ...) {
    const struct arena_block *block = arena->blocks;
    size_t room = block ? block->size - block->used : 0;
    char *free_bytes = block ? arena->blocks->bytes + block->used : NULL;
    va_list args;
    va_start(args, format);
    int len = vsnprintf(free_bytes, room, format, args);
    va_end(args);
    if (len < 0)
        memory_exhausted();
    char *ret = take(arena, (size_t)len + 1);
    if (ret != free_bytes) {
        va_start(args, format);
        vsnprintf(ret, (size_t)len + 1, format, args);
        va_end(args);
    }
    return ret;
}

void arena_free(struct arena *arena) {
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
}

void arena_clear(struct arena *arena) {
    if (!arena->blocks)
        return;
    struct arena older = {arena->blocks->next};
    arena_free(&older);
    arena->blocks->next = NULL;
    arena->blocks->used = 0;
}
