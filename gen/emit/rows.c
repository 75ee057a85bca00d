/* SPDX-License-Identifier: MIT */
/* The lists that every table of the library is expanded from. */
#include "emit/emit.h"

#include <stdint.h>
#include <string.h>

#include "model/answer.h"
#include "emit/c_source.h"

const char *emit_id(const struct row *row, char buffer[32]) {
    if (kind_is_named(row->kind)) {
        snprintf(buffer, 32, "%u",
                 row->range.last ? row->range.id : row->first);
        return buffer;
    }
    snprintf(buffer, 32, "%s", kind_facts(row->kind)->id);
    for (char *at = buffer; *at; at++)
        if (*at == '-')
            *at = '_';
    return buffer;
}

const char *emit_unsigned_type(size_t max) {
    return max <= UINT8_MAX    ? "uint8_t"
           : max <= UINT16_MAX ? "uint16_t"
                               : "uint32_t";
}

bool emit_is_new_id(const struct row *row, unsigned *seen) {
    if (kind_is_named(row->kind))
        return row_is_first(row);
    unsigned bit = 1u << row->kind;
    bool is_new = !(*seen & bit);
    *seen |= bit;
    return is_new;
}

void emit_rows(const struct model *model, struct stream *out) {
    char id[32];
    c_banner(out, model, "The rows: ROW(first code, status, id).");
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        stream_printf(out, "ROW(%u, %s, %s)\n", row->first, row_status(row),
                      emit_id(row, id));
    }
    stream_put(out, "#undef ROW\n");
}

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

void emit_names(const struct model *model, struct stream *out) {
    char id[32];
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
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (!emit_is_new_id(row, &seen))
            continue;
        stream_printf(out, "NAME(%s, \"%s\", ", emit_id(row, id),
                      answer_symbol(row));
        c_string(out, row->name);
        stream_put(out, ")\n");
        for (size_t j = 0; j < row->alias_count; j++)
            stream_printf(out, "ALIAS(%s)\n", row->aliases[j]);
        if (emit_has_text(row)) {
            stream_printf(out, "TEXT(%u, ", row->first);
            c_string(out, row->text);
            stream_put(out, ")\n");
        }
        put_spellings(out, row);
    }
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
