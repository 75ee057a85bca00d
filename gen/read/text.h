/* SPDX-License-Identifier: MIT */
/* Texts in our own files. */
#ifndef GEN_READ_TEXT_H
#define GEN_READ_TEXT_H

#include "read/parse.h"

/* What an element that takes text alone says, white space collapsed, checked.
 */
const char *text_read_content(struct parse *parse, const xmlNode *element);

/* The <meaning> and <description> in an element, which may have <cause>s too;
   one that is missing is NULL. */
struct text text_read(struct parse *parse, const xmlNode *element);

/* A <text xml:lang="...">, with one or both and perhaps a <note>, into the text
   of its language of the model's. Another language is a warning, once. */
void text_read_of_language(struct parse *parse, const xmlNode *element,
                           struct text *texts);

#endif
