/* SPDX-License-Identifier: MIT */
#include "fetch/attempts.h"

#include <limits.h>

#include "base/clock.h"

enum {
    MAX_PAUSE_MS = 60 * 1000,
    MIN_LEFT_MS = 500, /* or another attempt can only run out of time */
    MAX_DOUBLINGS = 4
};

/* How often an attempt may end so. */
static const unsigned most[] = {
    [OUTCOME_DONE] = 1, [OUTCOME_FAILED] = 1,         [OUTCOME_PASSING] = 5,
    [OUTCOME_CUT] = 2,  [OUTCOME_OFFLINE] = UINT_MAX, [OUTCOME_NO_FILE] = 1};

/* How long to wait before the next attempt: what the server asks for, or
   exponential back-off with jitter. */
static long long pause_ms(struct transfer *transfer, unsigned attempt) {
    long long asked = transfer_retry_after(transfer);
    if (asked > 0)
        return asked > MAX_PAUSE_MS / 1000 ? MAX_PAUSE_MS : asked * 1000;
    long long base =
        500LL << (attempt < MAX_DOUBLINGS ? attempt : MAX_DOUBLINGS);
    return base + clock_ms() * 7919 % base;
}

enum outcome attempts(struct transfer *transfer, struct arena *arena,
                      const char **why) {
    const long long deadline_ms = clock_ms() + transfer->request->max_ms;
    unsigned ended[sizeof most / sizeof *most] = {0};
    enum outcome outcome;
    for (unsigned attempt = 1;; attempt++) {
        outcome =
            transfer_attempt(transfer, deadline_ms - clock_ms(), arena, why);
        if (++ended[outcome] >= most[outcome])
            break;
        long long pause = pause_ms(transfer, attempt);
        if (clock_ms() + pause + MIN_LEFT_MS > deadline_ms)
            break;
        meter_wait(&transfer->meter, pause, *why);
    }
    meter_end(&transfer->meter);
    return outcome;
}
