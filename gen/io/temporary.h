/* A file that is written whole beside another and then takes its place. */
#ifndef GEN_TEMPORARY_H
#define GEN_TEMPORARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/report.h"

struct temporary {
    char *name;
    bool is_there;
    int lock;       /* held while its writer lives */
    size_t missing; /* folders that were made for it */
};

/* Asks for all the memory that the others need. */
void temporary_prepare(const char *path, struct temporary *ret);

/* Writes bytes for the file at path, and syncs them. path is written into, and
   is afterwards what it was, as in folders.h. */
int temporary_write(char *path, const char *bytes, size_t len,
                    struct report *report, struct temporary *ret);

/* Puts it into the file's place. */
int temporary_rename(struct temporary *temporary, char *path,
                     struct report *report);

/* Removes it if it was not renamed; folders_remove() is the caller's. */
void temporary_drop(struct temporary *temporary);

/* Removes what somebody left beside the file at path who was killed. */
void temporary_remove_left(char *path);

#endif
