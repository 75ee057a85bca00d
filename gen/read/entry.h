/* SPDX-License-Identifier: MIT */
/* One entry of semantics.xml: what is said of a code or a kind of range. */
#ifndef GEN_ENTRY_H
#define GEN_ENTRY_H

#include "read/parse.h"

/* Reads a <code> or <range>. */
struct semantics_entry entry_read(struct parse *parse, const xmlNode *element);

/* The <reconnect> of an entry. */
void entry_read_reconnect(struct parse *parse, const xmlNode *element,
                          struct semantics_entry *entry);

#endif
