/* SPDX-License-Identifier: MIT */
/* What is there, against what should be. */
#ifndef GEN_DRIFT_H
#define GEN_DRIFT_H

#include "base/report.h"
#include "io/output.h"

/* Writes nothing; GEN_DRIFT if a file is missing or differs, with the first
   differing lines. */
int drift_find(const struct outputs *outputs, struct report *report);

#endif
