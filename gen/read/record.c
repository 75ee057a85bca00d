/* One <record> or <range> of a registry, and what can stand inside. */
#include "read/reading.h"

#include <stdio.h>
#include <string.h>

#include "base/stream.h"
#include "base/text.h"
#include "read/value.h"
#include "read/xml.h"

bool reading_is(const xmlNode *node, const char *name) {
    return xml_is(node, IANA_NAMESPACE, name);
}

char *reading_attribute(struct reading *reading, const xmlNode *element,
                        const char *name) {
    return xml_attribute(&reading->model->arena, element, NULL, name);
}

/* What is too long to be accepted is cut short, still too long. */
char *reading_content(struct reading *reading, const xmlNode *node) {
    xmlChar *content = xmlNodeGetContent(node);
    if (!content)
        memory_exhausted();
    text_collapse((char *)content);
    size_t len = strnlen((char *)content, TEXT_MAX_BYTES + 1);
    char *ret = arena_copy(&reading->model->arena, (char *)content, len);
    xmlFree(content);
    return ret;
}

static char *person_name(struct reading *reading, const char *id) {
    char *name = xmlHashLookup(reading->people, BAD_CAST id);
    if (name && *name)
        return name;
    name = arena_copy(&reading->model->arena, id, strlen(id));
    for (char *at = name; *at; at++)
        if (*at == '_')
            *at = ' ';
    return name;
}

/* A reference to a person becomes the person's name: addresses are not kept. */
static struct reference read_reference(struct reading *reading,
                                       const xmlNode *xref) {
    const char *type = reading_attribute(reading, xref, "type");
    const char *data = reading_attribute(reading, xref, "data");
    char *text = reading_content(reading, xref);
    if (!type)
        type = "";
    if (!data)
        data = "";
    if (strcmp(type, "person") == 0)
        return (struct reference){"text", "",
                                  *text ? text : person_name(reading, data)};
    return (struct reference){type, data, text};
}

static bool is_text(const xmlNode *node) {
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* The text of an element, references in it spelled out, into out; blanks
   between two references are a comma. */
static void collect_text(struct reading *reading, const xmlNode *node,
                         FILE *out) {
    bool after_reference = false; /* blanks aside */
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (after_reference && xmlIsBlankNode(child))
            continue;
        bool is_reference = reading_is(child, "xref");
        if (is_reference) {
            struct reference reference = read_reference(reading, child);
            fprintf(out, "%s%s", after_reference ? ", " : "",
                    reference_display(&reading->model->arena, &reference));
        } else if (is_text(child)) {
            fputs((const char *)child->content, out);
        } else if (child->type == XML_ELEMENT_NODE) {
            collect_text(reading, child, out);
        }
        after_reference = is_reference;
    }
}

/* An element's text, white space collapsed and checked; what names it in
   messages. */
int reading_text(struct reading *reading, const xmlNode *element,
                 const char *what, char **ret) {
    struct stream stream;
    stream_begin(&stream);
    collect_text(reading, element, stream.out);
    *ret = stream_keep(&stream, &reading->model->arena);
    text_collapse(*ret);
    return xml_check_text(reading->report, reading->file, element, what, *ret);
}

static int check_reference(struct reading *reading, const xmlNode *xref,
                           const struct reference *reference) {
    int result = xml_check_text(reading->report, reading->file, xref,
                                "the reference", reference->data);
    if (result == GEN_OK)
        result = xml_check_text(reading->report, reading->file, xref,
                                "the reference", reference->text);
    if (result == GEN_OK)
        result = xml_check_text(reading->report, reading->file, xref,
                                "the reference's type", reference->type);
    if (result == GEN_OK && !*reference->data && !*reference->text)
        result = xml_error(reading->report, reading->file, xref,
                           "a reference names nothing; give it data=\"...\"");
    return result;
}

/* The <xref> children of an element. */
int reading_references(struct reading *reading, const xmlNode *parent,
                       struct reference **ret, size_t *count) {
    for (const xmlNode *child = xml_first_element(parent); child;
         child = xml_next_element(child))
        *count += reading_is(child, "xref");
    *ret = arena_alloc(&reading->model->arena, (*count + 1) * sizeof **ret);
    struct reference *next = *ret;
    int result = GEN_OK;
    for (const xmlNode *child = xml_first_element(parent);
         child && result == GEN_OK; child = xml_next_element(child)) {
        if (!reading_is(child, "xref"))
            continue;
        *next = read_reference(reading, child);
        result = check_reference(reading, child, next++);
    }
    return result;
}

static int read_codes(struct reading *reading, const xmlNode *value,
                      unsigned *first, unsigned *last) {
    char *text;
    int result = reading_text(reading, value, "the value", &text);
    if (result < 0)
        return result;
    const char *refusal = value_parse_codes(text, first, last);
    if (refusal)
        return xml_error(reading->report, reading->file, value,
                         "the value \"%s\" %s%s", text, refusal,
                         reading->codes ? reading->codes : "");
    return GEN_OK;
}

