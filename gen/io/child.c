/* SPDX-License-Identifier: MIT */
#include "io/child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/memory.h"

extern char **environ;

enum { FIRST_FD = 10 /* above those that a child has by number */ };

static void close_both(const int ends[2]) {
    for (int i = 0; i < 2; i++)
        if (ends[i] >= 0)
            close(ends[i]);
}

/* A pipe that no other program inherits. */
static int open_pipe(int ret[2]) {
    int low[2];
    ret[0] = ret[1] = -1;
    if (pipe(low) != 0)
        return errno;
    int error = 0;
    for (int i = 0; i < 2 && !error; i++) {
        ret[i] = fcntl(low[i], F_DUPFD_CLOEXEC, FIRST_FD);
        error = ret[i] < 0 ? errno : 0;
    }
    close_both(low);
    if (error)
        close_both(ret);
    return error;
}

static int spawn(const char *path, char *const *argv, const int fds[4],
                 int shared_as, pid_t *ret) {
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);
    if (error)
        return error;
    /* the shared one may be one of the others' numbers: it comes first */
    const int numbers[4] = {shared_as, STDIN_FILENO, STDOUT_FILENO,
                            STDERR_FILENO};
    for (int i = 0; i < 4 && !error; i++)
        if (fds[i] >= 0)
            error =
                posix_spawn_file_actions_adddup2(&actions, fds[i], numbers[i]);
    if (!error)
        error = posix_spawn(ret, path, &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

int child_start(const char *path, char *const *argv, int shared, int shared_as,
                struct child *ret) {
    int in[2], out[2];
    int error = open_pipe(in);
    if (error)
        return error;
    error = open_pipe(out);
    if (error) {
        close_both(in);
        return error;
    }
    /* whoever ignores SIGCHLD is never told how a child ended */
    struct sigaction by_default = {.sa_handler = SIG_DFL};
    sigaction(SIGCHLD, &by_default, &ret->reaping);
    error = spawn(path, argv, (const int[]){shared, in[0], out[1], out[1]},
                  shared_as, &ret->pid);
    close(in[0]);
    close(out[1]);
    ret->lifeline = in[1];
    ret->out = out[0];
    if (error) {
        close(ret->lifeline);
        close(ret->out);
        sigaction(SIGCHLD, &ret->reaping, NULL);
    }
    return error;
}

/* Is there something to read before the deadline? */
static bool wait_for_bytes(int fd, long long deadline_ms) {
    struct pollfd end = {fd, POLLIN, 0};
    for (;;) {
        long long left = deadline_ms - clock_ms();
        int ready = poll(&end, 1,
                         left < 0         ? 0
                         : left > INT_MAX ? INT_MAX
                                          : (int)left);
        if (ready >= 0 || errno != EINTR)
            return ready > 0;
    }
}

static ssize_t read_some(int fd, char *bytes, size_t size) {
    ssize_t got;
    do
        got = read(fd, bytes, size);
    while (got < 0 && errno == EINTR);
    return got;
}

bool child_read(struct child *child, long long deadline_ms, size_t max,
                char **ret, size_t *len) {
    size_t room = 32 * 1024;
    ssize_t got = 1;
    *ret = memory_alloc(room + 1);
    *len = 0;
    while (*len <= max && wait_for_bytes(child->out, deadline_ms) &&
           (got = read_some(child->out, *ret + *len, room - *len)) > 0) {
        *len += (size_t)got;
        if (*len == room)
            *ret = memory_resize(*ret, (room *= 2) + 1);
    }
    (*ret)[*len] = '\0';
    if (got == 0)
        return true;
    kill(child->pid, SIGKILL);
    return false;
}

int child_end(struct child *child) {
    int status = -1;
    while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    close(child->lifeline);
    close(child->out);
    sigaction(SIGCHLD, &child->reaping, NULL);
    return status;
}
