/* SPDX-License-Identifier: MIT */
/* Names, symbols, status and bounds of a code's row. */
#include <limits.h>

#include <wsclose.h>

#include "names.h"

WSCLOSE_HIDDEN const struct wsclose_names wsclose_names = {
#define NAME(id, symbol, name) symbol, name,
#define ALIAS(alias) #alias,
#define TEXT(id, text) text,
#define SPELLING(id, text) text,
#include "names.inc"
};

static const wsclose_name_offset symbol_at[] = {
#define ROW(first, status, id) offsetof(struct wsclose_names, symbol_##id),
#include "rows.inc"
};

static const wsclose_name_offset name_at[] = {
#define ROW(first, status, id) offsetof(struct wsclose_names, name_##id),
#include "rows.inc"
};

static const unsigned char status_of[] = {
#define ROW(first, status, id) WSCLOSE_STATUS_##status,
#include "rows.inc"
};

static const uint16_t first_of[] = {
#define ROW(first, status, id) first,
#include "rows.inc"
};

_Static_assert(sizeof first_of / sizeof *first_of == WSCLOSE_ROW_COUNT,
               "the index and the rows were generated together");

const char *wsclose_name(unsigned code) {
    return wsclose_name_at(name_at[wsclose_row_of(code)]);
}

const char *wsclose_symbol(unsigned code) {
    return wsclose_name_at(symbol_at[wsclose_row_of(code)]);
}

enum wsclose_registration_status wsclose_status(unsigned code) {
    return (enum wsclose_registration_status)status_of[wsclose_row_of(code)];
}

unsigned wsclose_first(unsigned code) {
    return first_of[wsclose_row_of(code)];
}

unsigned wsclose_last(unsigned code) {
    unsigned next = wsclose_next(code);
    return next ? next - 1 : UINT_MAX;
}

unsigned wsclose_next(unsigned code) {
    unsigned row = wsclose_row_of(code) + 1;
    return row < WSCLOSE_ROW_COUNT ? first_of[row] : 0;
}
