/* SPDX-License-Identifier: MIT */
/* Meanings and descriptions, in the languages chosen at configure time. */
#include <stddef.h>

#include <wsclose.h>

#include "language.h"
#include "row.h"

/* Every text, of one language after the other. */
static const struct texts {
#define TEXT(language, id, meaning, description)                               \
    char language##_meaning_##id[sizeof(meaning)];                             \
    char language##_description_##id[sizeof(description)];
#include "texts.inc"
} all_texts = {
#define TEXT(language, id, meaning, description) meaning, description,
#include "texts.inc"
};

_Static_assert(sizeof(struct texts) - 1 <= (wsclose_text_offset)-1,
               "an offset reaches every text");

struct place {
    wsclose_text_offset meaning, description;
};

static const struct place places[] = {
#define TEXT(language, id, meaning, description)                               \
    {offsetof(struct texts, language##_meaning_##id),                          \
     offsetof(struct texts, language##_description_##id)},
#include "texts.inc"
};

enum {
    TEXTS_OF_A_LANGUAGE =
        sizeof places / sizeof *places / WSCLOSE_LANGUAGES_COUNT
};

/* Where the texts of a row stand among those of a language: English's. */
enum text_index {
#define TEXT(language, id, meaning, description) TEXT_##language##_##id,
#include "texts.inc"
};

static const wsclose_row_index text_of[] = {
#define ROW(first, status, id) TEXT_EN_##id,
#include "rows.inc"
};

static const struct place *place_of(unsigned code, unsigned language) {
    return &places[language * TEXTS_OF_A_LANGUAGE +
                   text_of[wsclose_row_of(code)]];
}

static const char *text_at(wsclose_text_offset offset) {
    return (const char *)&all_texts + offset;
}

/* The first that is there: in the language, in English, the name. */
static const char *or_else(wsclose_text_offset offset,
                           wsclose_text_offset english, unsigned code) {
    if (*text_at(offset))
        return text_at(offset);
    return *text_at(english) ? text_at(english) : wsclose_name(code);
}

const char *wsclose_meaning(unsigned code, const char *lang) {
    return or_else(place_of(code, wsclose_language_of(lang))->meaning,
                   place_of(code, 0)->meaning, code);
}

const char *wsclose_description(unsigned code, const char *lang) {
    return or_else(place_of(code, wsclose_language_of(lang))->description,
                   place_of(code, 0)->description, code);
}
