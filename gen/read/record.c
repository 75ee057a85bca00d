/* SPDX-License-Identifier: MIT */
#include "read/record.h"

#include "read/entry.h"
#include "read/iana.h"
#include "read/text.h"

static const char *const own_attributes[] = {"symbol", "name", "aliases", NULL};

static void check_attributes(struct parse *parse, const xmlNode *record) {
    static const char *const iana[] = {"date", "updated", NULL};
    for (const xmlAttr *at = record->properties; at; at = at->next) {
        const char *name = (const char *)at->name;
        bool is_own =
            at->ns && xmlStrEqual(at->ns->href, BAD_CAST XML_OWN_NAMESPACE);
        if ((at->ns && !is_own) ||
            !parse_is_in(name, is_own ? own_attributes : iana))
            parse_error(parse, record,
                        "<record> has no attribute \"%s\" here; it takes "
                        "date and updated, and symbol, name and aliases of the "
                        "namespace %s",
                        name, XML_OWN_NAMESPACE);
    }
}

static void refuse_child(struct parse *parse, const xmlNode *child) {
    const char *name = (const char *)child->name;
    if (xml_is_own(child, name) && parse_is_in(name, own_attributes))
        parse_error(parse, child,
                    "<%s> is no element; write it as an attribute: "
                    "<record ws:%s=\"...\">",
                    name, name);
    else
        parse_error(parse, child,
                    "<%s> cannot stand here in <record>; it takes <value>, "
                    "<description>, <contact> and <xref>, and <text>, "
                    "<sender> and <reconnect> of the namespace %s",
                    name, XML_OWN_NAMESPACE);
}

static void check_children(struct parse *parse, const xmlNode *record) {
    static const char *const iana[] = {"value", "description", "contact",
                                       "xref", NULL};
    static const char *const own[] = {"text", "sender", "reconnect", NULL};
    for (const xmlNode *at = xml_first_element(record); at;
         at = xml_next_element(at)) {
        const char *name = (const char *)at->name;
        if (!(xml_is_iana(at, name) && parse_is_in(name, iana)) &&
            !(xml_is_own(at, name) && parse_is_in(name, own)))
            refuse_child(parse, at);
    }
}

/* Another name than the description. */
static void read_name(struct parse *parse, const xmlNode *record,
                      struct row *row) {
    const char *name =
        xml_attribute(&parse->model->arena, record, XML_OWN_NAMESPACE, "name");
    row->name = name ? name : row->text;
    if (name && !*name)
        parse_error(parse, record,
                    "the name is empty; write it, or leave it out");
    parse_check_text(parse, record, "the name", row->name);
}

static void read_sender(struct parse *parse, const xmlNode *element,
                        struct semantics_entry *entry) {
    static const char *const attributes[] = {"by", NULL};
    static const char *const by[] = {[SENDERS_UNKNOWN] = "unknown",
                                     [SENDERS_BOTH] = "both",
                                     [SENDERS_CLIENT] = "client",
                                     [SENDERS_SERVER] = "server",
                                     NULL};
    parse_check_attributes(parse, element, attributes);
    parse_check_children(parse, element, parse_nothing);
    if (entry->senders.value)
        parse_error(parse, element,
                    "a second <sender> for one entry; give it "
                    "one");
    entry->senders.value = parse_value(parse, element, "by", by);
}

static void read_own(struct parse *parse, const xmlNode *record,
                     struct row *row) {
    struct model *model = parse->model;
    struct semantics_entry *entry = arena_alloc(&model->arena, sizeof *entry);
    row->semantics = entry;
    row->texts =
        arena_alloc(&model->arena, model->language_count * sizeof *row->texts);
    for (const xmlNode *child = xml_first_element(record); child;
         child = xml_next_element(child)) {
        if (xml_is_own(child, "reconnect"))
            entry_read_reconnect(parse, child, entry);
        else if (xml_is_own(child, "sender"))
            read_sender(parse, child, entry);
        else if (xml_is_own(child, "text"))
            text_read_of_language(parse, child, row->texts);
    }
    if (entry->reconnect.value)
        entry->basis = BASIS_PRIVATE;
    for (size_t i = 0; i < model->language_count; i++) {
        struct text *text = &row->texts[i];
        text->meaning = text->meaning ? text->meaning : "";
        text->description = text->description ? text->description : "";
        text->note = text->note ? text->note : "";
    }
}

struct row record_read(struct parse *parse, const xmlNode *record) {
    check_attributes(parse, record);
    check_children(parse, record);
    struct row row = iana_row(parse, record);
    row.kind = KIND_PRIVATE;
    if (row.alias_count && row.first != row.last)
        parse_error(parse, record,
                    "a range has no aliases; give each code a record");
    read_name(parse, record, &row);
    if (parse->result == GEN_OK)
        read_own(parse, record, &row);
    if (parse->result == GEN_OK && !*row.name && !*row.texts->meaning)
        parse_error(parse, record,
                    "the description of %u is empty; write one, or a <meaning> "
                    "in English",
                    row.first);
    return row;
}
