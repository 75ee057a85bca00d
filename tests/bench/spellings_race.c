/* SPDX-License-Identifier: MIT */
/* From a name to its code. */
#include "spellings.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include "races.h"

enum { COUNT = 16384, LENGTH_MAX = 64 };

struct text {
    size_t len;
    char bytes[LENGTH_MAX];
};

#define WORK(function)                                                         \
    static uint64_t function##_each(const void *input) {                       \
        const struct text *texts = input;                                      \
        uint64_t sum = 0;                                                      \
        for (unsigned i = 0; i < COUNT; i++)                                   \
            sum += (unsigned)function(texts[i].bytes, texts[i].len);           \
        return sum;                                                            \
    }

WORK(wsclose_from_name)
WORK(code_by_gperf)
WORK(code_by_strcasecmp)
WORK(code_by_unordered_map)

static const struct contender contenders[] = {
    {"wsclose", wsclose_from_name_each},
    {"gperf", code_by_gperf_each},
    {"strcasecmp", code_by_strcasecmp_each},
    {"unordered_map", code_by_unordered_map_each},
    {NULL, NULL},
};

static void any_symbol(struct text *ret) {
    static const char *const symbols[] = {
#define SYMBOL(code, symbol, name) #symbol,
        WSCLOSE_CODES(SYMBOL)
#undef SYMBOL
    };
    const char *symbol = symbols[random_below(WSCLOSE_CODES_COUNT)];
    ret->len = strlen(symbol);
    if (ret->len >= LENGTH_MAX)
        abort();
    memcpy(ret->bytes, symbol, ret->len + 1);
}

static void lower(struct text *text) {
    for (size_t i = 0; i < text->len; i++)
        text->bytes[i] = (char)tolower((unsigned char)text->bytes[i]);
}

/* No symbol, though it looks like one. */
static void misspell(struct text *text) {
    text->bytes[random_below((unsigned)text->len)] = '%';
}

/* What they are asked for, they all know, or none does. */
static void check(const struct text *texts) {
    uint64_t ours = contenders[0].run(texts);
    for (size_t i = 1; contenders[i].run; i++)
        if (contenders[i].run(texts) != ours) {
            fprintf(stderr, "bench: %s finds other codes than wsclose\n",
                    contenders[i].name);
            exit(1);
        }
}

static void run(const struct settings *settings, const char *input_name,
                void (*change)(struct text *)) {
    static struct text texts[COUNT];
    for (unsigned i = 0; i < COUNT; i++) {
        any_symbol(&texts[i]);
        if (change)
            change(&texts[i]);
    }
    check(texts);
    const struct race race = {"name to code", input_name, texts, COUNT};
    race_run(settings, &race, contenders);
}

void spellings_race(const struct settings *settings) {
    run(settings, "symbols", NULL);
    run(settings, "in lower case", lower);
    run(settings, "unknown", misspell);
}
