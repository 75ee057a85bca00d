/* One entry of semantics.xml: what is said of a code or a kind of range. */
#ifndef GEN_ENTRY_H
#define GEN_ENTRY_H

#include "read/schema.h"

/* Reads a <code> or <range>. */
int entry_read(struct schema_reader *reader, const xmlNode *element,
               struct semantics_entry *ret);

/* The <reconnect> of an entry. */
int entry_read_reconnect(struct schema_reader *reader, const xmlNode *element,
                         struct semantics_entry *entry);

#endif
