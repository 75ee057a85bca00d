/* SPDX-License-Identifier: MIT */
/* The folders that a path leads through. */
#ifndef GEN_FOLDERS_H
#define GEN_FOLDERS_H

#include <stddef.h>

#include "base/report.h"

/* The next three write into the path while they run, and leave it as it was. */

/* Makes the folders above a path that are not there yet. */
int folders_make(char *path, struct report *report);

/* The length of the path up to the end of the first folder that is missing; 0:
   none is. */
size_t folders_missing(char *path);

/* Removes the folders that were made since folders_missing() returned missing,
   if they are empty. */
void folders_remove(char *path, size_t missing);

/* The folder that a path's file is in, the caller's to free. */
char *folders_last(const char *path);

/* The name of a path's file, without its folders. */
const char *folders_behind(const char *path);

#endif
