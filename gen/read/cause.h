/* SPDX-License-Identifier: MIT */
/* The causes of an entry of semantics.xml, and their words in a language. */
#ifndef GEN_READ_CAUSE_H
#define GEN_READ_CAUSE_H

#include "read/parse.h"

/* Reads a <cause> with its sources into the entry. */
void cause_read(struct parse *parse, const xmlNode *element,
                struct semantics_entry *entry);

/* The words that an element of a language has for the causes of an entry, in
   the order of these; NULL: the entry has none. */
const char **cause_read_words(struct parse *parse, const xmlNode *element,
                              int code, enum kind kind);

/* Refuses a cause that English has no words for. */
void cause_check_english(struct parse *parse);

#endif
