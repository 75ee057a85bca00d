/* SPDX-License-Identifier: MIT */
/* What was read, as a rule that make and Ninja read. */
#ifndef GEN_DEPFILE_H
#define GEN_DEPFILE_H

#include "command/sources.h"

/* Adds a depfile at path: its target is path without .d, its dependencies are
   the sources. */
void depfile_add(const struct sources *sources, const char *path,
                 struct outputs *ret);

#endif
