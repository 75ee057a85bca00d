/* SPDX-License-Identifier: MIT */
/* What is in a folder. */
#ifndef GEN_LISTING_H
#define GEN_LISTING_H

#include <stddef.h>

#include "base/memory.h"
#include "base/report.h"

/* The names in a folder that end with end, without it, sorted. Those that begin
   with a period are left out. */
int listing_read(struct arena *arena, const char *folder, const char *end,
                 struct report *report, const char ***ret, size_t *count);

#endif
