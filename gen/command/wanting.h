/* SPDX-License-Identifier: MIT */
/* What a language lacks that English has. */
#ifndef GEN_WANTING_H
#define GEN_WANTING_H

#include <stdio.h>

#include "model/model.h"

/* A line for each language that lacks a text or a message. */
void wanting_print(const struct model *model, FILE *out);

#endif
