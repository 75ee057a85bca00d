/* Files written whole, only if they change, all of them or none. */
#ifndef GEN_OUTPUT_H
#define GEN_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/report.h"
#include "io/temporary.h"

struct output {
    char *path;
    char *bytes;
    size_t len;
    bool changed; /* set by outputs_commit() */

    struct temporary temporary; /* used by outputs_commit() */
};

struct outputs {
    struct output *list;
    size_t count;
    const char **kept;
    size_t kept_count;
};

/* Takes over bytes; path is copied. */
void outputs_add(struct outputs *outputs, const char *path, char *bytes,
                 size_t len);

/* A file that is read, and must not be written; path is the caller's. */
void outputs_keep(struct outputs *outputs, const char *path);

/* Writes what differs from the files there are: first everything to temporary
   files beside them, synced, then the renames in the order of the list. What
   fails before the first rename changes nothing. Signals that end the program
   wait until it is done. Two files of one path, or one that is kept, are an
   error of usage. */
int outputs_commit(struct outputs *outputs, struct report *report);

/* Writes nothing; GEN_DRIFT if a file is missing or differs, with the first
   differing lines. */
int outputs_check(const struct outputs *outputs, struct report *report);

size_t outputs_changed(const struct outputs *outputs);
void outputs_free(struct outputs *outputs);

#endif
