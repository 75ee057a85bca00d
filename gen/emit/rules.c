/* SPDX-License-Identifier: MIT */
/* rules.inc: what may be done with each row's codes. */
#include "emit/emit.h"

#include <string.h>

#include "base/text.h"
#include "emit/c_source.h"
#include "model/answer.h"

static bool is_alike(const struct row *a, const struct row *b) {
    const struct semantics_entry *x = a->semantics, *y = b->semantics;
    return answer_advice(a) == answer_advice(b) &&
           (x == y || (x->basis == y->basis && x->min_ms == y->min_ms &&
                       x->max_ms == y->max_ms &&
                       strcmp(x->reconnect.source, y->reconnect.source) == 0));
}

/* The first row with the advice of this one, which has some. */
static const struct row *first_alike(const struct model *model,
                                     const struct row *row) {
    const struct row *ret = model->rows;
    while (!is_alike(ret, row))
        ret++;
    return ret;
}

static void put_advice(struct stream *out, const struct row *row) {
    char id[32], value[TEXT_TAG_MAX + 1], basis[TEXT_TAG_MAX + 1];
    const struct semantics_entry *entry = row->semantics;
    stream_printf(out, "ADVICE(%s, %s, %s, %u, %u, ", emit_id(row, id),
                  text_identifier(advice_texts[answer_advice(row)], value),
                  text_identifier(basis_texts[entry->basis], basis),
                  entry->min_ms, entry->max_ms);
    c_string(out, entry->reconnect.source);
    stream_put(out, ")\n");
}

void emit_rules(const struct model *model, struct stream *out) {
    char id[32], wire[TEXT_TAG_MAX + 1], senders[TEXT_TAG_MAX + 1];
    c_banner(out, model,
             "Rules: RULE(first code, wire, senders, advice), ADVICE(id, "
             "advice, basis,\n * least and most milliseconds, source).");
    stream_put(out,
               "#ifndef RULE\n"
               "#define RULE(first, wire, senders, advice)\n"
               "#endif\n"
               "#ifndef ADVICE\n"
               "#define ADVICE(id, advice, basis, min_ms, max_ms, source)\n"
               "#endif\n");
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        const struct row *alike =
            answer_advice(row) ? first_alike(model, row) : NULL;
        if (alike == row)
            put_advice(out, row);
        stream_printf(
            out, "RULE(%u, %s, %s, advice_%s)\n", row->first,
            text_identifier(wire_texts[answer_wire(row)], wire),
            text_identifier(senders_texts[answer_senders(row)], senders),
            alike ? emit_id(alike, id) : "none");
    }
    stream_put(out, "#undef RULE\n"
                    "#undef ADVICE\n");
}

size_t emit_advice_count(const struct model *model) {
    size_t count = 0;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        count += answer_advice(row) && first_alike(model, row) == row;
    }
    return count;
}
