#define _DEFAULT_SOURCE /* flock */
#include "output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "memory.h"

/* What the names of temporary files have behind those of the files. */
#define SUFFIX ".wsclose-"
#define SUFFIX_RANDOM "XXXXXX"

static char *copied(const char *text) {
    return strcpy(memory_resize(NULL, strlen(text) + 1), text);
}

void outputs_add(struct outputs *outputs, const char *path, char *bytes,
                 size_t len) {
    outputs->list =
        memory_append(outputs->list, outputs->count, sizeof *outputs->list);
    outputs->list[outputs->count++] =
        (struct output){copied(path), bytes, len, .lock = -1};
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

size_t folders_missing(const char *path) {
    struct stat info;
    char *folder = copied(path);
    size_t ret = 0;
    for (char *at = strchr(folder + 1, '/'); at && !ret;
         at = strchr(at + 1, '/')) {
        *at = '\0';
        if (stat(folder, &info) != 0 && errno == ENOENT)
            ret = (size_t)(at - folder);
        *at = '/';
    }
    free(folder);
    return ret;
}

void folders_remove(const char *path, size_t missing) {
    char *folder = copied(path);
    char *end = strrchr(folder, '/');
    for (; missing && end && (size_t)(end - folder) >= missing;
         end = strrchr(folder, '/')) {
        *end = '\0';
        (void)rmdir(folder);
    }
    free(folder);
}

/* The folder of a file. */
static char *folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    if (!slash)
        return copied(".");
    char *folder = copied(path);
    folder[slash == path ? 1 : slash - path] = '\0';
    return folder;
}

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

static void remove_left(const char *path) {
    const char *slash = strrchr(path, '/');
    char *folder = folder_of(path);
    DIR *entries = opendir(folder);
    free(folder);
    if (!entries)
        return;
    for (struct dirent *entry; (entry = readdir(entries));)
        if (is_temporary_of(entry->d_name, slash ? slash + 1 : path))
            remove_if_left(dirfd(entries), entry->d_name);
    closedir(entries);
}

static bool fill_temporary(struct output *output) {
    return flock(output->lock, LOCK_EX | LOCK_NB) == 0 &&
           write_all(output->lock, output->bytes, output->len) &&
           fchmod(output->lock, mode_of(output->path)) == 0 &&
           fsync(output->lock) == 0;
}

static int write_temporary(struct output *output, struct report *report) {
    output->missing = folders_missing(output->path);
    int result = file_make_folders(output->path, report);
    if (result < 0)
        return result;
    char *name =
        memory_resize(NULL, strlen(output->path) + sizeof SUFFIX SUFFIX_RANDOM);
    strcat(strcpy(name, output->path), SUFFIX SUFFIX_RANDOM);
    output->lock = mkstemp(name);
    if (output->lock < 0) {
        result = file_error(report, output->path, "written");
        free(name);
        return result;
    }
    output->temporary = name;
    return fill_temporary(output) ? GEN_OK
                                  : file_error(report, output->path, "written");
}

static int write_temporaries(struct outputs *outputs, struct report *report) {
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->count && result == GEN_OK; i++) {
        struct output *output = &outputs->list[i];
        struct file held;
        remove_left(output->path);
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
    char *folder = folder_of(path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
    free(folder);
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

/* Temporary files that were not renamed go, and folders made for them. */
static void clean_up(struct outputs *outputs) {
    for (size_t i = outputs->count; i-- > 0;) {
        struct output *output = &outputs->list[i];
        if (output->temporary)
            (void)unlink(output->temporary);
        free(output->temporary);
        output->temporary = NULL;
        if (output->lock >= 0)
            close(output->lock);
        output->lock = -1;
    }
    for (size_t i = outputs->count; i-- > 0;)
        folders_remove(outputs->list[i].path, outputs->list[i].missing);
}

struct signals {
    sigset_t mask;
    struct sigaction file_size;
};

/* Signals that end the program wait; a file over the process's limit is an
   error of write(). */
static void hold_signals(struct signals *ret) {
    static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    sigset_t mask;
    sigemptyset(&mask);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        sigaddset(&mask, ending[i]);
    sigprocmask(SIG_BLOCK, &mask, &ret->mask);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGXFSZ, &ignore, &ret->file_size);
}

static void release_signals(const struct signals *signals) {
    sigaction(SIGXFSZ, &signals->file_size, NULL);
    sigprocmask(SIG_SETMASK, &signals->mask, NULL);
}

int outputs_commit(struct outputs *outputs, struct report *report) {
    struct signals signals;
    hold_signals(&signals);
    int result = write_temporaries(outputs, report);
    if (result == GEN_OK)
        result = rename_all(outputs, report);
    clean_up(outputs);
    release_signals(&signals);
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
