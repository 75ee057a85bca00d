#define _DEFAULT_SOURCE /* flock */
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "file.h"
#include "memory.h"

int lock_take(const char *folder, struct report *report, int *ret) {
    struct arena arena = {0};
    int made = file_make_folders(arena_printf(&arena, "%s/.", folder), report);
    arena_free(&arena);
    if (made < 0)
        return made;
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return report_error(report, GEN_FILE, folder, 0, "cannot be opened: %s",
                            strerror(errno));
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        int result =
            errno == EWOULDBLOCK
                ? report_error(report, GEN_FILE, folder, 0,
                               "another wsclose-gen sync is at work here; run "
                               "this again when it is done")
                : report_error(report, GEN_FILE, folder, 0,
                               "cannot be locked: %s", strerror(errno));
        close(fd);
        return result;
    }
    *ret = fd;
    return GEN_OK;
}

void lock_release(int lock) {
    if (lock >= 0)
        close(lock);
}
