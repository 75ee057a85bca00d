/* SPDX-License-Identifier: MIT */
/*
 * Contenders for the same work, timed in turn: every round times each of them
 * once, so that what slows the machine slows all of them.
 */
#ifndef BENCH_HARNESS_H
#define BENCH_HARNESS_H

#include <stddef.h>
#include <stdint.h>

/* Does the work once for each element of the input, and returns a value that
   depends on all of it. */
typedef uint64_t work(const void *input);

struct contender {
    const char *name;
    work *run;
};

struct race {
    const char *subject, *input_name;
    const void *input;
    size_t operations; /* in one run */
};

/* How many rounds, and what every line begins with. None: each runs twice, the
   second time with a dump of callgrind that the line names. */
struct settings {
    unsigned rounds;
    const char *label;
};

/* Prints a line for each contender, ended by NULL: label, subject, input, name
   and the nanoseconds of one operation in every round, apart by tabs. */
void race_run(const struct settings *settings, const struct race *race,
              const struct contender *contenders);

/* The same numbers on every machine. */
unsigned random_below(unsigned limit);

#endif
