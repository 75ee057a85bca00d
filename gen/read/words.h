/* The labels and messages of a language. */
#ifndef GEN_READ_WORDS_H
#define GEN_READ_WORDS_H

#include "read/schema.h"

/* Reads a <label> or <message> into the language, which has room for it. */
int word_read(struct schema_reader *reader, const xmlNode *element,
              struct language *language);

/* Sorts the words of a language that has them all, and compares them with what
   is asked for: of English by the programs and pages, of the others with
   English. */
int words_check(struct schema_reader *reader, struct language *language);

#endif
