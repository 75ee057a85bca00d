/* SPDX-License-Identifier: MIT */
/*
 * What is remembered between two fetches: the server's validators, which
 * snapshot they belong to, and when the registry was last checked.
 */
#ifndef GEN_CACHE_H
#define GEN_CACHE_H

#include "base/memory.h"
#include "base/report.h"
#include "io/file.h"
#include "io/output.h"

struct cache {
    const char *url;                  /* that was asked */
    const char *answered;             /* the one that answered */
    const char *etag, *last_modified; /* NULL: none */
    const char *snapshot;             /* SHA-256 of the snapshot's file */
    const char *checked;              /* YYYY-MM-DDThh:mm:ssZ */
};

/* The file that the cache is in, below dir or, if that is NULL, where the
   XDG base directories or systemd's CACHE_DIRECTORY have it; NULL if there is
   no such place. */
const char *cache_path(struct arena *arena, const char *dir);

/* Reads the cache; one that is not there, that nobody can read or that belongs
   to another snapshot is empty. */
void cache_read(struct arena *arena, const char *path,
                const struct file *snapshot, struct cache *ret);

/* Adds the cache to what is to be written, as checked now. */
void cache_write(const struct cache *cache, const char *path,
                 struct outputs *ret);

#endif
