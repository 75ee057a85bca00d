/* SPDX-License-Identifier: MIT */
/*
 * The commands, one file each. What a command finds out goes to out, what went
 * wrong to the report; the result is the exit code's negative.
 */
#ifndef GEN_COMMAND_H
#define GEN_COMMAND_H

#include <stdio.h>

#include "base/report.h"
#include "command/options.h"

typedef int command(const struct options *options, FILE *out,
                    struct report *report);

command command_generate;
command command_sync;
command command_diff;
command command_status;

#endif
