/* SPDX-License-Identifier: MIT */
/* What --help says. */
#ifndef TOOL_HELP_H
#define TOOL_HELP_H

void help_print(void);

#endif
