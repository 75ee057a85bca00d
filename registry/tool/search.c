/* SPDX-License-Identifier: MIT */
#include "search.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

#include "applications.h"
#include "hex.h"

bool search_number(const char *word, unsigned long long *ret) {
    bool is_hex = word[0] == '0' && (word[1] == 'x' || word[1] == 'X');
    int base = is_hex ? 16 : 10, digit;
    const char *at = is_hex ? word + 2 : word;
    bool has_digits = *at;
    for (*ret = 0; (digit = hex_digit(*at)) >= 0 && digit < base; at++)
        if ((*ret = *ret * (unsigned)base + (unsigned)digit) > UINT_MAX)
            *ret = UINT_MAX + 1ull;
    return has_digits && !*at;
}

static char fold(char c) {
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c == '-' || c == '_' ? ' ' : c;
}

/* Japanese writes the long vowel mark at the end of a word or leaves it out. */
static size_t length_of(const char *word) {
    static const char mark[] = "ー";
    size_t len = strlen(word), mark_len = sizeof mark - 1;
    bool has_mark = len > mark_len && strcmp(word + len - mark_len, mark) == 0;
    return has_mark ? len - mark_len : len;
}

static bool begins_with(const char *text, const char *word, size_t len) {
    size_t i = 0;
    while (i < len && fold(text[i]) == fold(word[i]))
        i++;
    return i == len;
}

static bool contains(const char *text, const char *word) {
    size_t len = length_of(word);
    for (; text && *text; text++)
        if (begins_with(text, word, len))
            return true;
    return false;
}

static bool in_texts(const struct registry *registry, const struct row *row,
                     const char *word) {
    for (size_t i = 0; registry->languages[i]; i++)
        if (contains(row->texts[i].meaning, word) ||
            contains(row->texts[i].description, word))
            return true;
    return false;
}

static bool in_causes(const struct registry *registry, const struct row *row,
                      const char *word) {
    for (const struct cause *at = row->causes; at->texts; at++)
        for (size_t i = 0; registry->languages[i]; i++)
            if (contains(at->texts[i], word))
                return true;
    return false;
}

static bool in_references(const struct row *row, const char *word) {
    for (const struct link *at = row->references; at->text; at++)
        if (contains(at->text, word))
            return true;
    return false;
}

static bool in_names(const char *const *at, const char *word) {
    for (; *at; at++)
        if (contains(*at, word))
            return true;
    return false;
}

static bool is_in(unsigned first, unsigned last, const char *word) {
    unsigned long long number;
    return search_number(word, &number) && number >= first && number <= last;
}

static bool row_has(const struct registry *registry, const struct row *row,
                    const char *word) {
    return is_in(row->first, row->last, word) || contains(row->symbol, word) ||
           contains(row->name, word) || contains(row->registered_text, word) ||
           contains(row->contact, word) || in_references(row, word) ||
           in_names(row->spellings, word) ||
           in_names(row->former_symbols, word) ||
           in_texts(registry, row, word) || in_causes(registry, row, word);
}

bool search_matches(const struct registry *registry, const struct row *row,
                    const char *const *words) {
    for (; *words; words++)
        if (!row_has(registry, row, *words))
            return false;
    return true;
}

bool search_is_asked_for(const struct row *row, const char *const *words,
                         unsigned *ret) {
    for (; *words; words++)
        if (is_in(row->first, row->last, *words)) {
            unsigned long long number;
            search_number(*words, &number);
            *ret = (unsigned)number;
            return true;
        }
    return false;
}

static bool is_said(const struct usage *usage, const char *word) {
    const struct usage_texts *at;
    for (size_t i = 0; (at = applications_texts(usage, i)); i++)
        if (contains(at->meaning, word) || contains(at->description, word) ||
            contains(at->note, word))
            return true;
    return false;
}

static bool usage_has(const struct usage *usage, const char *word) {
    return is_in(usage->first, usage->last, word) ||
           contains(usage->app, word) || contains(usage->title, word) ||
           contains(usage->name, word) || is_said(usage, word);
}

static bool usage_matches(const struct usage *usage, const char *const *words) {
    for (; words && *words; words++)
        if (!usage_has(usage, *words))
            return false;
    return true;
}

bool search_next_usage(const struct registry *registry,
                       const char *const *words, struct found *at) {
    const struct row *end = registry->rows + registry->row_count;
    if (!at->row)
        at->row = registry->rows, at->usage = at->row->applications;
    else
        at->usage++;
    for (; at->row < end; at->usage = (++at->row)->applications) {
        for (; at->usage->app; at->usage++)
            if (at->usage->first >= at->row->first &&
                usage_matches(at->usage, words))
                return true;
        if (at->row + 1 == end)
            return false;
    }
    return false;
}
