/* SPDX-License-Identifier: MIT */
/*
 * The marks of a label or message: `code`, {value} and, where links are
 * allowed, [text](URL).
 */
#ifndef GEN_PROSE_H
#define GEN_PROSE_H

#include <stdbool.h>

#include "base/memory.h"

/* Why a text's marks are not accepted, as the predicate of a sentence, or NULL
   if they are. english is the text that the codes, values and URLs have to be
   those of, in any order; NULL: it is English. */
const char *prose_refusal(struct arena *arena, const char *text,
                          const char *english, bool has_links);

#endif
