/* SPDX-License-Identifier: MIT */
/* The registry that answers: its rows partition every unsigned. */
#ifndef TOOL_REGISTRY_H
#define TOOL_REGISTRY_H

#include <stddef.h>

#include <jansson.h>

#include "row.h"

struct registry {
    struct row *rows; /* in the order of their codes */
    size_t row_count;
    const char *const
        *languages;  /* tags, English first; NULL behind the last */
    size_t language; /* the one of them that was asked for */
    const char *updated;
    const char *source;    /* URL; NULL: not known */
    const char *file;      /* NULL: it is compiled in */
    const char *generator; /* the version that wrote the file */
    json_t *document;      /* of the file */
    struct block *blocks;  /* its memory */
};

/* Zeroed memory that lives as long as the registry. */
void *registry_alloc(struct registry *registry, size_t count, size_t size);

void registry_free(struct registry *registry);

/* The row that a code stands in. */
const struct row *registry_row(const struct registry *registry, unsigned code);

/* lang: as wsclose_meaning() takes it. */
void registry_choose_language(struct registry *registry, const char *lang);

/* In the language that was asked for. */
const struct texts *registry_texts(const struct registry *registry,
                                   const struct row *row);

/* The code that a text names, as wsclose_from_name() has it, or -1. */
int registry_find_name(const struct registry *registry, const char *text);

#endif
