/* SPDX-License-Identifier: MIT */
#include "model/model.h"

#include <stdlib.h>
#include <string.h>

const struct kind_facts *kind_facts(enum kind kind) {
    static const struct kind_facts facts[] = {
        [KIND_ASSIGNED] = {"assigned", "ASSIGNED", NULL, NULL, NULL},
        [KIND_RESERVED] = {"reserved", "RESERVED", NULL, NULL, NULL},
        [KIND_PRIVATE] = {"private", "PRIVATE_USE", NULL, NULL, NULL},
        [KIND_UNUSED] = {"unused", "UNUSED", "UNUSED", "Unused", ""},
        [KIND_UNASSIGNED_PROTOCOL] = {"unassigned-protocol", "UNASSIGNED",
                                      "UNASSIGNED", "Unassigned", "Unassigned"},
        [KIND_UNASSIGNED_REGISTERED] = {"unassigned-registered", "UNASSIGNED",
                                        "UNASSIGNED", "Unassigned",
                                        "Unassigned"},
        [KIND_PRIVATE_USE] = {"private-use", "PRIVATE_USE", "PRIVATE_USE",
                              "Reserved for Private Use",
                              "Reserved for Private Use"},
        [KIND_INVALID] = {"invalid", "INVALID", "INVALID", "Invalid", ""},
    };
    return &facts[kind];
}

bool kind_is_named(enum kind kind) {
    return kind == KIND_ASSIGNED || kind == KIND_RESERVED ||
           kind == KIND_PRIVATE;
}

bool model_can_register(unsigned code) {
    return code >= PROTOCOL_FIRST && code < PROTOCOL_PRIVATE_FIRST;
}

void model_free(struct model *model) {
    free(model->rows);
    free(model->policies);
    free(model->retired);
    free(model->formers);
    free(model->semantics);
    free(model->clients);
    arena_free(&model->arena);
    *model = (struct model){0};
}

struct row *model_row(const struct model *model, unsigned code) {
    size_t low = 0, high = model->row_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (model->rows[middle].first <= code)
            low = middle;
        else
            high = middle;
    }
    return &model->rows[low];
}

void model_retire(struct model *model, unsigned code, const char *symbol) {
    model->retired = memory_append(model->retired, model->retired_count,
                                   sizeof *model->retired);
    model->retired[model->retired_count++] = (struct retired){code, symbol};
}

void model_add_former(struct model *model, unsigned code, const char *text) {
    model->formers = memory_append(model->formers, model->former_count,
                                   sizeof *model->formers);
    model->formers[model->former_count++] = (struct former){code, text};
}

const char *model_registered_as(const struct model *model, unsigned code) {
    if (model->row_count && model_row(model, code)->kind == KIND_ASSIGNED)
        return model_row(model, code)->text;
    for (size_t i = 0; i < model->former_count; i++)
        if (model->formers[i].code == code)
            return model->formers[i].text;
    return NULL;
}

void row_add_alias(struct arena *arena, struct row *row, const char *alias) {
    const char **aliases =
        arena_alloc(arena, (row->alias_count + 1) * sizeof *aliases);
    for (size_t i = 0; i < row->alias_count; i++)
        aliases[i] = row->aliases[i];
    aliases[row->alias_count++] = alias;
    row->aliases = aliases;
}

void row_drop_alias(struct arena *arena, struct row *row, const char *alias) {
    struct row kept = {0};
    for (size_t i = 0; i < row->alias_count; i++)
        if (strcmp(row->aliases[i], alias) != 0)
            row_add_alias(arena, &kept, row->aliases[i]);
    row->aliases = kept.aliases;
    row->alias_count = kept.alias_count;
}

bool row_is_free(const struct row *row) {
    return row->kind == KIND_PRIVATE_USE ||
           row->kind == KIND_UNASSIGNED_REGISTERED;
}

bool row_is_code(const struct row *row) {
    return kind_is_named(row->kind) && !row->range.last;
}

bool row_is_first(const struct row *row) {
    return !row->range.last || row->range.id == row->first;
}

const char *row_status(const struct row *row) {
    bool is_unassigned =
        row->kind == KIND_PRIVATE && row->first < PROTOCOL_PRIVATE_FIRST;
    return kind_facts(is_unassigned ? KIND_UNASSIGNED_REGISTERED : row->kind)
        ->status;
}

size_t model_code_count(const struct model *model) {
    size_t count = 0;
    for (size_t i = 0; i < model->row_count; i++)
        count += row_is_code(&model->rows[i]);
    return count;
}

size_t model_private_count(const struct model *model) {
    size_t count = 0;
    for (size_t i = 0; i < model->row_count; i++)
        count +=
            model->rows[i].kind == KIND_PRIVATE && row_is_code(&model->rows[i]);
    return count;
}

size_t model_range_count(const struct model *model) {
    size_t count = 0;
    for (size_t i = 0; i < model->row_count; i++)
        count += model->rows[i].range.last && row_is_first(&model->rows[i]);
    return count;
}
