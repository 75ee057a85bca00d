#define _DEFAULT_SOURCE /* flock */
#include "io/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "io/folders.h"

static int lock_error(const char *folder, struct report *report,
                      const char *what) {
    if (errno == EWOULDBLOCK)
        return report_error(report, GEN_FILE, folder, 0,
                            "another wsclose-gen sync is at work here; run "
                            "this again when it is done");
    return report_error(report, GEN_FILE, folder, 0, "cannot be %s: %s", what,
                        strerror(errno));
}

int lock_take(const char *folder, struct report *report, int *ret) {
    int result = GEN_OK;
    char *locked = folders_deepest(folder);
    *ret = open(locked, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*ret < 0)
        result = lock_error(locked, report, "opened");
    else if (flock(*ret, LOCK_EX | LOCK_NB) != 0)
        result = lock_error(locked, report, "locked");
    free(locked);
    return result;
}

void lock_release(int lock) {
    if (lock >= 0)
        close(lock);
}
