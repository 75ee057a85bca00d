/* SPDX-License-Identifier: MIT */
/* The codes as an aligned table, a row a line. */
#ifndef TOOL_TABLE_H
#define TOOL_TABLE_H

#include "codes.h"
#include "screen.h"

/* lang as wsclose_meaning() takes it. */
void table_print(const struct codes *codes, const char *lang,
                 const struct screen *screen);

#endif
