/* SPDX-License-Identifier: MIT */
#include "model/vocabulary.h"

#include <stddef.h>
#include <string.h>

const char *const wire_texts[] = {
    [WIRE_UNKNOWN] = "unknown",
    [WIRE_STRICT] = "strict",
    [WIRE_LENIENT] = "lenient",
    [WIRE_NEVER] = "never",
    NULL,
};

const char *const senders_texts[] = {
    [SENDERS_UNKNOWN] = "unknown", [SENDERS_BOTH] = "both",
    [SENDERS_CLIENT] = "client",   [SENDERS_SERVER] = "server",
    [SENDERS_NOBODY] = "nobody",   NULL,
};

const char *const advice_texts[] = {
    [ADVICE_UNKNOWN] = "unknown",
    [ADVICE_NEVER] = "never",
    [ADVICE_AT_ONCE] = "at-once",
    [ADVICE_AFTER_DELAY] = "after-delay",
    [ADVICE_ELSEWHERE] = "elsewhere",
    [ADVICE_AGAIN] = "again",
    NULL,
};

const char *const basis_texts[] = {
    [BASIS_NONE] = "none",
    [BASIS_STANDARD] = "standard",
    [BASIS_PRACTICE] = "practice",
    [BASIS_PRIVATE] = "private",
    NULL,
};

const char *const practice_texts[] = {
    [PRACTICE_UNKNOWN] = "unknown",
    [PRACTICE_AGAIN] = "again",
    [PRACTICE_NEVER] = "never",
    [PRACTICE_DEPENDS] = "depends",
    NULL,
};

unsigned vocabulary_value(const char *const *texts, const char *text) {
    unsigned value = 0;
    while (texts[value] && strcmp(texts[value], text) != 0)
        value++;
    return texts[value] ? value : 0;
}
