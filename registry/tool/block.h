/* SPDX-License-Identifier: MIT */
/* A code explained to a person: heading, meaning, description, facts. */
#ifndef TOOL_BLOCK_H
#define TOOL_BLOCK_H

#include "codes.h"
#include "registry.h"
#include "screen.h"

void block_print(const struct registry *registry, const struct codes *codes,
                 const struct screen *screen);

#endif
