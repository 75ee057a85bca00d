/* Writing gen/data/close-codes.xml. */
#ifndef GEN_SNAPSHOT_H
#define GEN_SNAPSHOT_H

#include <stddef.h>

#include "model/model.h"

/* The model as a snapshot: IANA's schema, canonical formatting, symbols, source
   and digest in our namespace. *bytes is the caller's to free. */
void snapshot_write(const struct model *model, char **bytes, size_t *len);

#endif
