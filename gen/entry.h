/* One entry of semantics.xml: what is said of a code or a kind of range. */
#ifndef GEN_ENTRY_H
#define GEN_ENTRY_H

#include "schema.h"

/* Reads a <code> or <range>; the model's languages must be known. */
int entry_read(struct schema_reader *reader, const xmlNode *element,
               struct semantics_entry *ret);

#endif
