/* SPDX-License-Identifier: MIT */
/* Attempts until the document is there, or there is no sense in another. */
#ifndef GEN_ATTEMPTS_H
#define GEN_ATTEMPTS_H

#include "fetch/transfer.h"

/* The last attempt's outcome; *why, in the arena, is set unless it is done. */
enum outcome attempts(struct transfer *transfer, struct arena *arena,
                      const char **why);

#endif
