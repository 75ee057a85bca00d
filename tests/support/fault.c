/* SPDX-License-Identifier: MIT */
/*
 * Preloaded into wsclose-gen: counts its calls that concern files, and at one
 * of them does harm.
 *
 *     FAULT_LOG=FILE    the name of each call becomes a line of this file
 *     FAULT_AT=N        harm is done at the N-th call:
 *     FAULT_HOW=kill    the program ends there
 *     FAULT_HOW=int     an interrupt arrives, and the call goes on; hup, quit
 *                       and term: another signal
 *     FAULT_HOW=short   a write takes one byte alone
 *     FAULT_HOW=NUMBER  the call fails with this errno
 */
#define _DEFAULT_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static unsigned calls;
static bool is_at_work; /* constructors of libraries are not counted */

static void log_call(const char *name) {
    const char *path = getenv("FAULT_LOG");
    char line[64];
    if (!path)
        return;
    int len = snprintf(line, sizeof line, "%s\n", name);
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path,
                          O_WRONLY | O_APPEND | O_CREAT, 0666);
    if (fd < 0 || syscall(SYS_write, fd, line, len) != len)
        abort();
    syscall(SYS_close, fd);
}

/* Sends the signal that is asked for, if one is. */
static void interrupt(const char *how) {
    static const struct {
        const char *how;
        int number;
    } signals[] = {{"kill", SIGKILL},
                   {"int", SIGINT},
                   {"hup", SIGHUP},
                   {"quit", SIGQUIT},
                   {"term", SIGTERM}};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (strcmp(how, signals[i].how) == 0)
            kill(getpid(), signals[i].number);
}

/* Is this the call, and is it to fail? errno is set then. */
static bool fails(const char *name) {
    const char *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW");
    if (!is_at_work)
        return false;
    log_call(name);
    if (++calls != (at ? (unsigned)atoi(at) : 0) || !how)
        return false;
    interrupt(how);
    errno = atoi(how);
    return errno != 0;
}

static bool is_short(void) {
    const char *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW");
    return at && how && calls == (unsigned)atoi(at) &&
           strcmp(how, "short") == 0;
}

static bool is_folder(int fd) {
    struct stat info;
    return fstat(fd, &info) == 0 && S_ISDIR(info.st_mode);
}

__attribute__((constructor)) static void start(void) {
    is_at_work = true;
}

/* What the C library does with them, without it. */

int open(const char *path, int flags, ...) {
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
    va_end(args);
    /* the libraries' own files have whole paths */
    if (*path != '/' && fails(flags & O_DIRECTORY ? "open folder" : "open"))
        return -1;
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int mkstemp(char *name) {
    static unsigned made;
    char suffix[7];
    if (fails("mkstemp"))
        return -1;
    snprintf(suffix, sizeof suffix, "%06u", made++);
    memcpy(name + strlen(name) - 6, suffix, 6);
    return (int)syscall(SYS_openat, AT_FDCWD, name, O_RDWR | O_CREAT | O_EXCL,
                        0600);
}

ssize_t write(int fd, const void *bytes, size_t len) {
    if (fails("write"))
        return -1;
    return syscall(SYS_write, fd, bytes, is_short() ? 1 : len);
}

int fchmod(int fd, mode_t mode) {
    return fails("fchmod") ? -1 : (int)syscall(SYS_fchmod, fd, mode);
}

int fsync(int fd) {
    if (fails(is_folder(fd) ? "fsync folder" : "fsync"))
        return -1;
    return 0; /* the power stays on */
}

int flock(int fd, int how) {
    return fails("flock") ? -1 : (int)syscall(SYS_flock, fd, how);
}

int rename(const char *from, const char *to) {
    if (fails("rename"))
        return -1;
    return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int mkdir(const char *path, mode_t mode) {
    struct stat info;
    /* one that is there fails as it does */
    if (stat(path, &info) != 0 && fails("mkdir"))
        return -1;
    return (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}
