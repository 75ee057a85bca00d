/* SPDX-License-Identifier: MIT */
/* Progress on a terminal, for a person who waits. */
#ifndef GEN_METER_H
#define GEN_METER_H

#include <stdbool.h>
#include <stdio.h>

struct meter {
    FILE *out; /* NULL: none */
    bool drawn;
    long long started_ms, drawn_ms;
};

/* Bytes of a document so far, of total (0: not known). What arrives at once is
   not drawn. */
void meter_bytes(struct meter *meter, long long bytes, long long total);

/* Waits, and counts down. */
void meter_wait(struct meter *meter, long long ms, const char *why);

/* Takes the meter's line away. */
void meter_end(struct meter *meter);

#endif
