/* SPDX-License-Identifier: MIT */
/* The applications whose codes are explained. */
#ifndef TOOL_APPS_H
#define TOOL_APPS_H

#include "options.h"
#include "result.h"

void apps_print(const struct options *options);

#endif
