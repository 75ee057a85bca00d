/* SPDX-License-Identifier: MIT */
#include "model/naming.h"

#include <stdio.h>
#include <string.h>

#include <libxml/hash.h>

#include "model/symbol.h"

/* As wsclose_from_name() compares it: to that, no two symbols may be one. */
static const char *folded_of(struct arena *arena, const char *symbol) {
    char *folded = arena_alloc(arena, strlen(symbol) + 1), *end = folded;
    for (const char *at = symbol; *at; at++)
        if (*at != '_')
            *end++ = *at;
    return folded;
}

struct naming {
    struct model *model;
    struct report *report;
    xmlHashTable *rows; /* symbol or alias, folded -> its row */
};

static const struct row *owner(const struct naming *naming,
                               const char *symbol) {
    return xmlHashLookup(naming->rows,
                         BAD_CAST folded_of(&naming->model->arena, symbol));
}

static void claim(struct naming *naming, const char *symbol, struct row *row) {
    const char *folded = folded_of(&naming->model->arena, symbol);
    if (xmlHashAddEntry(naming->rows, BAD_CAST folded, row) != 0)
        memory_exhausted();
}

static bool is_placeholder(const char *symbol, const struct row *row) {
    char placeholder[16];
    snprintf(placeholder, sizeof placeholder, "CODE_%u", row->first);
    return strcmp(symbol, placeholder) == 0;
}

static int claim_recorded(struct naming *naming, const char *symbol,
                          struct row *row) {
    if (!symbol_is_legal(symbol))
        return report_error(naming->report, GEN_BAD_DOCUMENT, row->path,
                            row->line,
                            "the symbol \"%s\" is no identifier; the snapshot "
                            "is written by wsclose-gen sync alone",
                            symbol);
    const struct row *other = owner(naming, symbol);
    if (other)
        return report_error(naming->report, GEN_BAD_DOCUMENT, row->path,
                            row->line,
                            "the symbol %s of %u is also that of %u; a symbol "
                            "is given once",
                            symbol, row->first, other->first);
    claim(naming, symbol, row);
    return GEN_OK;
}

/* What semantics.xml would have, and what stays: it never ends a sync. */
static void warn_of_given(const struct naming *naming, const struct row *row,
                          unsigned owner, const char *owned) {
    report_warning(naming->report, row->semantics->path, row->semantics->line,
                   "the symbol %s is not given to %u: %u has %s already, and a "
                   "symbol never changes; give this entry another",
                   row->semantics->symbol, row->first, owner, owned);
}

static int claim_given(struct naming *naming, struct row *row) {
    const char *symbol = row->semantics ? row->semantics->symbol : NULL;
    if (!symbol || (row->symbol && strcmp(row->symbol, symbol) == 0))
        return GEN_OK;
    if (symbol_is_reserved(symbol))
        return report_error(naming->report, GEN_BAD_DOCUMENT,
                            row->semantics->path, row->semantics->line,
                            "the symbol %s of %u is one of the library's own "
                            "names; choose another",
                            symbol, row->first);
    const struct row *other = owner(naming, symbol);
    if (row->symbol && !is_placeholder(row->symbol, row))
        warn_of_given(naming, row, row->first, row->symbol);
    else if (other)
        warn_of_given(naming, row, other->first, symbol);
    else {
        if (row->symbol)
            row_add_alias(&naming->model->arena, row, row->symbol);
        row->symbol = symbol;
        claim(naming, symbol, row);
    }
    return GEN_OK;
}

/* CODE_3000: it is free, or a former symbol of the code itself. */
static void claim_placeholder(struct naming *naming, struct row *row) {
    row->symbol = arena_printf(&naming->model->arena, "CODE_%u", row->first);
    if (owner(naming, row->symbol))
        row_drop_alias(&naming->model->arena, row, row->symbol);
    else
        claim(naming, row->symbol, row);
}

static int claim_derived(struct naming *naming, struct row *row) {
    struct arena *arena = &naming->model->arena;
    if (row->symbol)
        return GEN_OK;
    const char *symbol = symbol_derive(arena, row->text);
    if (symbol && (symbol_is_reserved(symbol) || owner(naming, symbol)))
        symbol = arena_printf(arena, "%s_%u", symbol, row->first);
    if (!symbol || !symbol_is_legal(symbol) || owner(naming, symbol)) {
        claim_placeholder(naming, row);
        return GEN_OK;
    }
    row->symbol = symbol;
    claim(naming, symbol, row);
    return GEN_OK;
}

