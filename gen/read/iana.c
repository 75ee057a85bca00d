/* SPDX-License-Identifier: MIT */
#include "read/iana.h"

#include <string.h>

#include "base/text.h"
#include "model/link.h"
#include "read/value.h"

/* A node's text, white space collapsed. What is too long to be accepted is cut
   short, still too long. */
static char *content_of(struct parse *parse, const xmlNode *node) {
    char *ret = xml_content(&parse->model->arena, node);
    ret[strnlen(ret, TEXT_MAX_BYTES + 1)] = '\0';
    return ret;
}

static char *person_name(struct parse *parse, const char *id) {
    char *name = xmlHashLookup(parse->people, BAD_CAST id);
    if (name && *name)
        return name;
    name = arena_copy(&parse->model->arena, id, strlen(id));
    for (char *at = name; *at; at++)
        if (*at == '_')
            *at = ' ';
    return name;
}

/* A reference to a person becomes the person's name: addresses are not kept. */
static struct reference read_reference(struct parse *parse,
                                       const xmlNode *xref) {
    const char *type = parse_attribute(parse, xref, "type");
    const char *data = parse_attribute(parse, xref, "data");
    char *text = content_of(parse, xref);
    if (!type)
        type = "";
    if (!data)
        data = "";
    if (strcmp(type, "person") == 0)
        return (struct reference){"text", "",
                                  *text ? text : person_name(parse, data)};
    return (struct reference){type, data, text};
}

static bool is_text(const xmlNode *node) {
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* The text of an element, references in it spelled out, into out; blanks
   between two references are a comma. */
static void collect_text(struct parse *parse, const xmlNode *node,
                         xmlBuffer *out) {
    bool after_reference = false; /* blanks aside */
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (after_reference && xmlIsBlankNode(child))
            continue;
        bool is_reference = xml_is_iana(child, "xref");
        if (is_reference) {
            struct reference reference = read_reference(parse, child);
            xmlBufferCCat(out, after_reference ? ", " : "");
            xmlBufferCCat(out,
                          reference_display(&parse->model->arena, &reference));
        } else if (is_text(child)) {
            xmlBufferCat(out, child->content);
        } else if (child->type == XML_ELEMENT_NODE) {
            collect_text(parse, child, out);
        }
        after_reference = is_reference;
    }
}

bool iana_is_registry(struct parse *parse, const xmlNode *element,
                      const char *wanted) {
    const char *id = parse_attribute(parse, element, "id");
    return xml_is_iana(element, "registry") && id && strcmp(id, wanted) == 0;
}

const xmlNode *iana_close_codes(struct parse *parse, const xmlNode *root) {
    const xmlNode *ret =
        iana_is_registry(parse, root, IANA_CLOSE_CODES) ? root : NULL;
    for (const xmlNode *child = xml_first_element(root); child;
         child = xml_next_element(child)) {
        if (!iana_is_registry(parse, child, IANA_CLOSE_CODES))
            continue;
        if (ret)
            parse_error(parse, child, "a second registry with the id \"%s\"",
                        IANA_CLOSE_CODES);
        ret = child;
    }
    return ret;
}

char *iana_text(struct parse *parse, const xmlNode *element, const char *what) {
    xmlBuffer *collected = xmlBufferCreate();
    if (!collected)
        memory_exhausted();
    if (parse->result == GEN_OK)
        collect_text(parse, element, collected);
    char *text = arena_copy(&parse->model->arena,
                            (const char *)xmlBufferContent(collected),
                            (size_t)xmlBufferLength(collected));
    xmlBufferFree(collected);
    text_collapse(text);
    parse_check_text(parse, element, what, text);
    return text;
}

static void check_reference(struct parse *parse, const xmlNode *xref,
                            const struct reference *reference) {
    parse_check_text(parse, xref, "the reference", reference->data);
    parse_check_text(parse, xref, "the reference", reference->text);
    parse_check_text(parse, xref, "the reference's type", reference->type);
    if (!*reference->data && !*reference->text)
        parse_error(parse, xref,
                    "a reference names nothing; give it data=\"...\"");
}

void iana_references(struct parse *parse, const xmlNode *parent,
                     struct reference **ret, size_t *count) {
    for (const xmlNode *child = xml_first_element(parent); child;
         child = xml_next_element(child))
        *count += xml_is_iana(child, "xref");
    *ret = arena_alloc(&parse->model->arena, (*count + 1) * sizeof **ret);
    struct reference *next = *ret;
    for (const xmlNode *child = xml_first_element(parent);
         child && parse->result == GEN_OK; child = xml_next_element(child)) {
        if (!xml_is_iana(child, "xref"))
            continue;
        *next = read_reference(parse, child);
        check_reference(parse, child, next++);
    }
}

void iana_index_people(struct parse *parse, const xmlNode *root) {
    for (const xmlNode *people = xml_first_element(root); people;
         people = xml_next_element(people)) {
        if (!xml_is_iana(people, "people"))
            continue;
        for (const xmlNode *person = xml_first_element(people); person;
             person = xml_next_element(person)) {
            const char *id = parse_attribute(parse, person, "id");
            for (xmlNode *child = xml_first_element(person); child && id;
                 child = xml_next_element(child))
                if (xml_is_iana(child, "name"))
                    xmlHashAddEntry(parse->people, BAD_CAST id,
                                    content_of(parse, child));
        }
    }
}

