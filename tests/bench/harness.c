/* SPDX-License-Identifier: MIT */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <valgrind/callgrind.h>

enum { CONTENDERS_MAX = 12, SAMPLE_NS = 1000000 };

struct entry {
    unsigned repeats; /* of a run, for a sample that the clock can measure */
    double *samples;
};

static volatile uint64_t sink;

/* Time that this thread had the processor: others may want it too. */
static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static double sample(work *run, const void *input, unsigned repeats) {
    double start = now();
    for (unsigned i = 0; i < repeats; i++)
        sink = run(input);
    return now() - start;
}

static unsigned repeats_of(work *run, const void *input) {
    sample(run, input, 1);
    double once = sample(run, input, 1);
    return once < SAMPLE_NS ? (unsigned)(SAMPLE_NS / (once + 1)) + 1 : 1;
}

static void report(const struct settings *settings, const struct race *race,
                   const char *name, const double *samples) {
    printf("%s\t%s\t%s\t%s", settings->label, race->subject, race->input_name,
           name);
    for (unsigned i = 0; i < settings->rounds; i++)
        printf("\t%.4g", samples[i]);
    putchar('\n');
    fflush(stdout);
}

/* For callgrind: what one run of each takes, after one that fills caches. */
static void count_instructions(const struct settings *settings,
                               const struct race *race,
                               const struct contender *contenders) {
    for (; contenders->run; contenders++) {
        char label[256];
        snprintf(label, sizeof label, "%s\t%s\t%s\t%s\t%zu", settings->label,
                 race->subject, race->input_name, contenders->name,
                 race->operations);
        sink = contenders->run(race->input);
        CALLGRIND_ZERO_STATS;
        sink = contenders->run(race->input);
        CALLGRIND_DUMP_STATS_AT(label);
    }
}

void race_run(const struct settings *settings, const struct race *race,
              const struct contender *contenders) {
    struct entry entries[CONTENDERS_MAX];
    size_t count = 0;
    if (!settings->rounds) {
        count_instructions(settings, race, contenders);
        return;
    }
    for (; contenders[count].run && count < CONTENDERS_MAX; count++) {
        entries[count].repeats = repeats_of(contenders[count].run, race->input);
        entries[count].samples =
            calloc(settings->rounds, sizeof *entries[count].samples);
        if (!entries[count].samples)
            abort();
    }
    for (unsigned round = 0; round < settings->rounds; round++)
        for (size_t i = 0; i < count; i++) {
            const struct entry *entry = &entries[i];
            entry->samples[round] =
                sample(contenders[i].run, race->input, entry->repeats) /
                ((double)entry->repeats * (double)race->operations);
        }
    for (size_t i = 0; i < count; i++) {
        report(settings, race, contenders[i].name, entries[i].samples);
        free(entries[i].samples);
    }
}

/* Marsaglia's xorshift. */
unsigned random_below(unsigned limit) {
    static uint32_t state = 2463534242;
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state % limit;
}
