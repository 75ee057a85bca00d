/* SPDX-License-Identifier: MIT */
/*
 * What widely used clients do after a code: where at least three were read and
 * all of them are of one mind, that is the advice for a code of which no text
 * says anything.
 */
#ifndef GEN_PRACTICE_H
#define GEN_PRACTICE_H

#include "model/model.h"

/* What a client does after a code. */
enum practice practice_of(const struct client *client, unsigned code);

/* Were clients read, and not all of one mind after the code? */
bool practice_differs(const struct model *model, unsigned code);

/* Fills in the advice of each entry about a code that has none. */
void practice_fill(struct model *model);

#endif
