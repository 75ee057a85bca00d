/* SPDX-License-Identifier: MIT */
#include "search.h"

#include <stddef.h>

#include <wsclose.h>

#include "words.h"

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

static bool in_texts(unsigned code, const char *word) {
    const char *language;
    for (size_t i = 0; (language = words_language(i)); i++)
        if (contains(wsclose_meaning(code, language), word) ||
            contains(wsclose_description(code, language), word))
            return true;
    return false;
}

static bool in_references(unsigned code, const char *word) {
    const char *reference;
    for (size_t i = 0; (reference = wsclose_reference(code, i)); i++)
        if (contains(reference, word))
            return true;
    return false;
}

bool search_matches(unsigned code, const char *word) {
    return contains(wsclose_symbol(code), word) ||
           contains(wsclose_name(code), word) ||
           contains(wsclose_registered_text(code), word) ||
           contains(wsclose_contact(code), word) || in_references(code, word) ||
           in_texts(code, word);
}
