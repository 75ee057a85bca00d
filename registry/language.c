/* SPDX-License-Identifier: MIT */
/* From tags to languages. */
#include "language.h"

#include <stdbool.h>
#include <stddef.h>

#include <wsclose.h>

/* Of each language its tags, a NUL behind each, and one more at the end. */
static const struct tags {
#define LANGUAGE(language, tags) char language[sizeof(tags)];
#include "texts.inc"
} all_tags = {
#define LANGUAGE(language, tags) tags,
#include "texts.inc"
};

static char fold(char c) {
    if (c == '_')
        return '-';
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The length of tag if lang is it, up to a character set or modifier, or if
   as_prefix has further subtags; else 0. */
static size_t matched(const char *lang, const char *tag, bool as_prefix) {
    size_t len = 0;
    for (; tag[len]; len++)
        if (fold(lang[len]) != fold(tag[len]))
            return 0;
    char next = fold(lang[len]);
    return !next || next == '.' || next == '@' || (as_prefix && next == '-')
               ? len
               : 0;
}

static const char *behind(const char *tag) {
    while (*tag)
        tag++;
    return tag + 1;
}

/* Finds the language whose tag matches the most of lang; the first of its tags
   matches as a prefix. Returns its number, and its first tag in *ret. */
static unsigned find_language(const char *lang, const char **ret) {
    const char *tag = (const char *)&all_tags;
    unsigned best = 0;
    size_t most = 0;
    *ret = tag;
    for (unsigned language = 0; language < WSCLOSE_LANGUAGES_COUNT;
         language++) {
        const char *own = tag;
        for (; *tag; tag = behind(tag)) {
            size_t len = lang ? matched(lang, tag, tag == own) : 0;
            if (len > most) {
                most = len;
                best = language;
                *ret = own;
            }
        }
        tag++;
    }
    return best;
}

unsigned wsclose_language_of(const char *lang) {
    const char *tag;
    return find_language(lang, &tag);
}

const char *wsclose_language(const char *lang) {
    const char *tag;
    find_language(lang, &tag);
    return tag;
}
