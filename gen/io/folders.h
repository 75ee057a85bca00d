/* SPDX-License-Identifier: MIT */
/* The folders that a path leads through. */
#ifndef GEN_FOLDERS_H
#define GEN_FOLDERS_H

#include <stddef.h>

#include "base/report.h"

/* These write into the path, which is afterwards what it was. */

/* Makes the folders above a path that are not there yet. */
int folders_make(char *path, struct report *report);

/* The length of the part of a path that ends with the first folder that is not
   there; 0: all are. */
size_t folders_missing(char *path);

/* Removes what is empty of the folders of a path that folders_missing() found
   missing, and that were made since. */
void folders_remove(char *path, size_t missing);

/* The folder that a path's file is in, the caller's to free. */
char *folders_last(const char *path);

#endif