/* The only child element of a name; a missing or second one is an error. */
static int find_only(struct reading *reading, const xmlNode *parent,
                     const char *name, const xmlNode **ret) {
    *ret = NULL;
    for (const xmlNode *child = xml_first_element(parent); child;
         child = xml_next_element(child)) {
        if (!reading_is(child, name))
            continue;
        if (*ret)
            return xml_error(reading->report, reading->file, child,
                             "a second <%s> in one <%s>; give it one", name,
                             (const char *)parent->name);
        *ret = child;
    }
    if (!*ret)
        return xml_error(reading->report, reading->file, parent,
                         "a <%s> without <%s>; give it one",
                         (const char *)parent->name, name);
    return GEN_OK;
}

static int read_date(struct reading *reading, const xmlNode *record,
                     const char *name, const char **ret) {
    *ret = reading_attribute(reading, record, name);
    if (*ret && !value_is_date(*ret, true))
        return xml_error(reading->report, reading->file, record,
                         "%s=\"%s\" is no date; write it YYYY-MM-DD", name,
                         *ret);
    return GEN_OK;
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

/* All <contact> elements of a record: the names, without addresses. */
static int read_contact(struct reading *reading, const xmlNode *record,
                        const char **ret) {
    for (const xmlNode *child = xml_first_element(record); child;
         child = xml_next_element(child)) {
        if (!reading_is(child, "contact"))
            continue;
        char *text;
        int result = reading_text(reading, child, "the contact", &text);
        if (result < 0)
            return result;
        drop_addresses(text);
        if (!*text)
            continue;
        *ret = *ret ? arena_printf(&reading->model->arena, "%s, %s", *ret, text)
                    : text;
        result = xml_check_text(reading->report, reading->file, child,
                                "the contact", *ret);
        if (result < 0)
            return result;
    }
    return GEN_OK;
}

void reading_symbols(struct reading *reading, const xmlNode *record,
                     struct row *row) {
    struct arena *arena = &reading->model->arena;
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

int reading_row(struct reading *reading, const xmlNode *record,
                struct row *ret) {
    struct row row = {.line = xmlGetLineNo(record)};
    const xmlNode *value, *description;
    char *text = NULL;
    int result = find_only(reading, record, "value", &value);
    if (result == GEN_OK)
        result = find_only(reading, record, "description", &description);
    if (result == GEN_OK)
        result = read_codes(reading, value, &row.first, &row.last);
    if (result == GEN_OK)
        result = reading_text(reading, description, "the description", &text);
    if (result == GEN_OK && !*text)
        result = xml_error(reading->report, reading->file, description,
                           "the description of %u is empty", row.first);
    if (result == GEN_OK)
        result = read_contact(reading, record, &row.contact);
    if (result == GEN_OK)
        result = read_date(reading, record, "date", &row.registered);
    if (result == GEN_OK)
        result = read_date(reading, record, "updated", &row.updated);
    if (result == GEN_OK)
        result = reading_references(reading, record, &row.references,
                                    &row.reference_count);
    if (result < 0)
        return result;
    row.text = text;
    row.kind = value_kind(text);
    *ret = row;
    return GEN_OK;
}

int reading_record(struct reading *reading, const xmlNode *record) {
    struct row row;
    int result = reading_row(reading, record, &row);
    if (result < 0)
        return result;
    if (reading->origin == DOCUMENT_SNAPSHOT) {
        reading_symbols(reading, record, &row);
        if (kind_is_named(row.kind) && !row.symbol)
            return xml_error(reading->report, reading->file, record,
                             "no symbol is recorded for %u; the snapshot is "
                             "written by wsclose-gen sync alone",
                             row.first);
    }
    struct model *model = reading->model;
    model->rows =
        memory_append(model->rows, model->row_count, sizeof *model->rows);
    model->rows[model->row_count++] = row;
    return GEN_OK;
}

int reading_policy(struct reading *reading, const xmlNode *range) {
    struct policy policy;
    const xmlNode *value, *rule;
    char *text = NULL;
    int result = find_only(reading, range, "value", &value);
    if (result == GEN_OK)
        result = find_only(reading, range, "registration_rule", &rule);
    if (result == GEN_OK)
        result = read_codes(reading, value, &policy.first, &policy.last);
    if (result == GEN_OK)
        result = reading_text(reading, rule, "the registration rule", &text);
    if (result < 0)
        return result;
    policy.rule = text;
    struct model *model = reading->model;
    model->policies = memory_append(model->policies, model->policy_count,
                                    sizeof *model->policies);
    model->policies[model->policy_count++] = policy;
    return GEN_OK;
}
