/* SPDX-License-Identifier: MIT */
/* What --help says. */
#ifndef GEN_HELP_H
#define GEN_HELP_H

#include <stdio.h>

void help_print(FILE *out);

#endif
