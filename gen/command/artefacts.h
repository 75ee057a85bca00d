/* SPDX-License-Identifier: MIT */
/* From the data files to the artefacts. */
#ifndef GEN_GENERATE_H
#define GEN_GENERATE_H

#include "base/report.h"
#include "command/sources.h"
#include "io/output.h"
#include "model/model.h"

/* Reads a snapshot, semantics.xml and the private files into a whole model. */
int generate_model(const struct sources *sources, struct report *report,
                   struct model *ret);

/* Adds what the library is compiled of, to be written below the folder out. */
void generate_tables(const struct model *model, const char *out,
                     struct outputs *ret);

/* Adds every artefact of the model: the pages too. */
void generate_artefacts(const struct model *model, const char *out,
                        struct outputs *ret);

/* Keeps the files that were read beside the snapshot from being written. */
void generate_keep(const struct sources *sources, struct outputs *outputs);

/* Adds a depfile for build systems: its target is the depfile's own name
   without .d, its dependencies are the sources. */
void generate_depfile(const struct sources *sources, const char *path,
                      struct outputs *ret);

#endif
