/* Meanings and descriptions, in the languages chosen at configure time. */
#include <stdbool.h>
#include <stddef.h>

#include <wsclose.h>

#include "row.h"

#define PASTE_(a, b) a##b
#define PASTE(a, b) PASTE_(a, b)

/* Includes language.inc once for each language. */
#include "languages.inc"

/* Is the first subtag of lang this language (in lower case)? */
static bool speaks(const char *lang, const char *language) {
    for (; *language; lang++, language++) {
        char c = *lang;
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c != *language)
            return false;
    }
    return !*lang || *lang == '-' || *lang == '_' || *lang == '.' ||
           *lang == '@';
}

static const char *or_name(const char *text, unsigned code) {
    return *text ? text : wsclose_name(code);
}

const char *wsclose_meaning(unsigned code, const char *lang) {
    unsigned row = wsclose_row_of(code);
#define LANGUAGE(tag)                                                          \
    if (lang && speaks(lang, #tag) && *meaning_##tag(row))                     \
        return meaning_##tag(row);
    LANGUAGE(en)
    WSCLOSE_TRANSLATIONS(LANGUAGE)
#undef LANGUAGE
    return or_name(meaning_en(row), code);
}

const char *wsclose_description(unsigned code, const char *lang) {
    unsigned row = wsclose_row_of(code);
#define LANGUAGE(tag)                                                          \
    if (lang && speaks(lang, #tag) && *description_##tag(row))                 \
        return description_##tag(row);
    LANGUAGE(en)
    WSCLOSE_TRANSLATIONS(LANGUAGE)
#undef LANGUAGE
    return or_name(description_en(row), code);
}
