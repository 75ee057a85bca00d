/* SPDX-License-Identifier: MIT */
#include "fetch/lifeline.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"

void lifeline_wait(int ms) {
    long long end_ms = clock_ms() + ms;
    do {
        struct pollfd lifeline = {STDIN_FILENO, POLLIN, 0};
        if (poll(&lifeline, 1, ms) > 0)
            _Exit(0);
        ms = (int)(end_ms - clock_ms());
    } while (ms > 0);
}
