#include "base/clock.h"

#include <time.h>

long long clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

void clock_utc(char ret[CLOCK_UTC_SIZE]) {
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    strftime(ret, CLOCK_UTC_SIZE, "%Y-%m-%dT%H:%M:%SZ", &utc);
}
