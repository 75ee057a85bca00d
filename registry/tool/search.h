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

#endif
