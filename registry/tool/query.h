/* SPDX-License-Identifier: MIT */
/* From what was asked to the codes that answer it. */
#ifndef TOOL_QUERY_H
#define TOOL_QUERY_H

#include "codes.h"
#include "options.h"
#include "registry.h"
#include "result.h"

/* Adds to ret; what cannot be found or understood is said on standard error. */
enum result query_run(const struct registry *registry,
                      const struct options *options, struct codes *ret);

/* The one code that a word names or is. */
enum result query_one(const struct registry *registry, const char *word,
                      unsigned *ret);

#endif
