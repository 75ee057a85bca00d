/* SPDX-License-Identifier: MIT */
#include "io/folders.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

/* Makes all of them, or stops with the path ended behind the one that cannot
   be made. */
static bool make_all(char *path) {
    for (char *at = strchr(path + 1, '/'); at; at = strchr(at + 1, '/')) {
        *at = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            return false;
        *at = '/';
    }
    return true;
}

/* Another run that fails removes the empty folders that it made, between two
   steps of this one perhaps: then it begins anew. */
int folders_make(char *path, struct report *report) {
    const size_t len = strlen(path);
    for (int left = 3; !make_all(path); left--) {
        int error = errno;
        if (error == ENOENT && left) {
            path[strlen(path)] = '/';
            continue;
        }
        report_error(report, GEN_FILE, path, 0, "cannot be made: %s",
                     strerror(error));
        if (strlen(path) < len)
            path[strlen(path)] = '/';
        return GEN_FILE;
    }
    return GEN_OK;
}

size_t folders_missing(char *path) {
    struct stat info;
    size_t ret = 0;
    for (char *at = strchr(path + 1, '/'); at && !ret;
         at = strchr(at + 1, '/')) {
        *at = '\0';
        if (stat(path, &info) != 0 && errno == ENOENT)
            ret = (size_t)(at - path);
        *at = '/';
    }
    return ret;
}

void folders_remove(char *path, size_t missing) {
    for (size_t at = strlen(path); missing && at-- > missing;)
        if (path[at] == '/') {
            path[at] = '\0';
            (void)rmdir(path);
            path[at] = '/';
        }
}

char *folders_last(const char *path) {
    const char *slash = strrchr(path, '/');
    if (!slash)
        return memory_text(".");
    char *folder = memory_text(path);
    folder[slash == path ? 1 : slash - path] = '\0';
    return folder;
}

const char *folders_behind(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}
