/* SPDX-License-Identifier: MIT */
/* words.inc: what the wsclose tool says, in every language. */
#include "emit/emit.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "emit/c_source.h"
#include "shared/words.h"

/* At a terminal a code has no marks around it. */
static char *without_marks(const char *text) {
    char *ret = memory_text(text), *end = ret;
    for (const char *at = text; *at; at++)
        if (*at != '`')
            *end++ = *at;
    *end = '\0';
    return ret;
}

static void put_word(const struct language *language, const char *id,
                     struct stream *out) {
    char folded[TEXT_ID_MAX + 1];
    const struct word *word = language_word(language, text_hyphens(id, folded));
    if (!word)
        return;
    char *text = without_marks(word->text);
    stream_printf(out, "     [WORD_%s] =\n", id);
    c_long_string(out, "         ", text);
    stream_put(out, ",\n");
    free(text);
}

void emit_words(const struct model *model, struct stream *out) {
#define ID(id) #id,
    static const char *const ids[] = {WSCLOSE_WORDS(ID, ID)};
#undef ID
    c_banner(out, model,
             "What the wsclose tool says: of each language the tag and the "
             "words, by\n * enum word. A message that is not there is "
             "English's.");
    for (size_t i = 0; i < model->language_count; i++) {
        emit_language_begin(&model->languages[i], i, out);
        stream_printf(out, "{\"%s\",\n    {\n", model->languages[i].tag);
        for (size_t j = 0; j < sizeof ids / sizeof *ids; j++)
            put_word(&model->languages[i], ids[j], out);
        stream_put(out, "    }},\n");
        emit_language_end(i, out);
    }
}
