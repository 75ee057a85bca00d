/* SPDX-License-Identifier: MIT */
/* The words of a language, whose markup is `code` and [text](URL). */
#ifndef GEN_PAGE_PROSE_H
#define GEN_PAGE_PROSE_H

#include "base/stream.h"

/* term: what no line is broken in. */
void prose_html(struct stream *out, const char *text, const char *term);

/* A text without marks. */
void prose_plain(struct stream *out, const char *text, size_t len,
                 const char *term);

#endif
