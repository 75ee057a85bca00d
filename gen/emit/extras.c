/* SPDX-License-Identifier: MIT */
/* extras.inc: what the wsclose tool knows of a row and the library does not. */
#include "emit/emit.h"

#include "emit/c_source.h"
#include "model/answer.h"
#include "model/link.h"

static void put(FILE *out, const char *text) {
    if (text)
        c_string(out, text);
    else
        fputs("NULL", out);
}

static void put_links(FILE *out, struct links links) {
    fputs(",\n LINKS(", out);
    for (size_t i = 0; i < links.count; i++) {
        fputs("{", out);
        put(out, links.list[i].text);
        fputs(", ", out);
        put(out, links.list[i].url);
        fputs("},\n       ", out);
    }
    fputs("{NULL, NULL})", out);
}

static void put_spellings(FILE *out, const struct row *row) {
    fputs(",\n TEXTS(", out);
    for (size_t i = 0; answer_spelling(row, i); i++) {
        put(out, answer_spelling(row, i));
        fputs(", ", out);
    }
    fputs("NULL)},\n", out);
}

void emit_extras(const struct model *model, FILE *out) {
    struct arena arena = {0};
    c_banner(out, model,
             "What the wsclose tool knows of each row beside the library: the "
             "first code,\n * the registration rule, references, what the "
             "advice rests on, spellings.");
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        fprintf(out, "{%u, ", row->first);
        put(out, answer_registration_rule(model, row));
        put_links(out, links_of_references(&arena, row));
        put_links(out, links_of_advice(&arena, model, row));
        put_spellings(out, row);
        arena_clear(&arena);
    }
    arena_free(&arena);
}
