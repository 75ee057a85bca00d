/* SPDX-License-Identifier: MIT */
/* What memory_server.c and the library that it preloads tell each other. */
#ifndef TESTS_MEMORY_FAULT_H
#define TESTS_MEMORY_FAULT_H

#include <stdbool.h>

struct memory_order {
    unsigned long at; /* the request that is refused; 0: none */
    bool goes_on;     /* and all behind it */
};

struct memory_result {
    bool returned; /* main() did, and what follows is known */
    int status;    /* as from waitpid() */
    unsigned long requests;
    long held; /* blocks that were not freed */
};

#endif
