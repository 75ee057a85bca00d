/* Texts in our own files. */
#ifndef GEN_READ_TEXT_H
#define GEN_READ_TEXT_H

#include "read/schema.h"

/* What an element that takes text alone says, white space collapsed, checked.
 */
int text_read_content(struct schema_reader *reader, const xmlNode *element,
                      const char **ret);

/* The <meaning> and <description> in an element; one that is missing is NULL.
 */
int text_read(struct schema_reader *reader, const xmlNode *element,
              struct text *ret);

/* A <text xml:lang="...">, with one or both, into the text of its language of
   the model's. One in another language is a warning. */
int text_read_of_language(struct schema_reader *reader, const xmlNode *element,
                          struct text *texts);

#endif
