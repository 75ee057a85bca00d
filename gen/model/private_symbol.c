#include "model/private_symbol.h"

#include <stdio.h>
#include <string.h>

#include <libxml/hash.h>

#include "model/symbol.h"

struct taken {
    const struct file *snapshot;
    struct report *report;
    xmlHashTable *rows; /* symbol or alias -> its row */
};

static void take(struct taken *taken, const char *symbol,
                 const struct row *row) {
    if (xmlHashAddEntry(taken->rows, BAD_CAST symbol, (void *)row) != 0)
        memory_exhausted();
}

/* CODE_4001 may be called so itself. */
static bool is_reserved(const char *symbol, const struct row *row) {
    char placeholder[16];
    snprintf(placeholder, sizeof placeholder, "CODE_%u", row->first);
    return symbol_is_reserved(symbol) && strcmp(symbol, placeholder) != 0;
}

static const char *way_out(const char *symbol, const struct row *row) {
    return symbol == row->symbol ? "give it another in the attribute symbol"
                                 : "take it out of the attribute aliases";
}

static int take_private(struct taken *taken, const char *symbol,
                        const struct row *row) {
    if (!symbol_is_legal(symbol))
        return report_error(taken->report, GEN_BAD_DOCUMENT, row->path,
                            row->line,
                            "the symbol \"%s\" is no identifier; write up to "
                            "55 upper-case letters, digits and single "
                            "underscores",
                            symbol);
    if (is_reserved(symbol, row))
        return report_error(taken->report, GEN_BAD_DOCUMENT, row->path,
                            row->line,
                            "the symbol %s of %u is one of the library's own "
                            "names; %s",
                            symbol, row->first, way_out(symbol, row));
    const struct row *other = xmlHashLookup(taken->rows, BAD_CAST symbol);
    if (other)
        return report_error(taken->report, GEN_BAD_DOCUMENT, row->path,
                            row->line,
                            "the symbol %s of %u is that of %u in %s:%ld; %s",
                            symbol, row->first, other->first,
                            other->path ? other->path : taken->snapshot->path,
                            other->line, way_out(symbol, row));
    take(taken, symbol, row);
    return GEN_OK;
}

static int take_all_private(struct taken *taken, const struct row *row) {
    int result = take_private(taken, row->symbol, row);
    for (size_t i = 0; i < row->alias_count && result == GEN_OK; i++)
        result = take_private(taken, row->aliases[i], row);
    return result;
}

static void take_all_registered(struct taken *taken, const struct row *row) {
    take(taken, row->symbol, row);
    for (size_t i = 0; i < row->alias_count; i++)
        take(taken, row->aliases[i], row);
}

static int check(struct taken *taken, struct row *retired,
                 const struct model *model) {
    for (size_t i = 0; i < model->retired_count; i++) {
        retired[i].first = model->retired[i].code;
        retired[i].line = 1;
        take(taken, model->retired[i].symbol, &retired[i]);
    }
    for (size_t i = 0; i < model->row_count; i++)
        if (kind_is_named(model->rows[i].kind) && !model->rows[i].path)
            take_all_registered(taken, &model->rows[i]);
    int result = GEN_OK;
    for (size_t i = 0; i < model->row_count && result == GEN_OK; i++)
        if (model->rows[i].path)
            result = take_all_private(taken, &model->rows[i]);
    return result;
}

int private_check_symbols(const struct model *model,
                          const struct file *snapshot, struct report *report) {
    struct arena arena = {0};
    struct taken taken = {snapshot, report, xmlHashCreate(256)};
    if (!taken.rows)
        memory_exhausted();
    struct row *retired =
        arena_alloc(&arena, model->retired_count * sizeof *retired);
    int result = check(&taken, retired, model);
    xmlHashFree(taken.rows, NULL);
    arena_free(&arena);
    return result;
}
