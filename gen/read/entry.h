/* One entry of semantics.xml: what is said of a code or a kind of range. */
#ifndef GEN_ENTRY_H
#define GEN_ENTRY_H

#include "read/schema.h"

/* Reads a <code> or <range>; the model's languages must be known. */
int entry_read(struct schema_reader *reader, const xmlNode *element,
               struct semantics_entry *ret);

/* The parts of an entry: <reconnect>, and <text> with a <meaning> or a
   <description> or both. */
int entry_read_reconnect(struct schema_reader *reader, const xmlNode *element,
                         struct semantics_entry *entry);
int entry_read_text(struct schema_reader *reader, const xmlNode *element,
                    struct semantics_entry *entry);

#endif
