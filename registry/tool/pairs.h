/* SPDX-License-Identifier: MIT */
/* Names with a text beside each, in two columns; below its name where a text
   would have too little room. */
#ifndef TOOL_PAIRS_H
#define TOOL_PAIRS_H

#include <stddef.h>

#include "screen.h"

struct pairs {
    const struct screen *screen;
    struct style style;    /* of the names */
    size_t indent, column; /* where the names begin, and the texts */
};

struct pairs pairs_begin(const struct screen *screen, struct style style,
                         size_t indent);

/* Makes the column of names wide enough for this one, unless that would leave
   too little room for the texts. */
void pairs_widen(struct pairs *pairs, const char *name);

/* Prints a pair on a line that already has `indent` columns. name "": the text
   goes on with the name before. */
void pairs_put(const struct pairs *pairs, const char *name, const char *text);

#endif
