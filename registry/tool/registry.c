/* SPDX-License-Identifier: MIT */
#include "registry.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { BLOCK_SIZE = 64 * 1024, STEP = _Alignof(max_align_t) };

struct block {
    struct block *next;
    size_t used, size;
    _Alignas(max_align_t) unsigned char bytes[];
};

static struct block *add_block(struct registry *registry, size_t size) {
    struct block *block = memory_get(1, sizeof *block + size);
    block->next = registry->blocks;
    block->size = size;
    registry->blocks = block;
    return block;
}

void *registry_alloc(struct registry *registry, size_t count, size_t size) {
    if (count > SIZE_MAX / 2 / size)
        return memory_get(count, size); /* there is not so much */
    size = (count * size + STEP - 1) / STEP * STEP;
    struct block *block = registry->blocks;
    if (!block || block->size - block->used < size)
        block = add_block(registry, size > BLOCK_SIZE ? size : BLOCK_SIZE);
    void *ret = block->bytes + block->used;
    block->used += size;
    return ret;
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
