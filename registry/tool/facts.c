/* SPDX-License-Identifier: MIT */
#include "facts.h"

#include <stdio.h>
#include <stdlib.h>

struct pairs facts_begin(const struct screen *screen, const enum word *names,
                         size_t count) {
    struct pairs facts = pairs_begin(screen, screen->faint, FACTS_INDENT);
    for (size_t i = 0; i < count; i++)
        pairs_widen(&facts, word_text(names[i]));
    return facts;
}

void facts_put(const struct pairs *facts, const char *label,
               const char *value) {
    if (!value)
        return;
    printf("%*s", FACTS_INDENT, "");
    pairs_put(facts, label, value);
}

void facts_put_named(const struct pairs *facts, enum word name,
                     const char *value) {
    facts_put(facts, word_text(name), value);
}

char *facts_reconnect(const struct reconnect *reconnect) {
    static const enum word words[] = {
        [WSCLOSE_ADVICE_NEVER] = WORD_RECONNECT_NEVER,
        [WSCLOSE_ADVICE_AT_ONCE] = WORD_RECONNECT_AT_ONCE,
        [WSCLOSE_ADVICE_AFTER_DELAY] = WORD_RECONNECT_AFTER_DELAY,
        [WSCLOSE_ADVICE_ELSEWHERE] = WORD_RECONNECT_ELSEWHERE,
        [WSCLOSE_ADVICE_AGAIN] = WORD_RECONNECT_AGAIN,
    };
    char min[16], max[16];
    if (reconnect->advice == WSCLOSE_ADVICE_UNKNOWN)
        return NULL;
    snprintf(min, sizeof min, "%g", reconnect->min_ms / 1000.0);
    snprintf(max, sizeof max, "%g", reconnect->max_ms / 1000.0);
    const struct value values[] = {{"min", min}, {"max", max}, {0}};
    return word_format(words[reconnect->advice], values);
}
