/* SPDX-License-Identifier: MIT */
#include "command/wanting.h"

#include "model/answer.h"

/* Begins a line for the language, or goes on with it. */
static void put(const struct language *language, bool *has_begun, FILE *out) {
    if (*has_begun)
        fputs(", ", out);
    else
        fprintf(out, "wanting in %s.xml: ", language->tag);
    *has_begun = true;
}

static void put_texts(const struct model *model, size_t language,
                      bool *has_begun, FILE *out) {
    unsigned seen = 0;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        bool is_named = kind_is_named(row->kind);
        unsigned bit = is_named ? 0 : 1u << row->kind;
        if (row->kind == KIND_PRIVATE || (seen & bit) || !row->texts->meaning ||
            row->texts[language].meaning)
            continue;
        seen |= bit;
        put(&model->languages[language], has_begun, out);
        if (is_named)
            fprintf(out, "%u", row->first);
        else
            fputs(kind_facts(row->kind)->id, out);
    }
}

static void put_messages(const struct model *model, size_t language,
                         bool *has_begun, FILE *out) {
    const struct language *english = model->languages;
    for (size_t i = 0; i < english->word_count; i++) {
        const char *id = english->words[i].id;
        if (language_word(&model->languages[language], id))
            continue;
        put(&model->languages[language], has_begun, out);
        fprintf(out, "message %s", id);
    }
}

/* Of the rows that have a text in the language. */
static void put_causes(const struct model *model, size_t language,
                       bool *has_begun, FILE *out) {
    unsigned seen = 0;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        const char **own = row->texts[language].causes;
        unsigned bit = kind_is_named(row->kind) ? 0 : 1u << row->kind;
        for (size_t j = 0; own && !(seen & bit) && j < answer_cause_count(row);
             j++)
            if (!own[j]) {
                put(&model->languages[language], has_begun, out);
                fprintf(out, "cause %s", row->semantics->causes[j].id);
            }
        seen |= bit;
    }
}

void wanting_print(const struct model *model, FILE *out) {
    for (size_t i = 1; i < model->language_count; i++) {
        bool has_begun = false;
        put_texts(model, i, &has_begun, out);
        put_causes(model, i, &has_begun, out);
        put_messages(model, i, &has_begun, out);
        if (has_begun)
            fputc('\n', out);
    }
}
