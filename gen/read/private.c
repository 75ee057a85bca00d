/* SPDX-License-Identifier: MIT */
#include "read/private.h"

#include <string.h>

#include "base/text.h"
#include "model/symbol.h"
#include "read/application.h"

/* Every code of the record is of private use and nobody's yet. */
static void check_codes(struct parse *parse, const struct row *row) {
    const struct model *model = parse->model;
    for (unsigned code = row->first; code <= row->last; code++) {
        const struct row *other = model_row(model, code);
        const char *where = "";
        if (other->kind == KIND_PRIVATE_USE)
            continue;
        if (other->kind == KIND_PRIVATE)
            parse_error_at(parse, row->line,
                           "%u is also in %s:%ld; each code may stand in one "
                           "record",
                           code, other->path, other->line);
        if (other->line)
            where = arena_printf(&parse->model->arena, " in %s:%ld",
                                 other->path, other->line);
        parse_error_at(parse, row->line,
                       "%u is outside 4000-4999, the codes that an application "
                       "may call its own; it is \"%s\"%s",
                       code, other->name, where);
        return;
    }
}

/* What is said of all codes of private use, with the record's own advice; the
   library takes it from whoever sends it. */
static void join_semantics(struct model *model, struct row *row) {
    struct semantics_entry *entry = arena_alloc(&model->arena, sizeof *entry);
    const struct semantics_entry *own = row->semantics;
    *entry = *model_row(model, row->first)->semantics;
    entry->cause_count = 0;
    if (own->reconnect.value) {
        entry->reconnect = own->reconnect;
        entry->min_ms = own->min_ms;
        entry->max_ms = own->max_ms;
        entry->basis = own->basis;
    }
    row->semantics = entry;
}

/* The first code of a range has the symbol, the others have it with their
   codes behind it. */
static const char *symbol_of(struct arena *arena, const char *symbol,
                             unsigned code, bool is_first) {
    if (symbol && !is_first)
        symbol = arena_printf(arena, "%s_%u", symbol, code);
    if (!symbol || (!is_first && !symbol_is_legal(symbol)))
        symbol = arena_printf(arena, "CODE_%u", code);
    return symbol;
}

/* Gives the codes of the record rows of their own. */
static void add_codes(struct model *model, const struct row *record) {
    const char *symbol = record->symbol
                             ? record->symbol
                             : symbol_derive(&model->arena, record->text);
    for (unsigned code = record->first; code <= record->last; code++) {
        struct row row = *record;
        row.first = row.last = code;
        row.symbol =
            symbol_of(&model->arena, symbol, code, code == record->first);
        model_add_private(model, &row);
    }
}

static void add_rows(struct parse *parse,
                     const struct application *application) {
    for (size_t i = 0; i < application->row_count && parse->result == GEN_OK;
         i++) {
        struct row row = application->rows[i];
        check_codes(parse, &row);
        if (parse->result < 0)
            return;
        join_semantics(parse->model, &row);
        add_codes(parse->model, &row);
    }
}

/* The file's name without its folders, which differ from machine to machine.
 */
static const char *name_of(struct arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    path = slash ? slash + 1 : path;
    char *name = arena_copy(arena, path, strlen(path));
    text_make_printable(name);
    return name;
}

static void note_file(struct model *model, const char *name) {
    const char **names = arena_alloc(
        &model->arena, (model->private_file_count + 1) * sizeof *names);
    for (size_t i = 0; i < model->private_file_count; i++)
        names[i] = model->private_files[i];
    names[model->private_file_count++] = name;
    model->private_files = names;
}

int private_read(const struct file *file, struct report *report,
                 struct model *model) {
    const char *name = name_of(&model->arena, file->path);
    struct parse parse = {.file = file,
                          .report = report,
                          .model = model,
                          .source = name,
                          .codes = "; an application's own are 4000-4999"};
    struct application application;
    const xmlNode *root = parse_begin(&parse);
    if (root) {
        note_file(model, name);
        application_read(&parse, root, &application);
        add_rows(&parse, &application);
    }
    return parse_end(&parse);
}
