/* SPDX-License-Identifier: MIT */
/*
 * From a code to its row: the index that every table of the library shares.
 *
 * Codes are cut into pages of 16; pages with the same content are stored once.
 * The page of 4992-5007 ends in the row of 5000 and above, which also answers
 * for everything past it.
 */
#ifndef WSCLOSE_ROW_H
#define WSCLOSE_ROW_H

#include <stdint.h>

#include "index.h"
#include "shared/hidden.h"
#include "shared/tables.h"

#if WSCLOSE_INDEX_FORMAT != WSCLOSE_TABLES_FORMAT
#error "the tables are of another format: use this library's own wsclose-gen"
#endif

#define WSCLOSE_PAGE_SIZE (1u << WSCLOSE_PAGE_BITS)
#define WSCLOSE_CODE_LAST (WSCLOSE_PAGE_OF_COUNT * WSCLOSE_PAGE_SIZE - 1)

typedef wsclose_row_index wsclose_page[WSCLOSE_PAGE_SIZE];

enum {
    WSCLOSE_PAGE_COUNT =
        sizeof((wsclose_page[]){WSCLOSE_PAGES}) / sizeof(wsclose_page)
};

WSCLOSE_HIDDEN_TABLE const wsclose_page_index
    wsclose_page_of[WSCLOSE_PAGE_OF_COUNT];
WSCLOSE_HIDDEN_TABLE const wsclose_page wsclose_pages[WSCLOSE_PAGE_COUNT];

static inline unsigned wsclose_row_of(unsigned code) {
    if (code > WSCLOSE_CODE_LAST)
        code = WSCLOSE_CODE_LAST;
    unsigned page = wsclose_page_of[code >> WSCLOSE_PAGE_BITS];
    return wsclose_pages[page][code & (WSCLOSE_PAGE_SIZE - 1)];
}

#endif
