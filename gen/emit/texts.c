/* SPDX-License-Identifier: MIT */
/* texts.inc: meanings and descriptions, in every language. */
#include "emit/emit.h"

#include <string.h>

#include "base/text.h"
#include "emit/c_source.h"

static struct text text_of(const struct row *row, size_t language) {
    struct text ret = {.meaning = "", .description = ""};
    if (row->texts && row->texts[language].meaning)
        ret.meaning = row->texts[language].meaning;
    if (row->texts && row->texts[language].description)
        ret.description = row->texts[language].description;
    return ret;
}

/* The tags that a language answers for, a NUL behind each. */
static void put_language(const struct language *language, struct stream *out) {
    char id[TEXT_TAG_MAX + 1];
    stream_printf(out, "LANGUAGE(%s, \"%s\\0\"",
                  text_identifier(language->tag, id), language->tag);
    for (const char *const *also = language->also; *also; also++)
        stream_printf(out, "\n         \"%s\\0\"", *also);
    stream_put(out, ")\n");
}

static void put_texts(const struct model *model, size_t language,
                      struct stream *out) {
    char id[32], language_id[TEXT_TAG_MAX + 1];
    unsigned seen = 0;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (!emit_is_new_id(row, &seen))
            continue;
        struct text text = text_of(row, language);
        stream_printf(
            out, "TEXT(%s, %s,\n",
            text_identifier(model->languages[language].tag, language_id),
            emit_id(row, id));
        c_long_string(out, "     ", text.meaning);
        stream_put(out, ",\n");
        c_long_string(out, "     ", text.description);
        stream_put(out, ")\n");
    }
}

void emit_texts(const struct model *model, struct stream *out) {
    c_banner(
        out, model,
        "The languages, LANGUAGE(id, tags), English first, and in each the "
        "texts\n * of all rows in the same order: TEXT(language, id, "
        "meaning, description).\n"
        " *\n * All languages are compiled in unless "
        "WSCLOSE_LANGUAGES_CHOSEN is defined;\n * then English and those "
        "whose WSCLOSE_LANGUAGE_TAG is.");
    stream_put(out, "#ifndef LANGUAGE\n"
                    "#define LANGUAGE(language, tags)\n"
                    "#endif\n"
                    "#ifndef TEXT\n"
                    "#define TEXT(language, id, meaning, description)\n"
                    "#endif\n");
    for (size_t i = 0; i < model->language_count; i++) {
        emit_language_begin(&model->languages[i], i, out);
        put_language(&model->languages[i], out);
        put_texts(model, i, out);
        emit_language_end(i, out);
    }
    stream_put(out, "#undef LANGUAGE\n"
                    "#undef TEXT\n");
}

size_t emit_texts_size(const struct model *model) {
    size_t size = 0;
    for (size_t i = 0; i < model->language_count; i++) {
        unsigned seen = 0;
        for (size_t j = 0; j < model->row_count; j++) {
            if (!emit_is_new_id(&model->rows[j], &seen))
                continue;
            struct text text = text_of(&model->rows[j], i);
            size += strlen(text.meaning) + strlen(text.description) + 2;
        }
    }
    return size;
}
