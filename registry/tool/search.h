/* SPDX-License-Identifier: MIT */
/* Finding a word in what is known of a code. */
#ifndef TOOL_SEARCH_H
#define TOOL_SEARCH_H

#include <stdbool.h>

#include "registry.h"

/* Does the row have word in its symbol, names, contact or references, or
   in its texts in any language? Case does not matter; blanks, hyphens and
   underscores are alike. */
bool search_matches(const struct registry *registry, const struct row *row,
                    const char *word);

/* What an application means by codes, and the row where they begin. */
struct found {
    const struct row *row;
    const struct usage *usage;
};

/* Goes on to the next one, from {0} to the first, that has word in its
   application's names or in what is said of it, in the language that was asked
   for or in English; word NULL: to any. */
bool search_next_usage(const struct registry *registry, const char *word,
                       struct found *at);

#endif
