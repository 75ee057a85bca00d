/* SPDX-License-Identifier: MIT */
#include "io/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "io/place.h"

#define PREFIX ".wsclose-"
#define RANDOM "XXXXXX"

static bool is_temporary(const char *name) {
    return strncmp(name, PREFIX, strlen(PREFIX)) == 0 &&
           strlen(name) == strlen(PREFIX RANDOM);
}

void temporary_remove_left(int folder) {
    int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = fd < 0 ? NULL : fdopendir(fd);
    if (!entries) {
        if (fd >= 0)
            close(fd);
        return;
    }
    for (struct dirent *entry; (entry = readdir(entries));)
        if (is_temporary(entry->d_name))
            (void)unlinkat(fd, entry->d_name, 0);
    closedir(entries);
}

/* The mode that a new file would get, or that the file there is has. */
static mode_t mode_of(const char *path) {
    struct stat current;
    if (stat(path, &current) == 0)
        return current.st_mode & 07777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool write_all(int fd, const char *bytes, size_t len) {
    while (len) {
        ssize_t written = write(fd, bytes, len);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        len -= (size_t)written;
    }
    return true;
}

void temporary_prepare(const char *path, struct temporary *ret) {
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash + 1 - path) : 0;
    ret->name = memory_alloc(folder + sizeof PREFIX RANDOM);
    memcpy(ret->name, path, folder);
    strcpy(ret->name + folder, PREFIX RANDOM);
}

int temporary_write(const char *path, const char *bytes, size_t len,
                    struct report *report, struct temporary *ret) {
    int fd = mkstemp(ret->name);
    ret->is_there = fd >= 0;
    bool is_written = fd >= 0 && write_all(fd, bytes, len) &&
                      fchmod(fd, mode_of(path)) == 0 && fsync(fd) == 0;
    int result = is_written
                     ? GEN_OK
                     : report_error(report, GEN_FILE, path, 0,
                                    "cannot be written: %s", strerror(errno));
    if (fd >= 0)
        close(fd);
    return result;
}

int temporary_rename(struct temporary *temporary, const char *path,
                     struct report *report) {
    if (rename(temporary->name, path) == 0) {
        temporary->is_there = false;
        return GEN_OK;
    }
    if (errno == EBUSY || errno == EXDEV)
        return place_mount_error(path, report);
    return report_error(report, GEN_FILE, path, 0, "cannot be replaced: %s",
                        strerror(errno));
}

void temporary_remove(struct temporary *temporary) {
    if (temporary->is_there)
        (void)unlink(temporary->name);
    temporary->is_there = false;
}
