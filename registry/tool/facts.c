/* SPDX-License-Identifier: MIT */
#include "facts.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "width.h"
#include "wrap.h"

/* In columns. A value with less room than this beside its label goes below. */
enum { INDENT = FACTS_INDENT, GAP = 2, MIN_ROOM = 20 };

struct facts facts_begin(const struct screen *screen, const enum word *names,
                         size_t count) {
    size_t widest = 0;
    for (size_t i = 0; i < count; i++)
        if (text_width(word_text(names[i])) > widest)
            widest = text_width(word_text(names[i]));
    return (struct facts){screen, INDENT + widest + GAP};
}

/* A word, an address say, that would have to be cut beside the label may be
   whole below it. */
static bool stands_beside(const struct facts *facts, const char *value) {
    size_t width = facts->screen->width;
    return width >= facts->column + MIN_ROOM &&
           (strchr(value, ' ') || text_width(value) <= width - facts->column);
}

void facts_put(const struct facts *facts, const char *label,
               const char *value) {
    if (!value)
        return;
    bool beside = stands_beside(facts, value);
    size_t column = beside ? facts->column : 2 * INDENT, used = 0;
    if (*label) {
        struct style faint = facts->screen->faint;
        printf("%*s%s%s%s%s", INDENT, "", faint.on, label, faint.off,
               beside ? "" : "\n");
        used = beside ? INDENT + text_width(label) : 0;
    }
    printf("%*s", (int)(column - used), "");
    wrap_print(facts->screen, column, facts->screen->plain, value);
}

void facts_put_named(const struct facts *facts, enum word name,
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
