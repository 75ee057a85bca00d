/* SPDX-License-Identifier: MIT */
/* The commands about Close frames: take one apart, build one, relay a code. */
#ifndef TOOL_FRAME_H
#define TOOL_FRAME_H

#include "options.h"
#include "registry.h"
#include "result.h"

enum result frame_run(const struct registry *registry,
                      const struct options *options);
enum result frame_build(const struct registry *registry,
                        const struct options *options);
enum result frame_relay(const struct registry *registry,
                        const struct options *options);

#endif
