/* SPDX-License-Identifier: MIT */
/* Takes a Close frame apart. */
#ifndef TOOL_FRAME_H
#define TOOL_FRAME_H

#include "options.h"
#include "registry.h"
#include "result.h"

enum result frame_run(const struct registry *registry,
                      const struct options *options);

#endif
