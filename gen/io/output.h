/* SPDX-License-Identifier: MIT */
/* Files written whole, only if they change, all of them or none. */
#ifndef GEN_OUTPUT_H
#define GEN_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/report.h"
#include "base/stream.h"
#include "io/file.h"
#include "io/lock.h"
#include "io/place.h"
#include "io/temporary.h"

struct output {
    char *path; /* as it is named */
    char *bytes;
    size_t len;

    /* set by outputs_commit() */
    bool changed;
    char *place;   /* the path behind symbolic links */
    size_t folder; /* the number of its lock */
    struct temporary temporary;
};

struct outputs {
    struct output *list;
    size_t count;
    size_t size;       /* of all bytes */
    bool is_too_large; /* more than FILE_MAX_SIZE would have been */
    struct place *kept;
    size_t kept_count;
};

/* A file that is written to the stream, and added at its end. All of them
   together have FILE_MAX_SIZE bytes at most: what is more is dropped, and
   outputs_commit() refuses them. path is copied. */
void outputs_begin(const struct outputs *outputs, struct stream *ret);
void outputs_end(struct outputs *outputs, const char *path,
                 struct stream *stream);

/* A file that is read, and must not be written. */
void outputs_keep(struct outputs *outputs, const char *path);

/* Locks the folders, and writes what differs from the files there are: first
   everything to temporary files beside them, synced, then the renames in the
   order of the list. What fails up to the first rename changes nothing. Signals
   that end the program wait until it is done. Symbolic links to files are
   followed. Two files of one path, or one that is kept, are an error of
   usage. */
int outputs_commit(struct outputs *outputs, struct locks *locks,
                   struct report *report);

/* A bad document if they are too large. */
int outputs_check_size(const struct outputs *outputs, struct report *report);

/* Has the file what is to be written? */
bool output_is(const struct output *output, const struct file *file);

size_t outputs_changed(const struct outputs *outputs);
void outputs_free(struct outputs *outputs);

#endif
