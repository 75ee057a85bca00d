/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* statx */
#include "io/place.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "io/folders.h"

static struct place place_of(const struct stat *file) {
    return (struct place){file->st_dev, file->st_ino};
}

/* Where a stream goes is written to by others too. */
static bool is_where(int stream, const struct stat *file) {
    struct place place = place_of(file), of_stream;
    return place_identify_open(stream, &of_stream) &&
           place_is_same(&place, &of_stream);
}

static int check_file(const char *path, const struct stat *file,
                      struct report *report) {
    if (!S_ISREG(file->st_mode))
        return report_error(report, GEN_FILE, path, 0,
                            "is there and is no file; move it away or write "
                            "elsewhere");
    if (is_where(STDOUT_FILENO, file) || is_where(STDERR_FILENO, file))
        return report_error(report, GEN_USAGE, path, 0,
                            "is where standard output or standard error goes; "
                            "name another file to write");
    return GEN_OK;
}

static int resolve(const char *path, struct report *report, char **ret) {
    *ret = realpath(path, NULL);
    if (*ret)
        return GEN_OK;
    if (errno == ENOMEM)
        memory_exhausted();
    return report_error(report, GEN_FILE, path, 0,
                        "is a symbolic link that leads nowhere (%s); remove it "
                        "or make the file that it names",
                        strerror(errno));
}

/* Where everybody may write, a link that another user made may lead to any file
   of ours: not every kernel refuses to follow it. */
static bool is_strangers(const char *path, const struct stat *link) {
    struct stat folder;
    char *name = folders_last(path);
    bool ret = stat(name, &folder) == 0 && (folder.st_mode & S_IWOTH) &&
               link->st_uid != geteuid() && link->st_uid != folder.st_uid;
    free(name);
    return ret;
}

int place_find(const char *path, struct report *report, char **ret) {
    struct stat file;
    size_t len = strlen(path);
    *ret = NULL;
    if (len && path[len - 1] == '/')
        return report_error(report, GEN_USAGE, path, 0,
                            "names a folder; name a file to write");
    if (lstat(path, &file) != 0) {
        if (errno != ENOENT)
            return report_error(report, GEN_FILE, path, 0,
                                "cannot be written: %s", strerror(errno));
        *ret = memory_text(path);
        return GEN_OK;
    }
    bool is_link = S_ISLNK(file.st_mode);
    if (is_link && is_strangers(path, &file))
        return report_error(report, GEN_FILE, path, 0,
                            "is a symbolic link that another user made where "
                            "everybody may write; write elsewhere");
    if (is_link && stat(path, &file) != 0)
        return resolve(path, report, ret);
    int result = check_file(path, &file, report);
    if (result < 0)
        return result;
    if (is_link)
        return resolve(path, report, ret);
    *ret = memory_text(path);
    return GEN_OK;
}

int place_check(const char *path, struct report *report) {
    char *found;
    int result = place_find(path, report, &found);
    free(found);
    return result;
}

int place_mount_error(const char *path, struct report *report) {
    return report_error(report, GEN_FILE, path, 0,
                        "is mounted by itself, so that it cannot be replaced; "
                        "mount the folder that it is in");
}

int place_check_mount(const char *path, struct report *report) {
#ifdef STATX_TYPE
    enum { MOUNT_ROOT = 0x2000 /* STATX_ATTR_, which musl has no name for */ };
    struct statx info;
    if (statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, 0, &info) == 0 &&
        (info.stx_attributes & MOUNT_ROOT))
        return place_mount_error(path, report);
#else
    (void)path, (void)report; /* then the rename says so */
#endif
    return GEN_OK;
}

bool place_identify(const char *path, struct place *ret) {
    struct stat file;
    if (stat(path, &file) != 0)
        return false;
    *ret = place_of(&file);
    return true;
}

bool place_identify_open(int fd, struct place *ret) {
    struct stat file;
    if (fstat(fd, &file) != 0)
        return false;
    *ret = place_of(&file);
    return true;
}

bool place_is_same(const struct place *place, const struct place *other) {
    return place->device == other->device && place->inode == other->inode;
}
