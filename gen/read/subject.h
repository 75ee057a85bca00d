/* SPDX-License-Identifier: MIT */
/* What a <code> or <range> of our own files is about. */
#ifndef GEN_SUBJECT_H
#define GEN_SUBJECT_H

#include "read/parse.h"

/* The value of a <code>: one code. */
int subject_read_code(struct parse *parse, const xmlNode *element);

/* A <code> with a value alone, or a <range> with its kind; its code is
   MODEL_NO_CODE. */
int subject_read(struct parse *parse, const xmlNode *element, enum kind *kind);

#endif
