/* SPDX-License-Identifier: MIT */
/*
 * Memory of the generator. A model's strings and arrays live in one arena and
 * die with it. Running out of memory ends the program here, with exit code 6
 * and one line, so that no caller has a branch for it; outputs_commit() asks
 * for none once a file is written.
 */
#ifndef GEN_MEMORY_H
#define GEN_MEMORY_H

#include <stdarg.h>
#include <stddef.h>

struct arena {
    struct arena_block *blocks;
};

/* Zeroed memory that lives as long as the arena. */
void *arena_alloc(struct arena *arena, size_t size);
char *arena_copy(struct arena *arena, const char *text, size_t len);
char *arena_join(struct arena *arena, const char *text, const char *behind);
char *arena_number(struct arena *arena, unsigned number);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void arena_free(struct arena *arena);

/* What was in the arena is gone; memory for more of it stays. */
void arena_clear(struct arena *arena);

/* malloc, calloc and realloc that do not return NULL. */
void *memory_alloc(size_t size);
void *memory_zeroed(size_t count, size_t size);
void *memory_resize(void *memory, size_t size);

/* A copy of text, to be freed. */
char *memory_text(const char *text);

/* A formatted text, to be freed. */
char *memory_vprintf(const char *format, va_list args)
    __attribute__((format(printf, 1, 0)));

/* The memory for one more element behind count of them, in the caller's
   array; grows by doubling. */
void *memory_append(void *array, size_t count, size_t element_size);

_Noreturn void memory_exhausted(void);

/* Calls function, which asks for no memory, before that end; NULL: nothing. */
void memory_at_exhaustion(void (*function)(void *), void *argument);

#endif
