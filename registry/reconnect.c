/* Whether and when to connect again, each advice with its source. */
#include <wsclose.h>

#include "row.h"

enum {
    advice_none,
#define ADVICE(id, advice, min_ms, max_ms, source) advice_##id,
#include "rules.inc"
};

static const struct sources {
    char none[1];
#define ADVICE(id, advice, min_ms, max_ms, source) char s_##id[sizeof(source)];
#include "rules.inc"
} sources = {
    "",
#define ADVICE(id, advice, min_ms, max_ms, source) source,
#include "rules.inc"
};

static const struct advice {
    enum wsclose_advice advice;
    unsigned min_ms, max_ms;
    unsigned source;
} advices[] = {
    {WSCLOSE_ADVICE_UNKNOWN, 0, 0, 0},
#define ADVICE(id, advice, min_ms, max_ms, source)                             \
    {WSCLOSE_ADVICE_##advice, min_ms, max_ms, offsetof(struct sources, s_##id)},
#include "rules.inc"
};

static const wsclose_advice_index advice_of[] = {
#define RULE(first, accept, begin, advice) advice,
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
