/* SPDX-License-Identifier: MIT */
/* Facts one below the other, each with its label. */
#ifndef TOOL_FACTS_H
#define TOOL_FACTS_H

#include "pairs.h"
#include "row.h"
#include "words.h"

/* In columns. */
enum { FACTS_INDENT = 2 };

/* Facts with these labels, for which there is room in their column. */
struct pairs facts_begin(const struct screen *screen, const enum word *names,
                         size_t count);

/* label: "" on the lines that go on with the same one. value: NULL: nothing is
   printed. */
void facts_put(const struct pairs *facts, const char *label, const char *value);
void facts_put_named(const struct pairs *facts, enum word name,
                     const char *value);

/* The advice in words, to be freed; NULL where there is none. */
char *facts_reconnect(const struct reconnect *reconnect);

#endif
