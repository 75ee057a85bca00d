/* SPDX-License-Identifier: MIT */
/* languages/TAG.xml: every word of one language. */
#ifndef GEN_READ_LANGUAGE_H
#define GEN_READ_LANGUAGE_H

#include "io/file.h"
#include "model/model.h"

/* Reads the files into a model that has its registered rows and semantics, the
   first of them English's. A text for a code that the rows do not assign is
   ignored. */
int languages_read(const struct file *files, size_t count,
                   struct report *report, struct model *model);

#endif
