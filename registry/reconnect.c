/* SPDX-License-Identifier: MIT */
/* Whether and when to connect again, each advice with its source. */
#include <limits.h>

#include <wsclose.h>

#include "row.h"

enum {
    advice_none,
#define ADVICE(id, advice, basis, min_ms, max_ms, source) advice_##id,
#include "rules.inc"
};

static const struct sources {
    char none[1];
#define ADVICE(id, advice, basis, min_ms, max_ms, source)                      \
    char s_##id[sizeof(source)];
#include "rules.inc"
} sources = {
    "",
#define ADVICE(id, advice, basis, min_ms, max_ms, source) source,
#include "rules.inc"
};

static const struct advice {
    enum wsclose_advice advice;
    enum wsclose_basis basis;
    unsigned min_ms, max_ms;
    unsigned source;
} advices[] = {
    {WSCLOSE_ADVICE_UNKNOWN, WSCLOSE_BASIS_NONE, 0, 0, 0},
#define ADVICE(id, advice, basis, min_ms, max_ms, source)                      \
    {WSCLOSE_ADVICE_##advice, WSCLOSE_BASIS_##basis, min_ms, max_ms,           \
     offsetof(struct sources, s_##id)},
#include "rules.inc"
};

static const wsclose_advice_index advice_of[] = {
#define RULE(first, wire, senders, advice) advice,
#include "rules.inc"
};

_Static_assert(sizeof advices / sizeof *advices - 1 <= (wsclose_advice_index)-1,
               "an index reaches every advice");
_Static_assert(sizeof advice_of / sizeof *advice_of == WSCLOSE_ROW_COUNT,
               "the index and the rules were generated together");

static const struct advice *advice_for(unsigned code) {
    return &advices[advice_of[wsclose_row_of(code)]];
}

enum wsclose_advice wsclose_reconnect(unsigned code, unsigned *min_ms,
                                      unsigned *max_ms) {
    const struct advice *advice = advice_for(code);
    if (min_ms)
        *min_ms = advice->min_ms;
    if (max_ms)
        *max_ms = advice->max_ms;
    return advice->advice;
}

const char *wsclose_reconnect_source(unsigned code) {
    unsigned source = advice_for(code)->source;
    return source ? (const char *)&sources + source : NULL;
}

enum wsclose_basis wsclose_reconnect_basis(unsigned code) {
    return advice_for(code)->basis;
}

/* Of back-off: what AGAIN begins with, and where it ends, in milliseconds. */
enum { AGAIN_MS = 5000, LIMIT_MS = 300000 };

_Static_assert(WSCLOSE_DELAY_NONE == UINT_MAX, "what the header says");

/* No advice delays more than a day, so that 31 doublings pass every limit. */
static unsigned back_off(unsigned min_ms, unsigned max_ms, unsigned attempt,
                         unsigned random) {
    unsigned limit = max_ms > LIMIT_MS ? max_ms : LIMIT_MS;
    unsigned doublings = attempt < 31 ? attempt : 31;
    unsigned high = max_ms <= limit >> doublings ? max_ms << doublings : limit;
    return min_ms + random % (high - min_ms + 1);
}

unsigned wsclose_delay(unsigned code, unsigned attempt, unsigned random) {
    const struct advice *advice = advice_for(code);
    if (advice->advice == WSCLOSE_ADVICE_AFTER_DELAY)
        return back_off(advice->min_ms, advice->max_ms, attempt, random);
    if (advice->advice == WSCLOSE_ADVICE_AGAIN)
        return back_off(0, AGAIN_MS, attempt, random);
    if (advice->advice == WSCLOSE_ADVICE_AT_ONCE)
        return attempt ? back_off(0, AGAIN_MS, attempt - 1, random) : 0;
    return WSCLOSE_DELAY_NONE;
}
