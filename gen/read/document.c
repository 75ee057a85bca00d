/* SPDX-License-Identifier: MIT */
#include "read/document.h"

#include <string.h>

#include "model/digest.h"
#include "model/partition.h"
#include "read/iana.h"
#include "read/value.h"

#define WRITTEN_BY_SYNC "the snapshot is written by wsclose-gen sync alone"

static void read_record(struct parse *parse, enum document_origin origin,
                        const xmlNode *record) {
    struct model *model = parse->model;
    struct row row = iana_row(parse, record);
    if (origin == DOCUMENT_SNAPSHOT && kind_is_named(row.kind) && !row.symbol)
        parse_error(parse, record,
                    "no symbol is recorded for %u; " WRITTEN_BY_SYNC,
                    row.first);
    model->rows =
        memory_append(model->rows, model->row_count, sizeof *model->rows);
    model->rows[model->row_count++] = row;
}

static void read_registry(struct parse *parse, enum document_origin origin,
                          const xmlNode *registry) {
    struct model *model = parse->model;
    model->title = "";
    iana_references(parse, registry, &model->references,
                    &model->reference_count);
    for (const xmlNode *child = xml_first_element(registry);
         child && parse->result == GEN_OK; child = xml_next_element(child)) {
        if (xml_is_iana(child, "record"))
            read_record(parse, origin, child);
        else if (xml_is_iana(child, "range"))
            iana_policy(parse, child);
        else if (xml_is_iana(child, "title"))
            model->title = iana_text(parse, child, "the title");
    }
    if (!model->row_count)
        parse_error(parse, registry,
                    "the registry of close codes has no records; this "
                    "document cannot be whole");
}

/* IANA's date of the document: <updated>, or <created> while there is none. */
static void read_updated(struct parse *parse, const xmlNode *root) {
    const xmlNode *created = NULL, *updated = NULL;
    for (const xmlNode *child = xml_first_element(root); child;
         child = xml_next_element(child)) {
        if (xml_is_iana(child, "updated"))
            updated = child;
        else if (xml_is_iana(child, "created"))
            created = child;
    }
    const xmlNode *date = updated ? updated : created;
    if (!date) {
        parse_error(parse, root, "has no <updated> date");
        return;
    }
    const char *text = iana_text(parse, date, "the date");
    if (!value_is_date(text, false))
        parse_error(parse, date, "\"%s\" is no date; write it YYYY-MM-DD",
                    text);
    parse->model->updated = text;
}

static void check_declarations(struct parse *parse, const xmlNode *node) {
    const xmlNs *ns = node->type == XML_ELEMENT_NODE ? node->nsDef : NULL;
    for (; ns; ns = ns->next)
        if (xmlStrEqual(ns->href, BAD_CAST XML_OWN_NAMESPACE))
            parse_error(parse, node,
                        "uses the namespace %s, which only wsclose's own files "
                        "may",
                        XML_OWN_NAMESPACE);
}

/* Our namespace is ours alone: a document that speaks in it to us is no
   document of IANA's. Elements are visited in the document's order. */
static void check_namespaces(struct parse *parse, const xmlNode *root) {
    for (const xmlNode *node = root; node;) {
        check_declarations(parse, node);
        if (node->children && node->type == XML_ELEMENT_NODE) {
            node = node->children;
            continue;
        }
        while (node != root && !node->next)
            node = node->parent;
        node = node == root ? NULL : node->next;
    }
}

/* "3000:UNAUTHORIZED 3003:FORBIDDEN" */
static void read_retired(struct parse *parse, const xmlNode *root) {
    struct model *model = parse->model;
    char *list =
        xml_attribute(&model->arena, root, XML_OWN_NAMESPACE, "retired");
    for (char *one = list ? strtok(list, " ") : NULL; one;
         one = strtok(NULL, " ")) {
        unsigned first, last;
        char *colon = strchr(one, ':');
        if (colon)
            *colon = '\0';
        if (colon && !value_parse_codes(one, &first, &last) && first == last)
            model_retire(model, first, colon + 1);
        else
            parse_error(parse, root,
                        "its retired symbols cannot be read; " WRITTEN_BY_SYNC);
    }
}

