/* SPDX-License-Identifier: MIT */
#include "model/language.h"

#include <stdlib.h>
#include <string.h>

static int by_id(const void *id, const void *word) {
    return strcmp(id, ((const struct word *)word)->id);
}

const struct word *language_word(const struct language *language,
                                 const char *id) {
    return language->word_count
               ? bsearch(id, language->words, language->word_count,
                         sizeof *language->words, by_id)
               : NULL;
}

const char *language_text(const struct language *languages, size_t language,
                          const char *id) {
    const struct word *word = language_word(&languages[language], id);
    return word ? word->text : language_word(languages, id)->text;
}
