/* SPDX-License-Identifier: MIT */
/* The registry that is compiled in. */
#ifndef TOOL_COMPILED_H
#define TOOL_COMPILED_H

#include "registry.h"

/* lang: as wsclose_meaning() takes it. */
struct registry compiled_registry(const char *lang);

#endif
