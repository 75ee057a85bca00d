/* SPDX-License-Identifier: MIT */
#include "command/update.h"

#include <stdlib.h>
#include <string.h>

#include "model/naming.h"
#include "read/document.h"

/* A code that was only ever reserved, and is assigned now, gets a new symbol:
   the one it had becomes an alias. */
static bool is_first_assignment(const struct model *current,
                                const struct row *row) {
    return row->kind == KIND_ASSIGNED &&
           !model_registered_as(current, row->first);
}

static void copy_symbols(struct row *row, const struct row *before) {
    row->symbol = before->symbol;
    row->aliases = before->aliases;
    row->alias_count = before->alias_count;
}

/* A first sync gives the symbols that others know already, those of the
   installed snapshot, to registrations that are the same there. */
static void adopt_symbols(const struct sources *sources, struct sync *sync) {
    struct report ignored = {0};
    model_free(&sync->installed);
    bool is_read = sources->installed.bytes &&
                   document_read(&sources->installed, DOCUMENT_SNAPSHOT,
                                 &ignored, &sync->installed) == GEN_OK;
    report_free(&ignored);
    for (size_t i = 0; is_read && i < sync->model.row_count; i++) {
        struct row *row = &sync->model.rows[i];
        const struct row *there = model_row(&sync->installed, row->first);
        if (kind_is_named(row->kind) && there->kind == row->kind &&
            strcmp(there->text, row->text) == 0)
            copy_symbols(row, there);
    }
}

/* Symbols that were given stay with their codes. */
static void keep_symbols(const struct model *current, struct model *model) {
    for (size_t i = 0; i < model->row_count; i++) {
        struct row *row = &model->rows[i];
        const struct row *before = model_row(current, row->first);
        if (!kind_is_named(row->kind) || !kind_is_named(before->kind))
            continue;
        copy_symbols(row, before);
        if (is_first_assignment(current, row)) {
            row_add_alias(&model->arena, row, row->symbol);
            row->symbol = NULL;
        }
    }
}

/* Symbols of codes that are gone are kept for the day they return, the symbol
   before its aliases. */
static void retire_symbols(const struct model *current, struct model *model) {
    for (size_t i = 0; i < current->retired_count; i++) {
        const struct retired *retired = &current->retired[i];
        struct row *row = model_row(model, retired->code);
        if (!kind_is_named(row->kind))
            model_retire(model, retired->code, retired->symbol);
        else if (!row->symbol && !is_first_assignment(current, row))
            row->symbol = retired->symbol;
        else
            row_add_alias(&model->arena, row, retired->symbol);
    }
    for (size_t i = 0; i < current->row_count; i++) {
        const struct row *row = &current->rows[i];
        if (!kind_is_named(row->kind) ||
            kind_is_named(model_row(model, row->first)->kind))
            continue;
        model_retire(model, row->first, row->symbol);
        for (size_t j = 0; j < row->alias_count; j++)
            model_retire(model, row->first, row->aliases[j]);
    }
}

/* What codes were that are not assigned now is remembered: they are given to
   nothing else unless a person says so. */
static void remember(const struct model *current, struct model *model) {
    for (unsigned code = 0; code < PROTOCOL_CODE_LIMIT; code++) {
        const char *text = model_registered_as(current, code);
        if (text && model_row(model, code)->kind != KIND_ASSIGNED)
            model_add_former(model, code, text);
    }
}

/* What is known of a document that is refused, for the report alone: what is
   wrong with semantics.xml is no part of why. */
static bool can_join(const struct sources *sources, struct model *model) {
    struct report ignored = {0};
    bool ret = sources_join(sources, &ignored, model) == GEN_OK;
    report_free(&ignored);
    return ret;
}

int sync_read_current(const struct sources *sources, struct report *report,
                      struct sync *ret) {
    if (!sources->snapshot.bytes)
        return GEN_OK;
    return document_read(&sources->snapshot, DOCUMENT_SNAPSHOT, report,
                         &ret->current);
}

int sync_keep(const struct sources *sources, struct report *report,
              struct sync *ret) {
    int result = sources_join(sources, report, &ret->current);
    return result < 0 ? result : symbols_assign(&ret->current, report);
}

int sync_compare(const struct file *document, const struct sources *sources,
                 const struct policy_overrides *overrides,
                 struct report *report, struct sync *ret) {
    struct model *current = &ret->current, *model = &ret->model;
    model_free(model);
    int result = document_read(document, DOCUMENT_FROM_IANA, report, model);
    if (result < 0)
        return result;
    ret->is_read = true;
    changes_find(current, model, &ret->changes);
    ret->changed = !current->digest || ret->changes.count;
    if (!ret->changed)
        return sync_keep(sources, report, ret);
    if (current->row_count) {
        keep_symbols(current, model);
        retire_symbols(current, model);
        remember(current, model);
    } else {
        adopt_symbols(sources, ret);
    }
    result = policy_judge(current, model, &ret->changes, overrides,
                          document->path, report);
    if (result < 0) {
        ret->is_joined = can_join(sources, model);
        return result;
    }
    result = sources_join(sources, report, model);
    return result < 0 ? result : symbols_assign(model, report);
}

struct model *sync_model(struct sync *sync) {
    return sync->changed ? &sync->model : &sync->current;
}

void sync_free(struct sync *sync) {
    changes_free(&sync->changes);
    model_free(&sync->model);
    model_free(&sync->installed);
    model_free(&sync->current);
}
