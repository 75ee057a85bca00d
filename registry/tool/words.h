/* SPDX-License-Identifier: MIT */
/* What the tool says, in the languages that are compiled in. */
#ifndef TOOL_WORDS_H
#define TOOL_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "shared/words.h"

enum word {
#define WORD(id) WORD_##id,
    WSCLOSE_WORDS(WORD, WORD)
#undef WORD
        WORD_COUNT
};

/* What stands in the place of {name}. */
struct value {
    const char *name; /* NULL behind the last */
    const char *text;
};

/* From here on the tool speaks the language that the library answers in for
   this tag. False if nobody speaks it, so that it speaks English. */
bool words_choose(const char *tag);

/* The tags of the languages, English first; NULL behind the last. */
const char *const *words_tags(void);

/* "en, ja" */
const char *words_languages(void);

const char *word_text(enum word word);

/* Writes a word with its values. What could steer a terminal in them is shown
   as "?". */
void word_print(FILE *out, enum word word, const struct value *values);

/* The same as a text, to be freed. */
char *word_format(enum word word, const struct value *values);

#endif
