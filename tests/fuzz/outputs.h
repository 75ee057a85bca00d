/* SPDX-License-Identifier: MIT */
/* What has to hold of the generated files, whatever they were made of. */
#ifndef TESTS_FUZZ_OUTPUTS_H
#define TESTS_FUZZ_OUTPUTS_H

#include "io/output.h"
#include "model/model.h"

/* Each ends the program unless it holds. */
void outputs_require_true(const struct outputs *outputs,
                          const struct model *model);
void outputs_require_same(const struct outputs *outputs,
                          const struct outputs *others);

/* The pages alone: close-codes.json, .html and .md. */
void pages_require_true(const struct outputs *outputs,
                        const struct model *model);

/* The file with this name, which has to be there. */
const struct output *outputs_named(const struct outputs *outputs,
                                   const char *name);

#endif
