/* Progress on standard error, for a person who waits. */
#ifndef GEN_METER_H
#define GEN_METER_H

#include <stdbool.h>

struct meter {
    bool on;
    bool drawn;
    long long started_ms, drawn_ms;
};

/* Bytes of a document so far, of total (0: not known). */
void meter_bytes(struct meter *meter, long long bytes, long long total);

/* Sleeps, and counts down if the meter is on. */
void meter_wait(struct meter *meter, long long ms, const char *why);

/* Takes the meter's line away. */
void meter_end(struct meter *meter);

#endif
