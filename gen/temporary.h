/* A file that is written whole beside another and then takes its place. */
#ifndef GEN_TEMPORARY_H
#define GEN_TEMPORARY_H

#include <stddef.h>

#include "report.h"

struct temporary {
    char *path;     /* NULL: there is none */
    int lock;       /* held while its writer lives */
    size_t missing; /* folders that were made for it */
};

/* Writes bytes for the file at path, and syncs them. */
int temporary_write(const char *path, const char *bytes, size_t len,
                    struct report *report, struct temporary *ret);

/* Puts it into the file's place. */
int temporary_rename(struct temporary *temporary, const char *path,
                     struct report *report);

/* Removes it if it was not renamed; folders_remove() is the caller's. */
void temporary_drop(struct temporary *temporary);

/* Removes what somebody left beside the file at path who was killed. */
void temporary_remove_left(const char *path);

#endif
