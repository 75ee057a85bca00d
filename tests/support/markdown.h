/* SPDX-License-Identifier: MIT */
/* Reading Markdown as CommonMark has it. */
#ifndef TESTS_MARKDOWN_H
#define TESTS_MARKDOWN_H

#include "base/memory.h"

/* The code span that line begins with, its text in the arena: begins with a run
   of backticks, ends with the next run of the same length, and one blank at
   both ends is none of it. Returns what is behind it; NULL: there is none. */
const char *markdown_span(struct arena *arena, const char *line,
                          const char **ret);

#endif
