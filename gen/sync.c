#include "sync.h"

#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "semantics.h"
#include "snapshot.h"
#include "symbol.h"

/* Symbols that were given stay with their codes. */
static void keep_symbols(const struct model *held, struct model *model) {
    for (size_t i = 0; i < model->row_count; i++) {
        struct row *row = &model->rows[i];
        if (!kind_is_named(row->kind))
            continue;
        const struct row *before = model_row(held, row->first);
        row->symbol = before->symbol;
        row->aliases = before->aliases;
        row->alias_count = before->alias_count;
    }
}

static int write_snapshot(struct model *model, struct sources *sources,
                          struct report *report) {
    int result = semantics_read(&sources->semantics, report, model);
    if (result == GEN_OK)
        result = symbols_assign(model, &sources->snapshot, &sources->semantics,
                                report);
    if (result < 0)
        return result;
    file_free(&sources->snapshot);
    snapshot_write(model, &sources->snapshot.bytes, &sources->snapshot.len);
    return GEN_OK;
}

int sync_snapshot(const struct file *document, struct sources *sources,
                  struct report *report) {
    struct model held = {0}, model = {0};
    int result = document_read(document, DOCUMENT_FROM_IANA, report, &model);
    if (result == GEN_OK && sources->snapshot.bytes)
        result =
            document_read(&sources->snapshot, DOCUMENT_SNAPSHOT, report, &held);
    if (result < 0)
        goto out;
    if (held.digest && strcmp(held.digest, model.digest) == 0)
        goto out;
    model.source = held.source ? held.source : SYNC_DEFAULT_URL;
    if (held.row_count)
        keep_symbols(&held, &model);
    result = write_snapshot(&model, sources, report);
out:
    model_free(&model);
    model_free(&held);
    return result;
}
