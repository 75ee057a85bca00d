/* Files written whole, only if they change, all of them or none. */
#ifndef GEN_OUTPUT_H
#define GEN_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "report.h"

struct output {
    char *path;
    char *bytes;
    size_t len;
    bool changed; /* set by outputs_commit() */

    /* used by outputs_commit() */
    char *temporary;
    int lock;
    size_t missing;
};

struct outputs {
    struct output *list;
    size_t count;
};

/* Takes over bytes; path is copied. */
void outputs_add(struct outputs *outputs, const char *path, char *bytes,
                 size_t len);

/* Writes what differs from the files there are: first everything to temporary
   files beside them, synced, then the renames in the order of the list. What
   fails before the first rename changes nothing. Signals that end the program
   wait until it is done. */
int outputs_commit(struct outputs *outputs, struct report *report);

/* Writes nothing; GEN_DRIFT if a file is missing or differs, with the first
   differing lines. */
int outputs_check(const struct outputs *outputs, struct report *report);

size_t outputs_changed(const struct outputs *outputs);
void outputs_free(struct outputs *outputs);

/* The length of the part of a path that ends with the first folder that is not
   there; 0: all are. */
size_t folders_missing(const char *path);

/* Removes what is empty of the folders of a path that folders_missing() found
   missing, and that were made since. */
void folders_remove(const char *path, size_t missing);

#endif
