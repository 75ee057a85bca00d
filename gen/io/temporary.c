#define _DEFAULT_SOURCE /* flock */
#include "io/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/folders.h"
#include "base/memory.h"

/* What the names of temporary files have behind those of the files. */
#define SUFFIX ".wsclose-"
#define SUFFIX_RANDOM "XXXXXX"

static bool is_temporary_of(const char *name, const char *file) {
    size_t len = strlen(file);
    return strncmp(name, file, len) == 0 &&
           strncmp(name + len, SUFFIX, strlen(SUFFIX)) == 0 &&
           strlen(name + len) == strlen(SUFFIX SUFFIX_RANDOM);
}

/* A temporary file is locked while its writer lives. One that can be locked is
   what somebody left who was killed. */
static void remove_if_left(int folder, const char *name) {
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        (void)unlinkat(folder, name, 0);
    close(fd);
}

void temporary_remove_left(char *path) {
    const char *slash = strrchr(path, '/');
    int folder = folders_open_last(path);
    DIR *entries = folder < 0 ? NULL : fdopendir(folder);
    if (!entries) {
        if (folder >= 0)
            close(folder);
        return;
    }
    for (struct dirent *entry; (entry = readdir(entries));)
        if (is_temporary_of(entry->d_name, slash ? slash + 1 : path))
            remove_if_left(dirfd(entries), entry->d_name);
    closedir(entries);
}

/* The mode that a new file would get, or that the file there is has. */
static mode_t mode_of(const char *path) {
    struct stat held;
    if (stat(path, &held) == 0)
        return held.st_mode & 07777;
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

static bool fill(int fd, const char *path, const char *bytes, size_t len) {
    return flock(fd, LOCK_EX | LOCK_NB) == 0 && write_all(fd, bytes, len) &&
           fchmod(fd, mode_of(path)) == 0 && fsync(fd) == 0;
}

static int file_error(struct report *report, const char *path,
                      const char *what) {
    return report_error(report, GEN_FILE, path, 0, "cannot be %s: %s", what,
                        strerror(errno));
}

void temporary_prepare(const char *path, struct temporary *ret) {
    ret->name = memory_resize(NULL, strlen(path) + sizeof SUFFIX SUFFIX_RANDOM);
    strcat(strcpy(ret->name, path), SUFFIX SUFFIX_RANDOM);
    ret->lock = -1;
}

int temporary_write(char *path, const char *bytes, size_t len,
                    struct report *report, struct temporary *ret) {
    ret->missing = folders_missing(path);
    int result = folders_make(path, report);
    if (result < 0)
        return result;
    ret->lock = mkstemp(ret->name);
    if (ret->lock < 0)
        return file_error(report, path, "written");
    ret->is_there = true;
    return fill(ret->lock, path, bytes, len)
               ? GEN_OK
               : file_error(report, path, "written");
}

/* A rename lasts once its folder is on the disk. Not every file system can sync
   a folder; the rename stands all the same. */
static void sync_folder(char *path) {
    int fd = folders_open_last(path);
    if (fd < 0)
        return;
    (void)fsync(fd);
    close(fd);
}

int temporary_rename(struct temporary *temporary, char *path,
                     struct report *report) {
    if (rename(temporary->name, path) != 0)
        return file_error(report, path, "replaced");
    temporary->is_there = false;
    sync_folder(path);
    return GEN_OK;
}

void temporary_drop(struct temporary *temporary) {
    if (temporary->is_there)
        (void)unlink(temporary->name);
    temporary->is_there = false;
    if (temporary->lock >= 0)
        close(temporary->lock);
    temporary->lock = -1;
    free(temporary->name);
    temporary->name = NULL;
}
