/* SPDX-License-Identifier: MIT */
/* A program that is started, listened to and waited for. */
#ifndef GEN_CHILD_H
#define GEN_CHILD_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct child {
    pid_t pid;
    int lifeline; /* the child's standard input ends when this is closed */
    int out;      /* the child's standard output and standard error */
    struct sigaction reaping;
};

/* 0 or an errno. shared: a descriptor that the child has as shared_as, 3 or
   above; or -1. */
int child_start(const char *path, char *const *argv, int shared, int shared_as,
                struct child *ret);

/* Reads what the child writes to its end, max bytes at most; they are *ret, to
   be freed, with a NUL behind them. False if there are more, or the time of
   clock_ms() is up: the child is killed then. */
bool child_read(struct child *child, long long deadline_ms, size_t max,
                char **ret, size_t *len);

/* Waits for the child's end; the status is that of waitpid(). */
int child_end(struct child *child);

#endif
