/* SPDX-License-Identifier: MIT */
/*
 * semantics.xml: what RFC 6455, WHATWG and the registrations' own references
 * say of a code and IANA's table does not.
 */
#ifndef GEN_SEMANTICS_H
#define GEN_SEMANTICS_H

#include "base/report.h"
#include "io/file.h"
#include "model/model.h"

/* Reads the file into the model and joins it to the model's rows. An entry for
   a code that the rows do not assign is a warning. */
int semantics_read(const struct file *file, struct report *report,
                   struct model *model);

#endif
