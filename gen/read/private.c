/* SPDX-License-Identifier: MIT */
#include "read/private.h"

#include <string.h>

#include "base/text.h"
#include "model/symbol.h"
#include "read/entry.h"
#include "read/iana.h"
#include "read/text.h"

static void check_attributes(struct parse *parse, const xmlNode *record) {
    static const char *const iana[] = {"date", "updated", NULL};
    static const char *const own[] = {"symbol", "name", "aliases", NULL};
    for (const xmlAttr *at = record->properties; at; at = at->next) {
        const char *name = (const char *)at->name;
        bool is_own =
            at->ns && xmlStrEqual(at->ns->href, BAD_CAST XML_OWN_NAMESPACE);
        if ((at->ns && !is_own) || !parse_is_in(name, is_own ? own : iana))
            parse_error(parse, record,
                        "<record> has no attribute \"%s\" here; it takes "
                        "date and updated, and symbol, name and aliases of the "
                        "namespace %s",
                        name, XML_OWN_NAMESPACE);
    }
}

static void check_children(struct parse *parse, const xmlNode *record) {
    static const char *const iana[] = {"value", "description", "contact",
                                       "xref", NULL};
    for (const xmlNode *at = xml_first_element(record); at;
         at = xml_next_element(at)) {
        const char *name = (const char *)at->name;
        if (!(xml_is_iana(at, name) && parse_is_in(name, iana)) &&
            !xml_is_own(at, "text") && !xml_is_own(at, "reconnect"))
            parse_error(parse, at,
                        "<%s> cannot stand here in <record>; it takes "
                        "<value>, <description>, <contact> and <xref>, and "
                        "<text> and <reconnect> of the namespace %s",
                        name, XML_OWN_NAMESPACE);
    }
}

/* Another name than the description. */
static void read_name(struct parse *parse, const xmlNode *record,
                      struct row *row) {
    const char *name =
        xml_attribute(&parse->model->arena, record, XML_OWN_NAMESPACE, "name");
    row->name = name ? name : row->text;
    if (!*row->name)
        parse_error(parse, record, "the name is empty");
    parse_check_text(parse, record, "the name", row->name);
}

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

/* The record in IANA's schema, with the attributes of our namespace. */
static struct row read_row(struct parse *parse, const xmlNode *record) {
    check_attributes(parse, record);
    check_children(parse, record);
    struct row row = iana_row(parse, record);
    row.kind = KIND_PRIVATE;
    if (row.alias_count && row.first != row.last)
        parse_error(parse, record,
                    "a range has no aliases; give each code a record");
    if (parse->result == GEN_OK)
        check_codes(parse, &row);
    read_name(parse, record, &row);
    return row;
}

/* What is said of all codes of private use, with the record's own texts and
   advice; empty texts where it has none. */
static void read_semantics(struct parse *parse, const xmlNode *record,
                           struct row *row) {
    struct model *model = parse->model;
    struct semantics_entry *entry = arena_alloc(&model->arena, sizeof *entry);
    const struct semantics_entry *common =
        model_row(model, row->first)->semantics;
    *entry = *common;
    entry->reconnect = (struct rule){0};
    row->texts =
        arena_alloc(&model->arena, model->language_count * sizeof *row->texts);
    for (const xmlNode *child = xml_first_element(record); child;
         child = xml_next_element(child)) {
        if (xml_is_own(child, "reconnect"))
            entry_read_reconnect(parse, child, entry);
        else if (xml_is_own(child, "text"))
            text_read_of_language(parse, child, row->texts);
    }
    if (entry->reconnect.value)
        entry->basis = BASIS_PRIVATE;
    else
        entry->reconnect = common->reconnect;
    for (size_t i = 0; i < model->language_count; i++) {
        struct text *text = &row->texts[i];
        text->meaning = text->meaning ? text->meaning : "";
        text->description = text->description ? text->description : "";
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

static void read_record(struct parse *parse, const xmlNode *record) {
    struct row row = read_row(parse, record);
    if (parse->result < 0)
        return;
    read_semantics(parse, record, &row);
    if (parse->result == GEN_OK)
        add_codes(parse->model, &row);
}

static void read_registry(struct parse *parse, const xmlNode *registry) {
    static const char *const skipped[] = {
        "title", "description",       "note",     "xref",   "expert",
        "range", "registration_rule", "footnote", "hide",   "category",
        "file",  "controller",        "created",  "people", "updated",
        NULL};
    bool is_empty = true;
    for (const xmlNode *child = xml_first_element(registry);
         child && parse->result == GEN_OK; child = xml_next_element(child)) {
        const char *name = (const char *)child->name;
        if (xml_is_iana(child, "record")) {
            is_empty = false;
            read_record(parse, child);
        } else if (!xml_is_iana(child, name) || !parse_is_in(name, skipped))
            parse_error(parse, child,
                        "<%s> cannot stand here in <registry>; its codes are "
                        "each a <record> in %s",
                        name, IANA_NAMESPACE);
    }
    if (is_empty)
        parse_error(parse, registry,
                    "the registry has no <record>; give it one for each code");
}

/* The registry of close codes is the root or one of its children. */
static void read_root(struct parse *parse, const xmlNode *root) {
    static const char *const id = "close-code-number";
    iana_index_people(parse, root);
    if (iana_is_registry(parse, root, id)) {
        read_registry(parse, root);
        return;
    }
    bool is_there = false;
    for (const xmlNode *child = xml_first_element(root); child;
         child = xml_next_element(child))
        if (iana_is_registry(parse, child, id)) {
            is_there = true;
            read_registry(parse, child);
        }
    if (!is_there)
        parse_error(parse, root,
                    "has no <registry id=\"close-code-number\"> in %s; put "
                    "the records into one",
                    IANA_NAMESPACE);
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
    const xmlNode *root = parse_begin(&parse);
    if (root) {
        note_file(model, name);
        read_root(&parse, root);
    }
    return parse_end(&parse);
}