static void read_codes(struct parse *parse, const xmlNode *value,
                       unsigned *first, unsigned *last) {
    const char *text = iana_text(parse, value, "the value");
    const char *refusal = value_parse_codes(text, first, last);
    if (refusal)
        parse_error(parse, value, "the value \"%s\" %s%s", text, refusal,
                    parse->codes ? parse->codes : "");
}

/* The only child element of a name; a missing or second one is an error. */
static const xmlNode *find_only(struct parse *parse, const xmlNode *parent,
                                const char *name) {
    const xmlNode *ret = NULL;
    for (const xmlNode *child = xml_first_element(parent); child;
         child = xml_next_element(child)) {
        if (!xml_is_iana(child, name))
            continue;
        if (ret)
            parse_error(parse, child, "a second <%s> in one <%s>; give it one",
                        name, (const char *)parent->name);
        ret = child;
    }
    if (!ret)
        parse_error(parse, parent, "a <%s> without <%s>; give it one",
                    (const char *)parent->name, name);
    return ret;
}

static const char *read_date(struct parse *parse, const xmlNode *record,
                             const char *name) {
    const char *date = parse_attribute(parse, record, name);
    if (date && !value_is_date(date, true))
        parse_error(parse, record, "%s=\"%s\" is no date; write it YYYY-MM-DD",
                    name, date);
    return date;
}

/* jane@example.org, with whatever stands round it. */
static bool is_address(const char *word) {
    const char *at = strchr(word, '@');
    return strncmp(word, "mailto:", 7) == 0 ||
           (at && at > word && strchr(at, '.') && at[1] != '.');
}

/* In place: takes out the words that are an address. */
static void drop_addresses(char *text) {
    char *end = text;
    for (char *word = strtok(text, " "); word; word = strtok(NULL, " ")) {
        size_t len = strlen(word);
        if (is_address(word))
            continue;
        if (end > text)
            *end++ = ' ';
        memmove(end, word, len);
        end += len;
    }
    *end = '\0';
}

/* All <contact> elements of a record: the names, without addresses; NULL if
   there are none. */
static const char *read_contact(struct parse *parse, const xmlNode *record) {
    const char *contact = NULL;
    for (const xmlNode *child = xml_first_element(record);
         child && parse->result == GEN_OK; child = xml_next_element(child)) {
        if (!xml_is_iana(child, "contact"))
            continue;
        char *text = iana_text(parse, child, "the contact");
        drop_addresses(text);
        if (*text)
            contact = contact ? arena_printf(&parse->model->arena, "%s, %s",
                                             contact, text)
                              : text;
        if (contact)
            parse_check_text(parse, child, "the contact", contact);
    }
    return contact;
}

static void read_symbols(struct arena *arena, const xmlNode *record,
                         struct row *row) {
    row->symbol = xml_attribute(arena, record, XML_OWN_NAMESPACE, "symbol");
    char *aliases = xml_attribute(arena, record, XML_OWN_NAMESPACE, "aliases");
    if (!aliases || !*aliases)
        return;
    size_t blanks = 0;
    for (const char *at = aliases; *at; at++)
        blanks += *at == ' ';
    row->aliases = arena_alloc(arena, (blanks + 1) * sizeof *row->aliases);
    for (char *alias = strtok(aliases, " "); alias; alias = strtok(NULL, " "))
        row->aliases[row->alias_count++] = alias;
}

struct row iana_row(struct parse *parse, const xmlNode *record) {
    struct row row = {.path = parse->path, .line = xmlGetLineNo(record)};
    const xmlNode *value = find_only(parse, record, "value");
    const xmlNode *description = find_only(parse, record, "description");
    read_codes(parse, value, &row.first, &row.last);
    row.text = iana_text(parse, description, "the description");
    if (!*row.text && !parse->may_be_nameless)
        parse_error(parse, description,
                    "the description of %u is empty; each code has one: look "
                    "whether the document is whole",
                    row.first);
    row.contact = read_contact(parse, record);
    row.registered = read_date(parse, record, "date");
    row.updated = read_date(parse, record, "updated");
    iana_references(parse, record, &row.references, &row.reference_count);
    row.kind = value_kind(row.text);
    read_symbols(&parse->model->arena, record, &row);
    return row;
}

void iana_policy(struct parse *parse, const xmlNode *range) {
    struct policy policy = {0};
    const xmlNode *value = find_only(parse, range, "value");
    const xmlNode *rule = find_only(parse, range, "registration_rule");
    read_codes(parse, value, &policy.first, &policy.last);
    policy.rule = iana_text(parse, rule, "the registration rule");
    struct model *model = parse->model;
    model->policies = memory_append(model->policies, model->policy_count,
                                    sizeof *model->policies);
    model->policies[model->policy_count++] = policy;
}
