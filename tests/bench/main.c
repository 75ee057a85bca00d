/* SPDX-License-Identifier: MIT */
/* bench ROUNDS LABEL: runs the races on one processor; in 0 rounds callgrind
   counts their instructions. */
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>

#include "codes.h"
#include "races.h"

/* The last one that it may run on: the first is where interrupts go. */
static void pin(void) {
    cpu_set_t allowed, one;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
        return;
    CPU_ZERO(&one);
    for (int cpu = CPU_SETSIZE - 1; cpu >= 0; cpu--)
        if (CPU_ISSET(cpu, &allowed)) {
            CPU_SET(cpu, &one);
            break;
        }
    if (sched_setaffinity(0, sizeof one, &one) != 0)
        perror("bench: not pinned");
}

int main(int argc, char **argv) {
    if (argc != 3 || atoi(argv[1]) < 0) {
        fputs("usage: bench ROUNDS LABEL\n", stderr);
        return 2;
    }
    struct settings settings = {(unsigned)atoi(argv[1]), argv[2]};
    pin();
    codes_fill();
    names_race(&settings);
    predicates_race(&settings);
    spellings_race(&settings);
    payloads_race(&settings);
    formats_race(&settings);
}
