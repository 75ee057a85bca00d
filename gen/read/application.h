/* SPDX-License-Identifier: MIT */
/*
 * A file of the codes of one application: applications/NAME.xml, or a private
 * file, in the schema of IANA's document with what it says more in our
 * namespace.
 */
#ifndef GEN_READ_APPLICATION_H
#define GEN_READ_APPLICATION_H

#include "model/application.h"
#include "read/parse.h"

/* Reads the file of the context, which parse_begin() has begun; the facts that
   it lacks are NULL. */
void application_read(struct parse *parse, const xmlNode *root,
                      struct application *ret);

/* Reads the files into the model's applications, in their order. Each has to
   have every fact and to be named for its application. */
int applications_read(const struct file *files, size_t count,
                      struct report *report, struct model *model);

#endif
