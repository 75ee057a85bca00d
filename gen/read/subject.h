/* What a <code> or <range> of our own files is about. */
#ifndef GEN_SUBJECT_H
#define GEN_SUBJECT_H

#include "read/schema.h"

/* The value of a <code>: one code. */
int subject_read_code(struct schema_reader *reader, const xmlNode *element,
                      int *ret);

/* A <code> with a value alone, or a <range> with its kind; its code is
   MODEL_NO_CODE. */
int subject_read(struct schema_reader *reader, const xmlNode *element,
                 int *code, enum kind *kind);

#endif
