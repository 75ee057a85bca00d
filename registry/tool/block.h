/* SPDX-License-Identifier: MIT */
/* A code explained to a person: heading, meaning, description, facts. */
#ifndef TOOL_BLOCK_H
#define TOOL_BLOCK_H

#include "codes.h"
#include "screen.h"

/* lang as wsclose_meaning() takes it. */
void block_print(const struct codes *codes, const char *lang,
                 const struct screen *screen);

#endif
