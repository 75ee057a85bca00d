/* SPDX-License-Identifier: MIT */
#include "search.h"

#include <stddef.h>
#include <string.h>

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

static bool usage_matches(const struct usage *usage, const char *word) {
    return contains(usage->app, word) || contains(usage->title, word) ||
           contains(usage->name, word) || contains(usage->meaning, word) ||
           contains(usage->description, word) || contains(usage->note, word) ||
           contains(usage->english->meaning, word) ||
           contains(usage->english->description, word) ||
           contains(usage->english->note, word);
}

bool search_next_usage(const struct registry *registry, const char *word,
                       struct found *at) {
    const struct row *end = registry->rows + registry->row_count;
    if (!at->row)
        at->row = registry->rows, at->usage = at->row->applications;
    else
        at->usage++;
    for (; at->row < end; at->usage = (++at->row)->applications) {
        for (; at->usage->app; at->usage++)
            if (at->usage->first >= at->row->first &&
                (!word || usage_matches(at->usage, word)))
                return true;
        if (at->row + 1 == end)
            return false;
    }
    return false;
}
