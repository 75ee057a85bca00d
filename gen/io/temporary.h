/* SPDX-License-Identifier: MIT */
/*
 * A file that is written whole beside another and then takes its place. Only
 * who has the folder locked writes one, so that those that are found in a
 * locked folder are left over from somebody who was killed.
 */
#ifndef GEN_TEMPORARY_H
#define GEN_TEMPORARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/report.h"

struct temporary {
    char *name;
    bool is_there;
};

/* Asks for the memory that the others need; name is the caller's to free. */
void temporary_prepare(const char *path, struct temporary *ret);

/* Writes bytes for the file at path, and syncs them. */
int temporary_write(const char *path, const char *bytes, size_t len,
                    struct report *report, struct temporary *ret);

/* Puts it into the file's place. */
int temporary_rename(struct temporary *temporary, const char *path,
                     struct report *report);

/* Removes it if it was not renamed. */
void temporary_remove(struct temporary *temporary);

/* Removes those that are in this folder, which is open and locked. */
void temporary_remove_left(int folder);

#endif
