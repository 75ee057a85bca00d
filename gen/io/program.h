/* SPDX-License-Identifier: MIT */
/* Where this program is. */
#ifndef GEN_PROGRAM_H
#define GEN_PROGRAM_H

#include "base/memory.h"

/* The folder of the program that runs, or NULL where the system does not tell.
 */
const char *program_folder(struct arena *arena);

#endif
