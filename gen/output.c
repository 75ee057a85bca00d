#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "memory.h"

void outputs_add(struct outputs *outputs, const char *path, char *bytes,
                 size_t len) {
    outputs->list =
        memory_append(outputs->list, outputs->count, sizeof *outputs->list);
    char *copy = strcpy(memory_resize(NULL, strlen(path) + 1), path);
    outputs->list[outputs->count++] =
        (struct output){.path = copy, .bytes = bytes, .len = len};
}

size_t outputs_changed(const struct outputs *outputs) {
    size_t count = 0;
    for (size_t i = 0; i < outputs->count; i++)
        count += outputs->list[i].changed;
    return count;
}

void outputs_free(struct outputs *outputs) {
    for (size_t i = 0; i < outputs->count; i++) {
        free(outputs->list[i].path);
        free(outputs->list[i].bytes);
        free(outputs->list[i].temporary);
    }
    free(outputs->list);
    *outputs = (struct outputs){0};
}

static int file_error(struct report *report, const char *path,
                      const char *what) {
    return report_error(report, GEN_FILE, path, 0, "cannot be %s: %s", what,
                        strerror(errno));
}

/* The file that is there, whatever its size. */
static int read_held(const struct output *output, struct report *report,
                     struct file *ret) {
    return file_read_if_there(output->path, (size_t)-1, report, ret);
}

static bool is_same(const struct output *output, const struct file *held) {
    return held->bytes && held->len == output->len &&
           memcmp(held->bytes, output->bytes, output->len) == 0;
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

static int write_temporary(struct output *output, struct report *report) {
    static const char suffix[] = ".XXXXXX";
    int result = file_make_folders(output->path, report);
    if (result < 0)
        return result;
    char *name = memory_resize(NULL, strlen(output->path) + sizeof suffix);
    strcat(strcpy(name, output->path), suffix);
    int fd = mkstemp(name);
    if (fd < 0) {
        free(name);
        return file_error(report, output->path, "written");
    }
    output->temporary = name;
    bool whole = write_all(fd, output->bytes, output->len) &&
                 fchmod(fd, mode_of(output->path)) == 0 && fsync(fd) == 0;
    if (!whole)
        result = file_error(report, output->path, "written");
    if (close(fd) != 0 && whole)
        result = file_error(report, output->path, "written");
    return result;
}

static int write_temporaries(struct outputs *outputs, struct report *report) {
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->count && result == GEN_OK; i++) {
        struct output *output = &outputs->list[i];
        struct file held;
        result = read_held(output, report, &held);
        if (result < 0)
            break;
        output->changed = !is_same(output, &held);
        file_free(&held);
        if (output->changed)
            result = write_temporary(output, report);
    }
    return result;
}

/* A rename lasts once its folder is on the disk. Not every file system can sync
   a folder; the rename stands all the same. */
static void sync_folder(const char *path) {
    char *copy = strcpy(memory_resize(NULL, strlen(path) + 1), path);
    int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
    free(copy);
}

static int rename_all(struct outputs *outputs, struct report *report) {
    for (size_t i = 0; i < outputs->count; i++) {
        struct output *output = &outputs->list[i];
        if (!output->temporary)
            continue;
        if (rename(output->temporary, output->path) != 0)
            return file_error(report, output->path, "replaced");
        free(output->temporary);
        output->temporary = NULL;
        sync_folder(output->path);
    }
    return GEN_OK;
}

int outputs_commit(struct outputs *outputs, struct report *report) {
    int result = write_temporaries(outputs, report);
    if (result == GEN_OK)
        result = rename_all(outputs, report);
    for (size_t i = 0; i < outputs->count; i++) {
        struct output *output = &outputs->list[i];
        if (output->temporary)
            (void)unlink(output->temporary);
        free(output->temporary);
        output->temporary = NULL;
    }
    return result;
}

/* Says the first line that differs, of what is held and of what should be. */
static void report_first_difference(const struct output *output,
                                    const struct file *held,
                                    struct report *report) {
    const char *a = held->bytes, *b = output->bytes;
    long line = 1;
    for (;;) {
        size_t a_len = strcspn(a, "\n"), b_len = strcspn(b, "\n");
        if (a_len != b_len || memcmp(a, b, a_len) != 0 || !a[a_len] ||
            !b[b_len]) {
            report_error(report, GEN_DRIFT, output->path, line,
                         "is not what the data says; run wsclose-gen generate");
            report_note(report, "-%.*s", (int)a_len, a);
            report_note(report, "+%.*s", (int)b_len, b);
            return;
        }
        a += a_len + 1;
        b += b_len + 1;
        line++;
    }
}

int outputs_check(const struct outputs *outputs, struct report *report) {
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->count; i++) {
        const struct output *output = &outputs->list[i];
        struct file held;
        int read = read_held(output, report, &held);
        if (read < 0)
            return read;
        if (!held.bytes)
            result = report_error(report, GEN_DRIFT, output->path, 0,
                                  "is missing; run wsclose-gen generate");
        else if (!is_same(output, &held)) {
            report_first_difference(output, &held, report);
            result = GEN_DRIFT;
        }
        file_free(&held);
    }
    return result;
}
