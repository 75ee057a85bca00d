/* SPDX-License-Identifier: MIT */
/* Finding a word in what is known of a code. */
#ifndef TOOL_SEARCH_H
#define TOOL_SEARCH_H

#include <stdbool.h>

/* Does the code's row have word in its symbol, name, contact or references, or
   in its texts in any language? Case does not matter; blanks, hyphens and
   underscores are alike. */
bool search_matches(unsigned code, const char *word);

#endif
