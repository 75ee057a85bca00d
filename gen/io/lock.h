/* SPDX-License-Identifier: MIT */
/*
 * One writer at a time for a folder: flock() on the folder itself, until
 * locks_release() or the end of the program.
 */
#ifndef GEN_LOCK_H
#define GEN_LOCK_H

#include <stddef.h>

#include "base/report.h"

enum { LOCK_WAIT_MS = 30 * 1000 };

struct lock;

/* The folders that a run has locked. */
struct locks {
    struct lock *list;
    size_t count;
};

/* Makes the folder if it is missing, and locks it: nobody else writes in it
   from then on. *ret is its number: the same for one that is locked already,
   however it is spelled. Waits for others up to deadline_ms of clock_ms(). */
int locks_take(struct locks *locks, const char *folder, long long deadline_ms,
               struct report *report, size_t *ret);

/* Locks it for reading: others may read too. One that is missing stays so. */
int locks_share(struct locks *locks, const char *folder, long long deadline_ms,
                struct report *report);

/* A locked folder, open. */
int locks_folder(const struct locks *locks, size_t number);

/* Folders that were made and are empty are removed. */
void locks_release(struct locks *locks);

#endif
