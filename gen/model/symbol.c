/* SPDX-License-Identifier: MIT */
#include "model/symbol.h"

#include <string.h>

enum {
    /* C11 5.2.4.1 promises 63 significant characters; WSCLOSE_ takes 8. */
    MAX_LENGTH = 55,
    MAX_WORDS = 4
};

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool symbol_is_legal(const char *symbol) {
    size_t len = strlen(symbol);
    if (!is_upper(symbol[0]) || len > MAX_LENGTH || symbol[len - 1] == '_')
        return false;
    for (const char *at = symbol; *at; at++)
        if (!is_upper(*at) && !is_digit(*at) && (*at != '_' || at[1] == '_'))
            return false;
    return true;
}

bool symbol_is_reserved(const char *symbol) {
    static const char *const names[] = {
        /* labels of rows without a symbol */
        "UNUSED", "UNASSIGNED", "PRIVATE_USE", "INVALID",
        /* macros of the headers and of the library's own units */
        "AMALGAMATION", "API", "BUILD_SHARED", "H", "HIDDEN", "HIDDEN_H",
        "HIDDEN_TABLE", "INSIDE", "NAMES_H", "PROTOCOL_H", "RULES_H", "SHARED",
        "SPELLING_H", "SPELLING_PROBES", "UTF8_H", "CODES", "PAGES", "WORDS",
        "WORDS_H"};
    static const char *const prefixes[] = {
        "STATUS_", "ROLE_", "RULE_", "ERROR_", "ADVICE_", "BASIS_", "DELAY_",
        "FORMAT_", "PAYLOAD_", "REASON_", "FRAME_", "ENDING_", "EVENT_",
        /* the placeholder of another code */
        "CODE_",
        /* macros, as above */
        "CODES_", "INDEX_", "LANGUAGE_", "LANGUAGES_", "PAGE_", "REGISTRY_",
        "ROW_", "TABLES_", "VERSION"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(symbol, names[i]) == 0)
            return true;
    if (strncmp(symbol, "CODE", 4) == 0 && is_digit(symbol[4]))
        return true; /* the same, as names are compared */
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (strncmp(symbol, prefixes[i], strlen(prefixes[i])) == 0)
            return true;
    return false;
}

/* The length of a description without a state that registries put behind it:
   "(TEMPORARY - registered 2026-01-01, expires 2027-01-01)". */
static size_t length_without_state(const char *description) {
    static const char *const states[] = {" (TEMPORARY", " (OBSOLETE",
                                         " (DEPRECATED", " (HISTORIC"};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        const char *at = strstr(description, states[i]);
        if (at)
            return (size_t)(at - description);
    }
    return strlen(description);
}

const char *symbol_derive(struct arena *arena, const char *description) {
    size_t len = length_without_state(description);
    char *symbol = arena_alloc(arena, 2 * len + 1), *end = symbol;
    unsigned words = 0;
    bool in_word = false;
    for (const char *at = description; at < description + len; at++) {
        if ((unsigned char)*at >= 0x80)
            return NULL;
        if (!is_upper(*at) && !is_lower(*at) && !is_digit(*at)) {
            in_word = false;
            continue;
        }
        if (in_word && is_upper(*at) && !is_upper(at[-1]))
            in_word = false; /* camelCase */
        if (!in_word) {
            if (words++)
                *end++ = '_';
            in_word = true;
        }
        *end++ = is_lower(*at) ? (char)(*at - 'a' + 'A') : *at;
    }
    return words <= MAX_WORDS && symbol_is_legal(symbol) ? symbol : NULL;
}
