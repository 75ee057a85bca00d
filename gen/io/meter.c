#include "io/meter.h"

#include <errno.h>
#include <stdio.h>
#include <time.h>

#include "base/clock.h"

enum {
    REDRAW_MS = 100,
    MAX_WHY = 50 /* of 80 columns: a line that wraps is not drawn over */
};

void meter_bytes(struct meter *meter, long long bytes, long long total) {
    long long now = clock_ms();
    if (!meter->started_ms)
        meter->started_ms = now;
    if (!meter->on || now - meter->drawn_ms < REDRAW_MS)
        return;
    long long elapsed = now - meter->started_ms;
    fprintf(stderr, "\r%lld", bytes);
    if (total)
        fprintf(stderr, " of %lld", total);
    fprintf(stderr, " bytes, %lld bytes/s\033[K",
            elapsed ? bytes * 1000 / elapsed : 0);
    fflush(stderr);
    meter->drawn_ms = now;
    meter->drawn = true;
}

static void sleep_ms(long long ms) {
    struct timespec left = {ms / 1000, ms % 1000 * 1000000};
    while (nanosleep(&left, &left) != 0 && errno == EINTR)
        continue;
}

void meter_wait(struct meter *meter, long long ms, const char *why) {
    for (; ms > 0; ms -= 1000) {
        if (meter->on) {
            fprintf(stderr, "\rtrying again in %lld s: %.*s\033[K",
                    (ms + 999) / 1000, MAX_WHY, why);
            fflush(stderr);
            meter->drawn = true;
        }
        sleep_ms(ms < 1000 ? ms : 1000);
    }
    meter->started_ms = 0;
}

void meter_end(struct meter *meter) {
    if (meter->drawn)
        fputs("\r\033[K", stderr);
    meter->drawn = false;
}
