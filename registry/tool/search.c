/* SPDX-License-Identifier: MIT */
#include "search.h"

#include <stddef.h>

static char fold(char c) {
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c == '-' || c == '_' ? ' ' : c;
}

static bool begins_with(const char *text, const char *word) {
    while (*word && fold(*text) == fold(*word)) {
        text++;
        word++;
    }
    return !*word;
}

static bool contains(const char *text, const char *word) {
    for (; text && *text; text++)
        if (begins_with(text, word))
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

static bool in_spellings(const struct row *row, const char *word) {
    for (const char *const *at = row->spellings; *at; at++)
        if (contains(*at, word))
            return true;
    return false;
}

bool search_matches(const struct registry *registry, const struct row *row,
                    const char *word) {
    return contains(row->symbol, word) || contains(row->name, word) ||
           contains(row->registered_text, word) ||
           contains(row->contact, word) || in_references(row, word) ||
           in_spellings(row, word) || in_texts(registry, row, word) ||
           in_causes(registry, row, word);
}
