/* One <record> of a private file. */
#include "read/private_record.h"

#include <string.h>

#include "read/entry.h"
#include "model/symbol.h"
#include "read/text.h"
#include "read/xml.h"

static bool is_own(const xmlNs *ns) {
    return ns && xmlStrEqual(ns->href, BAD_CAST XML_OWN_NAMESPACE);
}

static int check_attributes(struct private_reader *reader,
                            const xmlNode *record) {
    static const char *const iana[] = {"date", "updated", NULL};
    static const char *const own[] = {"symbol", "name", "aliases", NULL};
    for (const xmlAttr *at = record->properties; at; at = at->next) {
        const char *name = (const char *)at->name;
        if (at->ns ? !is_own(at->ns) || !schema_is_in(name, own)
                   : !schema_is_in(name, iana))
            return xml_error(reader->reading.report, reader->reading.file,
                             record,
                             "<record> has no attribute \"%s\" here; it takes "
                             "date and updated, and symbol, name and aliases "
                             "of the namespace %s",
                             name, XML_OWN_NAMESPACE);
    }
    return GEN_OK;
}

static int check_children(struct private_reader *reader,
                          const xmlNode *record) {
    static const char *const iana[] = {"value", "description", "contact",
                                       "xref", NULL};
    for (const xmlNode *at = xml_first_element(record); at;
         at = xml_next_element(at)) {
        const char *name = (const char *)at->name;
        if (!(reading_is(at, name) && schema_is_in(name, iana)) &&
            !schema_is(at, "text") && !schema_is(at, "reconnect"))
            return xml_error(reader->reading.report, reader->reading.file, at,
                             "<%s> cannot stand here in <record>; it takes "
                             "<value>, <description>, <contact> and <xref>, "
                             "and <text> and <reconnect> of the namespace %s",
                             name, XML_OWN_NAMESPACE);
    }
    return GEN_OK;
}

/* Another name than the description. */
static int read_name(struct private_reader *reader, const xmlNode *record,
                     struct row *row) {
    const char *name = xml_attribute(&reader->reading.model->arena, record,
                                     XML_OWN_NAMESPACE, "name");
    row->name = name ? name : row->text;
    if (!*row->name)
        return xml_error(reader->reading.report, reader->reading.file, record,
                         "the name is empty");
    return xml_check_text(reader->reading.report, reader->reading.file, record,
                          "the name", row->name);
}

/* Fills in what a record leaves out: the common advice, empty texts. */
static void complete(const struct model *model,
                     const struct semantics_entry *common,
                     struct semantics_entry *entry, struct text *texts) {
    if (!entry->reconnect.value) {
        entry->reconnect = common->reconnect;
        entry->min_ms = common->min_ms;
        entry->max_ms = common->max_ms;
    } else
        entry->basis = BASIS_PRIVATE;
    for (size_t i = 0; i < model->language_count; i++) {
        if (!texts[i].meaning)
            texts[i].meaning = "";
        if (!texts[i].description)
            texts[i].description = "";
    }
}

/* What is said of all codes of private use, with the record's own texts and
   advice. */
static int read_semantics(struct private_reader *reader, const xmlNode *record,
                          const struct semantics_entry *common,
                          struct row *row) {
    struct model *model = reader->reading.model;
    struct semantics_entry *entry = arena_alloc(&model->arena, sizeof *entry);
    *entry = *common;
    entry->reconnect = (struct rule){0};
    row->texts =
        arena_alloc(&model->arena, model->language_count * sizeof *row->texts);
    int result = GEN_OK;
    for (const xmlNode *child = xml_first_element(record);
         child && result == GEN_OK; child = xml_next_element(child)) {
        if (schema_is(child, "reconnect"))
            result = entry_read_reconnect(&reader->schema, child, entry);
        else if (schema_is(child, "text"))
            result = text_read_of_language(&reader->schema, child, row->texts);
    }
    complete(model, common, entry, row->texts);
    row->semantics = entry;
    return result;
}

static int refuse_code(struct private_reader *reader, const struct row *row,
                       unsigned code, const struct row *registered) {
    const char *where = "";
    if (registered->line)
        where = arena_printf(&reader->reading.model->arena, " in %s:%ld",
                             reader->snapshot->path, registered->line);
    return report_error(reader->reading.report, GEN_BAD_DOCUMENT, row->path,
                        row->line,
                        "%u is outside 4000-4999, the codes that an "
                        "application may call its own; it is \"%s\"%s",
                        code, registered->name, where);
}

/* Every code of the record is of private use and nobody's yet. */
static int check_codes(struct private_reader *reader, const struct row *row) {
    const struct model *model = reader->reading.model;
    for (unsigned code = row->first; code <= row->last; code++) {
        const struct row *other = model_row(model, code);
        if (other->kind == KIND_PRIVATE_USE)
            continue;
        if (other->kind == KIND_PRIVATE)
            return report_error(reader->reading.report, GEN_BAD_DOCUMENT,
                                row->path, row->line,
                                "%u is also in %s:%ld; each code may stand in "
                                "one record",
                                code, other->path, other->line);
        return refuse_code(reader, row, code, other);
    }
    return GEN_OK;
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

/* The record in IANA's schema, with the attributes of our namespace. */
static int read_row(struct private_reader *reader, const xmlNode *record,
                    struct row *ret) {
    struct reading *reading = &reader->reading;
    int result = check_attributes(reader, record);
    if (result == GEN_OK)
        result = check_children(reader, record);
    if (result == GEN_OK)
        result = reading_row(reading, record, ret);
    if (result < 0)
        return result;
    ret->kind = KIND_PRIVATE;
    ret->path = reader->path;
    reading_symbols(reading, record, ret);
    if (ret->alias_count && ret->first != ret->last)
        return xml_error(reading->report, reading->file, record,
                         "a range has no aliases; give each code a record");
    result = check_codes(reader, ret);
    return result < 0 ? result : read_name(reader, record, ret);
}

int private_record(struct private_reader *reader, const xmlNode *record) {
    struct model *model = reader->reading.model;
    struct row row;
    int result = read_row(reader, record, &row);
    if (result == GEN_OK)
        result = read_semantics(reader, record,
                                model_row(model, row.first)->semantics, &row);
    if (result == GEN_OK)
        add_codes(model, &row);
    return result;
}
