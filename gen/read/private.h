/* SPDX-License-Identifier: MIT */
/*
 * A private file: the codes that an application calls its own, of 4000-4999 and
 * of those of 3000-3999 that nobody has registered, in the schema of the
 * snapshot, with texts and advice in our namespace. It may be one of
 * applications/: what that says of IANA's codes is left out, and reported.
 */
#ifndef GEN_PRIVATE_H
#define GEN_PRIVATE_H

#include "base/report.h"
#include "io/file.h"
#include "model/model.h"

/* Adds the file's codes to a model that has its registered ones, semantics and
   languages. */
int private_read(const struct file *file, struct report *report,
                 struct model *model);

#endif
