/* SPDX-License-Identifier: MIT */
#include "fetch/meter.h"

#include "base/clock.h"
#include "fetch/lifeline.h"

enum {
    AT_ONCE_MS = 500,
    REDRAW_MS = 100,
    MAX_WHY = 50 /* of 80 columns: a line that wraps is not drawn over */
};

void meter_bytes(struct meter *meter, long long bytes, long long total) {
    long long now = clock_ms();
    if (!meter->started_ms)
        meter->started_ms = now;
    long long elapsed = now - meter->started_ms;
    if (!meter->out || elapsed < AT_ONCE_MS ||
        now - meter->drawn_ms < REDRAW_MS)
        return;
    fprintf(meter->out, "\r%lld", bytes);
    if (total)
        fprintf(meter->out, " of %lld", total);
    fprintf(meter->out, " bytes, %lld bytes/s\033[K", bytes * 1000 / elapsed);
    fflush(meter->out);
    meter->drawn_ms = now;
    meter->drawn = true;
}

void meter_wait(struct meter *meter, long long ms, const char *why) {
    for (; ms > 0; ms -= 1000) {
        if (meter->out) {
            fprintf(meter->out, "\rtrying again in %lld s: %.*s\033[K",
                    (ms + 999) / 1000, MAX_WHY, why);
            fflush(meter->out);
            meter->drawn = true;
        }
        lifeline_wait(ms < 1000 ? (int)ms : 1000);
    }
    meter->started_ms = 0;
}

void meter_end(struct meter *meter) {
    if (!meter->drawn)
        return;
    fputs("\r\033[K", meter->out);
    fflush(meter->out);
    meter->drawn = false;
}
