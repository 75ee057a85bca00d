/* SPDX-License-Identifier: MIT */
/* The labels and messages of a language. */
#ifndef GEN_READ_WORDS_H
#define GEN_READ_WORDS_H

#include "read/parse.h"

/* Reads a <label> or <message> into the language, which has room for it. */
void word_read(struct parse *parse, const xmlNode *element,
               struct language *language);

/* Sorts the words of a language that has them all, and compares them with what
   is asked for: of English by the programs and pages, of the others with
   English. */
void words_check(struct parse *parse, struct language *language);

#endif
