/* SPDX-License-Identifier: MIT */
/*
 * The symbol of a code: its enumerator without WSCLOSE_. A symbol that was
 * once given is kept; a new one is semantics.xml's, or is made of the
 * registered description.
 */
#ifndef GEN_SYMBOL_H
#define GEN_SYMBOL_H

#include <stdbool.h>

#include "model/model.h"
#include "base/report.h"

/* Upper-case words joined by single underscores, not too long: legal and
   unreserved in C and C++ with and without the prefix WSCLOSE_. */
bool symbol_is_legal(const char *symbol);

/* Has the library itself a name like this, or like this and more? */
bool symbol_is_reserved(const char *symbol);

/* The symbol that a description makes, or NULL where it is no name. */
const char *symbol_derive(struct arena *arena, const char *description);

/* Gives every named row its symbol and aliases, and refuses those of private
   codes that are no identifiers, the library's own names, or another code's.
   Rows may have recorded ones already; semantics must be joined. */
int symbols_assign(struct model *model, struct report *report);

#endif
