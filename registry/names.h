/* SPDX-License-Identifier: MIT */
/*
 * The pool of symbols, names, former symbols, registered texts and spellings.
 * One list is expanded into the strings here and into their offsets by who
 * needs them, so that a table of names has no pointer and a shared library no
 * relocation.
 */
#ifndef WSCLOSE_NAMES_H
#define WSCLOSE_NAMES_H

#include <stddef.h>

#include "row.h"

struct wsclose_names {
#define NAME(id, symbol, name)                                                 \
    char symbol_##id[sizeof(symbol)];                                          \
    char name_##id[sizeof(name)];
#define ALIAS(alias) char alias_##alias[sizeof(#alias)];
#define TEXT(id, text) char text_##id[sizeof(text)];
#define SPELLING(id, text) char spelling_##id[sizeof(text)];
#include "names.inc"
};

WSCLOSE_HIDDEN_TABLE const struct wsclose_names wsclose_names;

_Static_assert(sizeof(struct wsclose_names) - 1 <= (wsclose_name_offset)-1,
               "an offset reaches every name");

static inline const char *wsclose_name_at(wsclose_name_offset offset) {
    return (const char *)&wsclose_names + offset;
}

#endif
