/* SPDX-License-Identifier: MIT */
#include "codes.h"

#include <stdlib.h>

#include "memory.h"

void codes_add(struct codes *codes, unsigned first, unsigned last) {
    if (codes->count == codes->capacity) {
        size_t capacity = codes->capacity ? codes->capacity * 2 : 32;
        codes->list = memory_resize(codes->list, capacity, sizeof *codes->list);
        codes->capacity = capacity;
    }
    codes->list[codes->count++] = (struct span){first, last};
}

void codes_free(struct codes *codes) {
    free(codes->list);
}
