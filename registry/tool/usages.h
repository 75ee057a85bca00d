/* SPDX-License-Identifier: MIT */
/* What applications mean by codes, for people. */
#ifndef TOOL_USAGES_H
#define TOOL_USAGES_H

#include "options.h"
#include "registry.h"
#include "screen.h"

/* Below a row: a line for each application that means something by the code;
   for several codes a sentence saying that there are such applications. */
void usages_print(const struct screen *screen, const struct row *row,
                  struct span span);

/* Reports the codes that the application, the only one left in the registry,
   gives no meaning. Returns result, or RESULT_NOT_FOUND if there are any. */
enum result usages_check(const struct registry *registry, const char *app,
                         const struct codes *codes, enum result result);

/* What the applications of the registry mean by each of the codes, in full. */
void usages_print_full(const struct registry *registry,
                       const struct codes *codes, const struct screen *screen);

/* A line for each code of the applications of the registry that has the words;
   NULL: for all. */
void usages_list(const struct registry *registry, const char *const *words,
                 const struct screen *screen);

#endif
