/* SPDX-License-Identifier: MIT */
/* Makes the payload of a Close frame. */
#ifndef TOOL_BUILD_H
#define TOOL_BUILD_H

#include "options.h"
#include "registry.h"
#include "result.h"

enum result build_run(const struct registry *registry,
                      const struct options *options);

#endif
