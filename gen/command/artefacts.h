/* SPDX-License-Identifier: MIT */
/* What is generated of a model, to be written below a folder. */
#ifndef GEN_ARTEFACTS_H
#define GEN_ARTEFACTS_H

#include "io/output.h"
#include "model/model.h"

/* Adds what the library and the command are compiled of. */
void artefacts_add_tables(const struct model *model, const char *out,
                          struct outputs *ret);

/* Adds every artefact of the model: the pages too. */
void artefacts_add_all(const struct model *model, const char *out,
                       struct outputs *ret);

#endif
