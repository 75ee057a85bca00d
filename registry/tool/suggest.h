/* SPDX-License-Identifier: MIT */
/* What was probably meant by a word that nothing is named by. */
#ifndef TOOL_SUGGEST_H
#define TOOL_SUGGEST_H

#include "registry.h"

/* The symbol or command that is nearest to the word, or NULL if none is near.
 */
const char *suggest(const struct registry *registry, const char *word);

#endif
