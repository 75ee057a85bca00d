/* SPDX-License-Identifier: MIT */
/* Finding words in what is known of a code. A list of words ends with a NULL.
   Each must be found; a number is found in the codes of a row too. */
#ifndef TOOL_SEARCH_H
#define TOOL_SEARCH_H

#include <stdbool.h>

#include "registry.h"

/* The number that the word is, of digits or 0x and hexadecimal ones; false if
   it is none. What is too large is read as UINT_MAX + 1. */
bool search_number(const char *word, unsigned long long *ret);

/* Does the row have the words in its symbol, names, contact or references, or
   in its texts in any language? Case does not matter; blanks, hyphens and
   underscores are alike. */
bool search_matches(const struct registry *registry, const struct row *row,
                    const char *const *words);

/* Is one of the words a code of the row, and which? */
bool search_is_asked_for(const struct row *row, const char *const *words,
                         unsigned *ret);

/* What an application means by codes, and the row where they begin. */
struct found {
    const struct row *row;
    const struct usage *usage;
};

/* Goes on to the next one, from {0} to the first, that has the words in its
   application's names or in what is said of it, in any language; words NULL: to
   any. */
bool search_next_usage(const struct registry *registry,
                       const char *const *words, struct found *at);

#endif
