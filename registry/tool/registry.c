/* SPDX-License-Identifier: MIT */
#include "registry.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "result.h"

struct block {
    struct block *next;
    _Alignas(max_align_t) unsigned char bytes[];
};

void *registry_alloc(struct registry *registry, size_t count, size_t size) {
    struct block *block = NULL;
    if (!size || count <= (SIZE_MAX - sizeof *block) / size)
        block = calloc(1, sizeof *block + count * size);
    if (!block) {
        message(WORD_NO_MEMORY);
        exit(RESULT_TROUBLE);
    }
    block->next = registry->blocks;
    registry->blocks = block;
    return block->bytes;
}

void registry_free(struct registry *registry) {
    json_decref(registry->document);
    while (registry->blocks) {
        struct block *next = registry->blocks->next;
        free(registry->blocks);
        registry->blocks = next;
    }
}

const struct row *registry_row(const struct registry *registry, unsigned code) {
    size_t low = 0, high = registry->row_count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (registry->rows[middle].last < code)
            low = middle + 1;
        else
            high = middle;
    }
    return &registry->rows[low];
}

void registry_choose_language(struct registry *registry, const char *lang) {
    const char *tag = wsclose_language(lang);
    for (size_t i = 0; registry->languages[i]; i++)
        if (strcmp(registry->languages[i], tag) == 0)
            registry->language = i;
}

const struct texts *registry_texts(const struct registry *registry,
                                   const struct row *row) {
    return &row->texts[registry->language];
}
