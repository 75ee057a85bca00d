/* SPDX-License-Identifier: MIT */
/* The words of a language, whose markup is `code` and [text](URL). */
#ifndef GEN_PAGE_PROSE_H
#define GEN_PAGE_PROSE_H

#include <stdio.h>

void prose_html(FILE *out, const char *text);

#endif
