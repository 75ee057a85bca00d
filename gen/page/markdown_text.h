/* SPDX-License-Identifier: MIT */
/* Writing Markdown of GitHub's kind. */
#ifndef GEN_MARKDOWN_TEXT_H
#define GEN_MARKDOWN_TEXT_H

#include "base/stream.h"

/* A text that shows as it is, in a table too. */
void markdown_text(struct stream *out, const char *text);

/* A link; text alone where url is NULL. url is as link.h has it. */
void markdown_link(struct stream *out, const char *text, const char *url);

#endif
