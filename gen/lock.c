#define _DEFAULT_SOURCE /* flock */
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "folders.h"

int lock_take(const char *folder, struct report *report, struct lock *ret) {
    *ret = (struct lock){.fd = -1};
    ret->below = arena_printf(&ret->arena, "%s/", folder);
    ret->missing = folders_missing(ret->below);
    int made = folders_make(ret->below, report);
    if (made < 0)
        return made;
    ret->fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (ret->fd < 0)
        return report_error(report, GEN_FILE, folder, 0, "cannot be opened: %s",
                            strerror(errno));
    if (flock(ret->fd, LOCK_EX | LOCK_NB) == 0)
        return GEN_OK;
    return errno == EWOULDBLOCK
               ? report_error(report, GEN_FILE, folder, 0,
                              "another wsclose-gen sync is at work here; run "
                              "this again when it is done")
               : report_error(report, GEN_FILE, folder, 0,
                              "cannot be locked: %s", strerror(errno));
}

void lock_release(struct lock *lock) {
    if (lock->below)
        folders_remove(lock->below, lock->missing);
    if (lock->below && lock->fd >= 0)
        close(lock->fd);
    arena_free(&lock->arena);
    *lock = (struct lock){.fd = -1};
}
