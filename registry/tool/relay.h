/* SPDX-License-Identifier: MIT */
/* What a proxy passes on in place of a code. */
#ifndef TOOL_RELAY_H
#define TOOL_RELAY_H

#include "options.h"
#include "registry.h"
#include "result.h"

enum result relay_run(const struct registry *registry,
                      const struct options *options);

#endif
