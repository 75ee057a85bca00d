/* SPDX-License-Identifier: MIT */
/* Rows that partition every code: each code stands in exactly one. */
#ifndef GEN_PARTITION_H
#define GEN_PARTITION_H

#include "model/model.h"

/* Makes the records that were read, in any order, into such rows, and fills in
   the codes that no record names. Records that overlap, and private use outside
   4000-4999 or anything else in there, are a bad document. */
int model_partition(struct model *model, struct report *report);

/* Puts the row of a private code or range into the row that it stands in, one
   that row_is_free() says is free; what is left of that stays before and behind
   it. */
void model_add_private(struct model *model, const struct row *row);

#endif
