/* SPDX-License-Identifier: MIT */
#include "codes.h"

#include <stdlib.h>

#include "message.h"
#include "result.h"

void codes_add(struct codes *codes, unsigned first, unsigned last) {
    if (codes->count == codes->capacity) {
        size_t capacity = codes->capacity ? codes->capacity * 2 : 32;
        struct span *list = realloc(codes->list, capacity * sizeof *list);
        if (!list) {
            message(WORD_NO_MEMORY);
            exit(RESULT_TROUBLE);
        }
        codes->list = list;
        codes->capacity = capacity;
    }
    codes->list[codes->count++] = (struct span){first, last};
}

void codes_free(struct codes *codes) {
    free(codes->list);
}
