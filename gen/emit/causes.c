/* SPDX-License-Identifier: MIT */
/* causes.inc: why people meet a code, for the wsclose tool. */
#include "emit/emit.h"

#include "emit/c_source.h"
#include "model/answer.h"

static void put_texts(const struct model *model, const struct row *row,
                      size_t cause, struct stream *out) {
    stream_put(out, " (const char *const[]){\n");
    for (size_t i = 0; i < model->language_count; i++) {
        emit_language_begin(&model->languages[i], i, out);
        c_long_string(out, "     ", answer_cause(row, cause, i));
        stream_put(out, ",\n");
        emit_language_end(i, out);
    }
    stream_put(out, " },\n");
}

static void put_sources(const struct cause *cause, struct stream *out) {
    stream_put(out, " LINKS(");
    for (size_t i = 0; i < cause->source_count; i++) {
        stream_char(out, '{');
        c_string(out, cause->sources[i].text);
        stream_put(out, ", ");
        c_string(out, cause->sources[i].url);
        stream_put(out, "},\n       ");
    }
    stream_put(out, "{NULL, NULL})},\n");
}

void emit_causes(const struct model *model, struct stream *out) {
    c_banner(out, model,
             "Why people meet a code, in the order in which one checks: the "
             "first code of\n * the row, the text in every language, the "
             "sources.");
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        for (size_t j = 0; j < answer_cause_count(row); j++) {
            stream_printf(out, "{%u,\n", row->first);
            put_texts(model, row, j, out);
            put_sources(&row->semantics->causes[j], out);
        }
    }
}
