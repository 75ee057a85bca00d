/* SPDX-License-Identifier: MIT */
/* extras.inc: what the wsclose tool knows of a row and the library does not. */
#include "emit/emit.h"

#include "emit/c_source.h"
#include "model/answer.h"
#include "model/link.h"

static void put_links(struct stream *out, struct links links) {
    stream_put(out, ",\n LINKS(");
    for (size_t i = 0; i < links.count; i++) {
        stream_put(out, "{");
        c_string_or_null(out, links.list[i].text);
        stream_put(out, ", ");
        c_string_or_null(out, links.list[i].url);
        stream_put(out, "},\n       ");
    }
    stream_put(out, "{NULL, NULL})");
}

static void put_names(struct stream *out, const struct row *row,
                      answer_list *list) {
    stream_put(out, ",\n TEXTS(");
    for (size_t i = 0; list(row, i); i++) {
        c_string_or_null(out, list(row, i));
        stream_put(out, ", ");
    }
    stream_put(out, "NULL)");
}

void emit_extras(const struct model *model, struct stream *out) {
    struct arena arena = {0};
    c_banner(out, model,
             "What the wsclose tool knows of each row beside the library: the "
             "first code,\n * the registration rule, references, what the "
             "advice rests on, spellings,\n * former symbols.");
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        stream_printf(out, "{%u, ", row->first);
        c_string_or_null(out, answer_registration_rule(model, row));
        put_links(out, links_of_references(&arena, row));
        put_links(out, links_of_advice(&arena, model, row));
        put_names(out, row, answer_spelling);
        put_names(out, row, answer_former_symbol);
        stream_put(out, "},\n");
        arena_clear(&arena);
    }
    arena_free(&arena);
}