/* <ws:former code="3000">Unauthorized</ws:former> */
static void read_former(struct parse *parse, const xmlNode *element) {
    unsigned first, last;
    const char *code = parse_attribute(parse, element, "code");
    const char *text = iana_text(parse, element, "the former description");
    if (code && !value_parse_codes(code, &first, &last) && first == last &&
        *text)
        model_add_former(parse->model, first, text);
    else
        parse_error(parse, element,
                    "its former registration cannot be read; " WRITTEN_BY_SYNC);
}

static void check_snapshot_rows(struct parse *parse) {
    const struct model *model = parse->model;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (kind_is_named(row->kind) && !model_can_register(row->first))
            parse_error_at(parse, row->line,
                           "code %u is outside 1000-3999, where no code can be "
                           "registered; restore the snapshot as it was",
                           row->first);
    }
}

static void read_snapshot_facts(struct parse *parse, const xmlNode *root) {
    struct model *model = parse->model;
    model->source =
        xml_attribute(&model->arena, root, XML_OWN_NAMESPACE, "source");
    const char *digest =
        xml_attribute(&model->arena, root, XML_OWN_NAMESPACE, "sha256");
    if (!model->source || !digest) {
        parse_error(parse, root,
                    "does not say its source and sha256; " WRITTEN_BY_SYNC);
        return;
    }
    parse_check_text(parse, root, "the source", model->source);
    if (strcmp(digest, model->digest) != 0)
        parse_error(parse, root,
                    "its rows do not have the sha256 that it records: it was "
                    "changed by hand; restore it as it was");
    check_snapshot_rows(parse);
    read_retired(parse, root);
    for (const xmlNode *child = xml_first_element(root); child;
         child = xml_next_element(child))
        if (xml_is_own(child, "former"))
            read_former(parse, child);
}

static enum document_origin origin_of(const xmlNode *root) {
    return xmlHasNsProp(root, BAD_CAST "sha256", BAD_CAST XML_OWN_NAMESPACE)
               ? DOCUMENT_SNAPSHOT
               : DOCUMENT_FROM_IANA;
}

static const xmlNode *find_parts(struct parse *parse, const xmlNode *root,
                                 enum document_origin origin) {
    if (!iana_is_registry(parse, root, "websocket"))
        parse_error(parse, root,
                    "is not IANA's WebSocket document (its root must be "
                    "<registry id=\"websocket\"> in %s)",
                    IANA_NAMESPACE);
    if (origin == DOCUMENT_FROM_IANA)
        check_namespaces(parse, root);
    const xmlNode *registry = iana_close_codes(parse, root);
    if (!registry)
        parse_error(parse, root,
                    "has no registry with the id \"" IANA_CLOSE_CODES
                    "\"; give IANA's WebSocket document");
    read_updated(parse, root);
    return registry;
}

static void read_root(struct parse *parse, enum document_origin origin,
                      const xmlNode *root) {
    struct model *model = parse->model;
    if (origin == DOCUMENT_EITHER)
        origin = origin_of(root);
    const xmlNode *registry = find_parts(parse, root, origin);
    if (parse->result < 0)
        return;
    model->path = parse->path;
    iana_index_people(parse, root);
    read_registry(parse, origin, registry);
    if (parse->result == GEN_OK)
        parse->result = model_partition(model, parse->report);
    if (parse->result < 0)
        return;
    model->digest = digest_rows(model);
    if (origin == DOCUMENT_SNAPSHOT)
        read_snapshot_facts(parse, root);
}

bool document_is_snapshot(const struct file *file) {
    const char *own = strstr(file->bytes, "\"" XML_OWN_NAMESPACE "\"");
    return own && own - file->bytes < 1024;
}

int document_read(const struct file *file, enum document_origin origin,
                  struct report *report, struct model *ret) {
    struct parse parse = {.file = file, .report = report, .model = ret};
    const xmlNode *root = parse_begin(&parse);
    if (root)
        read_root(&parse, origin, root);
    return parse_end(&parse);
}