/* A retired symbol stays its code's own. */
static int claim_retired(struct naming *naming, const struct retired *retired) {
    struct row *row = arena_alloc(&naming->model->arena, sizeof *row);
    row->first = row->last = retired->code;
    row->path = naming->model->path;
    row->line = 1;
    return claim_recorded(naming, retired->symbol, row);
}

static int claim_all_recorded(struct naming *naming, struct row *row) {
    int result =
        row->symbol ? claim_recorded(naming, row->symbol, row) : GEN_OK;
    for (size_t i = 0; i < row->alias_count && result == GEN_OK; i++)
        result = claim_recorded(naming, row->aliases[i], row);
    return result;
}

/* What to do about a symbol of a private code. */
static const char *way_out(const char *symbol, const struct row *row) {
    for (size_t i = 0; i < row->alias_count; i++)
        if (symbol == row->aliases[i])
            return "take it out of the attribute aliases";
    return "give it another in the attribute symbol";
}

static int claim_private(struct naming *naming, const char *symbol,
                         struct row *row) {
    const struct row *other = owner(naming, symbol);
    if (!symbol_is_legal(symbol))
        return report_error(naming->report, GEN_BAD_DOCUMENT, row->path,
                            row->line,
                            "the symbol \"%s\" is no identifier; write up to "
                            "55 upper-case letters, digits and single "
                            "underscores",
                            symbol);
    if (symbol_is_reserved(symbol) && !is_placeholder(symbol, row))
        return report_error(naming->report, GEN_BAD_DOCUMENT, row->path,
                            row->line,
                            "the symbol %s of %u is one of the library's own "
                            "names; %s",
                            symbol, row->first, way_out(symbol, row));
    if (other)
        return report_error(naming->report, GEN_BAD_DOCUMENT, row->path,
                            row->line,
                            "the symbol %s of %u is that of %u in %s:%ld; %s",
                            symbol, row->first, other->first, other->path,
                            other->line, way_out(symbol, row));
    claim(naming, symbol, row);
    return GEN_OK;
}

/* The symbol of a range, and the names of its ends. */
static int claim_range(struct naming *naming, struct row *row) {
    struct arena *arena = &naming->model->arena;
    const char *const names[] = {row->symbol,
                                 arena_printf(arena, "%s_FIRST", row->symbol),
                                 arena_printf(arena, "%s_LAST", row->symbol)};
    int result = GEN_OK;
    for (size_t i = 0; i < 3 && result == GEN_OK; i++)
        result = claim_private(naming, names[i], row);
    return result;
}

static int claim_all_private(struct naming *naming, struct row *row) {
    if (!row_is_first(row))
        return GEN_OK;
    int result = row->range.last ? claim_range(naming, row)
                                 : claim_private(naming, row->symbol, row);
    for (size_t i = 0; i < row->alias_count && result == GEN_OK; i++)
        result = claim_private(naming, row->aliases[i], row);
    return result;
}

/* Recorded symbols come first, then those that semantics.xml gives, then those
   made of descriptions, then those of private codes, each in the order of the
   codes. */
static int assign(struct naming *naming) {
    static const struct {
        bool is_private;
        int (*claim)(struct naming *naming, struct row *row);
    } steps[] = {{false, claim_all_recorded},
                 {false, claim_given},
                 {false, claim_derived},
                 {true, claim_all_private}};
    struct model *model = naming->model;
    int result = GEN_OK;
    for (size_t i = 0; i < model->retired_count && result == GEN_OK; i++)
        result = claim_retired(naming, &model->retired[i]);
    for (size_t step = 0; step < sizeof steps / sizeof *steps; step++)
        for (size_t i = 0; i < model->row_count && result == GEN_OK; i++) {
            struct row *row = &model->rows[i];
            if (kind_is_named(row->kind) &&
                (row->kind == KIND_PRIVATE) == steps[step].is_private)
                result = steps[step].claim(naming, row);
        }
    return result;
}

int symbols_assign(struct model *model, struct report *report) {
    struct naming naming = {model, report, xmlHashCreate(256)};
    if (!naming.rows)
        memory_exhausted();
    int result = assign(&naming);
    xmlHashFree(naming.rows, NULL);
    return result;
}
