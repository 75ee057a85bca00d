/* SPDX-License-Identifier: MIT */
#include "read/private.h"

#include <string.h>

#include "base/text.h"
#include "io/folders.h"
#include "model/partition.h"
#include "model/symbol.h"
#include "read/application.h"

#define OWN_CODES                                                              \
    "an application's own are 4000-4999, and those of 3000-3999 that nobody "  \
    "has registered"

/* Where a row is that stands in a file. */
static const char *place_of(struct arena *arena, const struct row *row) {
    return row->line ? arena_printf(arena, " in %s:%ld", row->path, row->line)
                     : "";
}

/* A code that cannot be the application's: another file gives it a meaning, or
   it is IANA's. What an application of the generator's data says of IANA's
   codes is for people, and is left out. */
static void refuse_code(struct parse *parse, const struct row *row,
                        unsigned code, const struct row *other) {
    struct arena *arena = &parse->model->arena;
    if (other->kind == KIND_PRIVATE)
        parse_error_at(parse, row->line,
                       "%u is also%s; one library has one meaning for a code: "
                       "take one out, or give each file a target of its own",
                       code, place_of(arena, other));
    else
        parse_error_at(parse, row->line, "%u is \"%s\"%s; " OWN_CODES, code,
                       other->name, place_of(arena, other));
}

/* Which codes of a file are left out. */
struct left_out {
    bool is[PROTOCOL_CODE_LIMIT];
    bool may_be; /* or else such a code is an error */
};

/* Other rules begin at 4000, and a range is one row. */
static void check_range(struct parse *parse, const struct row *row) {
    if (row->first < PROTOCOL_PRIVATE_FIRST &&
        row->last >= PROTOCOL_PRIVATE_FIRST)
        parse_error_at(parse, row->line,
                       "%u-%u crosses 4000, where the status changes; write a "
                       "record for each side",
                       row->first, row->last);
}

static void check_codes(struct parse *parse, const struct row *row,
                        struct left_out *left_out) {
    for (unsigned code = row->first; code <= row->last; code++) {
        const struct row *other = model_row(parse->model, code);
        if (row_is_free(other))
            continue;
        if (other->kind == KIND_PRIVATE || !left_out->may_be)
            refuse_code(parse, row, code, other);
        left_out->is[code] = true;
    }
    check_range(parse, row);
}

static void warn_of_left_out(struct parse *parse,
                             const struct left_out *left_out) {
    struct arena *arena = &parse->model->arena;
    const char *list = "";
    for (unsigned first = 0, end; first < PROTOCOL_CODE_LIMIT; first = end) {
        for (end = first + 1; end < PROTOCOL_CODE_LIMIT &&
                              left_out->is[first] && left_out->is[end];)
            end++;
        const char *comma = *list ? ", " : "";
        if (left_out->is[first])
            list = end - first > 1
                       ? arena_printf(arena, "%s%s%u-%u", list, comma, first,
                                      end - 1)
                       : arena_printf(arena, "%s%s%u", list, comma, first);
    }
    if (*list)
        report_warning(parse->report, parse->path, 0,
                       "these are left to IANA: %s; " OWN_CODES, list);
}

/* Where a note belongs that the library has no place for. */
static struct text with_note(struct arena *arena, struct text text) {
    size_t len = strlen(text.description);
    bool is_spaced = len && (unsigned char)text.description[len - 1] < 0x80;
    if (*text.note)
        text.description = arena_printf(arena, "%s%s%s", text.description,
                                        is_spaced ? " " : "", text.note);
    return text;
}

/* The symbol that the record or its description gives, behind the prefix; or
   else the code. */
static const char *symbol_of(struct arena *arena, const struct row *record,
                             const char *prefix) {
    const char *symbol =
        record->symbol ? record->symbol : symbol_derive(arena, record->text);
    if (symbol && prefix)
        symbol = arena_printf(arena, "%s_%s", prefix, symbol);
    if (symbol && (record->symbol || symbol_is_legal(symbol)))
        return symbol;
    return arena_printf(arena, "%s%sCODE_%u", prefix ? prefix : "",
                        prefix ? "_" : "", record->first);
}

/* The row without the codes and rules of its place. */
static struct row row_of(struct model *model, const struct row *record,
                         const char *prefix) {
    struct arena *arena = &model->arena;
    struct row row = *record;
    row.symbol = symbol_of(arena, record, prefix);
    if (!*row.name)
        row.name = row.text = record->texts->meaning;
    for (size_t i = 0; i < model->language_count; i++)
        row.texts[i] = with_note(arena, record->texts[i]);
    if (record->first != record->last)
        row.range = (struct private_range){record->first, record->last, 0};
    return row;
}

/* What is said of all codes of the place, with the record's own advice; the
   library takes it from whoever sends it. */
static const struct semantics_entry *
join_semantics(struct arena *arena, const struct semantics_entry *common,
               const struct semantics_entry *own) {
    struct semantics_entry *entry = arena_alloc(arena, sizeof *entry);
    *entry = *common;
    entry->cause_count = 0;
    if (own->reconnect.value) {
        entry->reconnect = own->reconnect;
        entry->min_ms = own->min_ms;
        entry->max_ms = own->max_ms;
        entry->basis = own->basis;
    }
    return entry;
}

/* Gives the record the codes that are still free. */
static void add_row(struct model *model, const struct row *record,
                    const char *prefix) {
    struct row row = row_of(model, record, prefix);
    for (unsigned code = record->first; code <= record->last;
         code = row.last + 1) {
        const struct row *place = model_row(model, code);
        row.first = code;
        row.last = place->last < record->last ? place->last : record->last;
        if (!row_is_free(place))
            continue;
        if (row.range.last && !row.range.id)
            row.range.id = code;
        row.semantics =
            join_semantics(&model->arena, place->semantics, record->semantics);
        model_add_private(model, &row);
    }
}

/* Codes come before the ranges that they stand in. */
static void add_rows(struct parse *parse,
                     const struct application *application) {
    struct left_out left_out = {.may_be = application->as_of != NULL};
    for (size_t i = 0; i < application->row_count; i++)
        check_codes(parse, &application->rows[i], &left_out);
    if (parse->result < 0)
        return;
    warn_of_left_out(parse, &left_out);
    for (int is_range = 0; is_range < 2; is_range++)
        for (size_t i = 0; i < application->row_count; i++) {
            const struct row *row = &application->rows[i];
            if ((row->first != row->last) == is_range)
                add_row(parse->model, row, application->prefix);
        }
}

/* The file's name without its folders, which differ from machine to machine.
 */
static const char *name_of(struct arena *arena, const char *path) {
    char *name = arena_join(arena, folders_behind(path), "");
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
                          .codes = "; " OWN_CODES};
    struct application application;
    const xmlNode *root = parse_begin(&parse);
    if (root) {
        note_file(model, name);
        application_read(&parse, root, &application);
        if (parse.result == GEN_OK)
            add_rows(&parse, &application);
    }
    return parse_end(&parse);
}
