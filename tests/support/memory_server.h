/* SPDX-License-Identifier: MIT */
/* A program that runs whenever it is asked to, and is refused some of the
   memory that it asks for. What it writes is in stdout and stderr of its
   folder. */
#ifndef TESTS_MEMORY_SERVER_H
#define TESTS_MEMORY_SERVER_H

#include <sys/types.h>

#include "support/memory_fault.h"
#include "support/workshop.h"

struct memory_server {
    struct workshop *workshop;
    pid_t pid;
    int orders, results;
};

struct memory_server memory_server_open(struct workshop *workshop,
                                        const char *const *argv);
void memory_server_close(const struct memory_server *server);

/* Runs it once. */
struct memory_result memory_server_run(const struct memory_server *server,
                                       struct memory_order order);

#endif
