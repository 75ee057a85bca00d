/* SPDX-License-Identifier: MIT */
/* rows.inc: the rows, by the id that each list of the library knows them by. */
#include "emit/emit.h"

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
