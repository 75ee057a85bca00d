/* SPDX-License-Identifier: MIT */
/* The names of a registration status on the command line. */
#ifndef TOOL_STATUS_H
#define TOOL_STATUS_H

#include <stdbool.h>

#include <wsclose.h>

/* "unused, assigned, ...": all of them. */
const char *status_names(void);

/* False, and ret untouched, if there is no such status. */
bool status_from_name(const char *name, enum wsclose_registration_status *ret);

#endif
