/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE  /* flock */
#define _DARWIN_C_SOURCE /* the same, on macOS */
#include "io/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/memory.h"
#include "io/folders.h"
#include "io/place.h"

enum { PAUSE_MS = 20 };

struct lock {
    const char *name; /* the caller's, while it is being locked */
    char *path;       /* with a slash behind it, as folders.h has it */
    size_t missing;
    int fd;
    struct place place;
};

static int folder_error(const struct lock *lock, struct report *report,
                        const char *what) {
    return report_error(report, GEN_FILE, lock->name, 0, "cannot be %s: %s",
                        what, strerror(errno));
}

/* The number of the lock that this run already has on the folder; count if it
   has none. */
static size_t find(const struct locks *locks, const struct lock *lock) {
    size_t i = 0;
    while (i < locks->count &&
           !place_is_same(&locks->list[i].place, &lock->place))
        i++;
    return i;
}

/* Whoever had the lock before may have removed the folder. */
static bool is_still_there(const struct lock *lock) {
    struct place place;
    return place_identify(lock->path, &place) &&
           place_is_same(&place, &lock->place);
}

static int make(struct lock *lock, struct report *report) {
    size_t missing = folders_missing(lock->path);
    if (missing && (!lock->missing || missing < lock->missing))
        lock->missing = missing;
    return missing ? folders_make(lock->path, report) : GEN_OK;
}

enum attempt { ATTEMPT_DONE, ATTEMPT_GONE, ATTEMPT_BUSY, ATTEMPT_FAILED };

static enum attempt attempt(const struct locks *locks, struct lock *lock,
                            int how, struct report *report) {
    if (how == LOCK_EX && make(lock, report) < 0)
        return ATTEMPT_FAILED;
    lock->fd = open(lock->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock->fd < 0 && errno == ENOENT)
        return ATTEMPT_GONE;
    if (lock->fd < 0 || !place_identify_open(lock->fd, &lock->place)) {
        folder_error(lock, report, "opened");
        return ATTEMPT_FAILED;
    }
    if (find(locks, lock) < locks->count)
        return ATTEMPT_DONE;
    if (flock(lock->fd, how | LOCK_NB) == 0)
        return is_still_there(lock) ? ATTEMPT_DONE : ATTEMPT_GONE;
    if (errno == EWOULDBLOCK)
        return ATTEMPT_BUSY;
    folder_error(lock, report, "locked");
    return ATTEMPT_FAILED;
}

static void drop(struct lock *lock) {
    if (lock->fd >= 0)
        close(lock->fd);
    lock->fd = -1;
}

static void forget(struct lock *lock) {
    folders_remove(lock->path, lock->missing);
    drop(lock);
    free(lock->path);
}

/* Attempts until the folder is locked, or missing and to stay so. */
static enum attempt attempts(const struct locks *locks, struct lock *lock,
                             int how, long long deadline_ms,
                             struct report *report) {
    const struct timespec pause = {.tv_nsec = PAUSE_MS * 1000000L};
    const long long begin_ms = clock_ms();
    for (;;) {
        enum attempt outcome = attempt(locks, lock, how, report);
        if (outcome == ATTEMPT_DONE || outcome == ATTEMPT_FAILED ||
            (outcome == ATTEMPT_GONE && how == LOCK_SH))
            return outcome;
        drop(lock);
        if (clock_ms() >= deadline_ms) {
            report_error(report, GEN_FILE, lock->name, 0,
                         "another wsclose-gen is at work in this folder, and "
                         "this one has waited %lld s for it; run this again "
                         "when that one is done",
                         (clock_ms() - begin_ms + 500) / 1000);
            return ATTEMPT_FAILED;
        }
        nanosleep(&pause, NULL);
    }
}

static void remove_made(void *argument) {
    const struct locks *locks = argument;
    for (size_t i = locks->count; i-- > 0;)
        folders_remove(locks->list[i].path, locks->list[i].missing);
}

static int take(struct locks *locks, const char *folder, int how,
                long long deadline_ms, struct report *report, size_t *ret) {
    struct lock lock = {
        .name = folder, .path = memory_alloc(strlen(folder) + 2), .fd = -1};
    strcat(strcpy(lock.path, folder), "/");
    locks->list = memory_append(locks->list, locks->count, sizeof *locks->list);
    memory_at_exhaustion(remove_made, locks);
    enum attempt outcome = attempts(locks, &lock, how, deadline_ms, report);
    *ret = outcome == ATTEMPT_DONE ? find(locks, &lock) : 0;
    if (outcome == ATTEMPT_DONE && *ret == locks->count)
        locks->list[locks->count++] = lock;
    else
        forget(&lock);
    return outcome == ATTEMPT_FAILED ? GEN_FILE : GEN_OK;
}

int locks_take(struct locks *locks, const char *folder, long long deadline_ms,
               struct report *report, size_t *ret) {
    return take(locks, folder, LOCK_EX, deadline_ms, report, ret);
}

int locks_share(struct locks *locks, const char *folder, long long deadline_ms,
                struct report *report) {
    size_t ignored;
    return take(locks, folder, LOCK_SH, deadline_ms, report, &ignored);
}

int locks_folder(const struct locks *locks, size_t number) {
    return locks->list[number].fd;
}

void locks_release(struct locks *locks) {
    memory_at_exhaustion(NULL, NULL);
    while (locks->count)
        forget(&locks->list[--locks->count]);
    free(locks->list);
    *locks = (struct locks){0};
}
