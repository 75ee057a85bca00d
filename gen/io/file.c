/* SPDX-License-Identifier: MIT */
#include "io/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

int file_too_large(const char *path, size_t max, struct report *report) {
    return report_error(
        report, GEN_BAD_DOCUMENT, path, 0, "is over %zu bytes long; %s", max,
        max != FILE_MAX_SIZE ? "if it is meant to be, raise the limit with "
                               "--max-size"
                             : "wsclose-gen writes no such file: restore it");
}

static int read_all(int fd, size_t max, struct report *report,
                    struct file *ret) {
    size_t room = 64 * 1024;
    ret->bytes = memory_alloc(room + 1);
    for (;;) {
        ssize_t got = read(fd, ret->bytes + ret->len, room - ret->len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return report_error(report, GEN_FILE, ret->path, 0,
                                "cannot be read: %s", strerror(errno));
        if (got == 0)
            break;
        ret->len += (size_t)got;
        if (ret->len > max)
            return file_too_large(ret->path, max, report);
        if (ret->len == room)
            ret->bytes = memory_resize(ret->bytes, (room *= 2) + 1);
    }
    ret->bytes[ret->len] = '\0';
    return GEN_OK;
}

int file_read_if_there(const char *path, size_t max, struct report *report,
                       struct file *ret) {
    *ret = (struct file){.path = path};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return GEN_OK;
    if (fd < 0)
        return report_error(
            report, GEN_FILE, path, 0,
            "cannot be opened: %s; see that it is a file that may be read",
            strerror(errno));
    int result = read_all(fd, max, report, ret);
    close(fd);
    if (result < 0)
        file_free(ret);
    return result;
}

int file_read(const char *path, size_t max, struct report *report,
              struct file *ret) {
    int result = file_read_if_there(path, max, report, ret);
    if (result == GEN_OK && !ret->bytes)
        return report_error(report, GEN_FILE, path, 0,
                            "there is no such file; name one that exists");
    return result;
}

void file_free(struct file *file) {
    free(file->bytes);
    file->bytes = NULL;
    file->len = 0;
}

bool file_is_regular(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

bool file_is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool file_is_missing(const char *path) {
    return access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR);
}
