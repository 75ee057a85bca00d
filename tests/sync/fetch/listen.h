/* SPDX-License-Identifier: MIT */
/* What the servers of the tests share. */
#ifndef TESTS_FETCH_LISTEN_H
#define TESTS_FETCH_LISTEN_H

/* No server of a test outlives this many seconds. */
enum { LIFETIME = 480 };

/* Listens on a free port of the loopback, which goes to standard output as a
   line. Handles each connection in a process of its own. Does not return. */
_Noreturn void listen_and_serve(void (*handle)(int fd, void *data), void *data);

/* Connects to a port of the loopback; -1 if nobody listens. */
int connect_to(int port);

/* Adds a line to a file. */
void log_line(const char *path, const char *line);

#endif
