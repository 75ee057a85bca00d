/* SPDX-License-Identifier: MIT */
/* names.inc: symbols, names, registered texts and spellings. */
#include "emit/emit.h"

#include <string.h>

#include "emit/c_source.h"
#include "model/answer.h"

bool emit_has_text(const struct row *row) {
    return kind_is_named(row->kind) && strcmp(row->text, row->name) != 0;
}

size_t emit_spelling_count(const struct row *row) {
    return kind_is_named(row->kind) && row->semantics
               ? row->semantics->spelling_count
               : 0;
}

static void put_spellings(struct stream *out, const struct row *row) {
    for (size_t i = 0; i < emit_spelling_count(row); i++) {
        stream_printf(out, "SPELLING(%u_%zu, ", row->first, i);
        c_string(out, row->semantics->spellings[i].text);
        stream_put(out, ")\n");
    }
}

static void put_text(struct stream *out, const struct row *row) {
    stream_printf(out, "TEXT(%u, ", row->first);
    c_string(out, row->text);
    stream_put(out, ")\n");
}

static void put_names(struct stream *out, const struct row *row) {
    char id[32];
    stream_printf(out, "NAME(%s, \"%s\", ", emit_id(row, id),
                  answer_symbol(row));
    c_string(out, row->name);
    stream_put(out, ")\n");
    for (size_t i = 0; i < row->alias_count; i++)
        stream_printf(out, "ALIAS(%s)\n", row->aliases[i]);
    if (emit_has_text(row))
        put_text(out, row);
    put_spellings(out, row);
}

void emit_names(const struct model *model, struct stream *out) {
    unsigned seen = 0;
    c_banner(
        out, model,
        "Symbols and names: NAME(id, symbol, name), ALIAS(former symbol),\n"
        " * TEXT(id, registered text) where it is another than the name, "
        "SPELLING(id, text).");
    stream_put(out, "#ifndef ALIAS\n"
                    "#define ALIAS(alias)\n"
                    "#endif\n"
                    "#ifndef TEXT\n"
                    "#define TEXT(id, text)\n"
                    "#endif\n"
                    "#ifndef SPELLING\n"
                    "#define SPELLING(id, text)\n"
                    "#endif\n");
    for (size_t i = 0; i < model->row_count; i++)
        if (emit_is_new_id(&model->rows[i], &seen))
            put_names(out, &model->rows[i]);
    stream_put(out, "#undef NAME\n"
                    "#undef ALIAS\n"
                    "#undef TEXT\n"
                    "#undef SPELLING\n");
}

size_t emit_names_size(const struct model *model) {
    size_t size = 0;
    unsigned seen = 0;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (!emit_is_new_id(row, &seen))
            continue;
        size += strlen(answer_symbol(row)) + strlen(row->name) + 2;
        for (size_t j = 0; j < row->alias_count; j++)
            size += strlen(row->aliases[j]) + 1;
        if (emit_has_text(row))
            size += strlen(row->text) + 1;
        for (size_t j = 0; j < emit_spelling_count(row); j++)
            size += strlen(row->semantics->spellings[j].text) + 1;
    }
    return size;
}
