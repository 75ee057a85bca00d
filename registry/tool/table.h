/* SPDX-License-Identifier: MIT */
/* The codes as an aligned table, a row a line. */
#ifndef TOOL_TABLE_H
#define TOOL_TABLE_H

#include "codes.h"
#include "registry.h"
#include "screen.h"

void table_print(const struct registry *registry, const struct codes *codes,
                 const struct screen *screen);

#endif
