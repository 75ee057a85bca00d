/* SPDX-License-Identifier: MIT */
/*
 * What may be the symbol of a code, its enumerator without WSCLOSE_, and what
 * symbol a registered description makes.
 */
#ifndef GEN_SYMBOL_H
#define GEN_SYMBOL_H

#include <stdbool.h>

#include "base/memory.h"

/* Upper-case words joined by single underscores, not too long: legal and
   unreserved in C and C++ with and without the prefix WSCLOSE_. */
bool symbol_is_legal(const char *symbol);

/* Has the library itself a name like this, or like this and more? */
bool symbol_is_reserved(const char *symbol);

/* The symbol that a description makes, or NULL where it is no name. */
const char *symbol_derive(struct arena *arena, const char *description);

#endif
