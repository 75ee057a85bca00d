/* SPDX-License-Identifier: MIT */
/* One <record> of a private or application file. */
#ifndef GEN_RECORD_H
#define GEN_RECORD_H

#include "read/parse.h"

/* The record in IANA's schema, with texts, sender and advice in our namespace.
   Its name is "" where it has none; every text is there, "" where none is. */
struct row record_read(struct parse *parse, const xmlNode *record);

#endif
