#include "read/document.h"

#include <string.h>

#include "model/digest.h"
#include "read/reading.h"
#include "read/value.h"
#include "read/xml.h"

static int read_registry(struct reading *reading, const xmlNode *registry) {
    struct model *model = reading->model;
    char *title = (char *)"";
    int result = reading_references(reading, registry, &model->references,
                                    &model->reference_count);
    for (const xmlNode *child = xml_first_element(registry);
         child && result == GEN_OK; child = xml_next_element(child)) {
        if (reading_is(child, "record"))
            result = reading_record(reading, child);
        else if (reading_is(child, "range"))
            result = reading_policy(reading, child);
        else if (reading_is(child, "title"))
            result = reading_text(reading, child, "the title", &title);
    }
    if (result == GEN_OK && !model->row_count)
        result = xml_error(reading->report, reading->file, registry,
                           "the registry of close codes has no records; this "
                           "document cannot be whole");
    model->title = title;
    return result;
}

static int find_registry(struct reading *reading, const xmlNode *root,
                         const xmlNode **ret) {
    static const char *wanted = "close-code-number";
    *ret = NULL;
    for (const xmlNode *child = xml_first_element(root); child;
         child = xml_next_element(child)) {
        const char *id = reading_attribute(reading, child, "id");
        if (!reading_is(child, "registry") || !id || strcmp(id, wanted) != 0)
            continue;
        if (*ret)
            return xml_error(reading->report, reading->file, child,
                             "a second registry with the id \"%s\"", wanted);
        *ret = child;
    }
    if (!*ret)
        return xml_error(reading->report, reading->file, root,
                         "has no registry with the id \"%s\"; give IANA's "
                         "WebSocket document",
                         wanted);
    return GEN_OK;
}

/* IANA's date of the document: <updated>, or <created> while there is none. */
static int read_updated(struct reading *reading, const xmlNode *root) {
    const xmlNode *created = NULL, *updated = NULL;
    for (const xmlNode *child = xml_first_element(root); child;
         child = xml_next_element(child)) {
        if (reading_is(child, "updated"))
            updated = child;
        else if (reading_is(child, "created"))
            created = child;
    }
    const xmlNode *date = updated ? updated : created;
    if (!date)
        return xml_error(reading->report, reading->file, root,
                         "has no <updated> date");
    char *text;
    int result = reading_text(reading, date, "the date", &text);
    if (result < 0)
        return result;
    if (!value_is_date(text, false))
        return xml_error(reading->report, reading->file, date,
                         "\"%s\" is no date; write it YYYY-MM-DD", text);
    reading->model->updated = text;
    return GEN_OK;
}

/* Our namespace is ours alone: a document that speaks in it to us is no
   document of IANA's. Elements are visited in the document's order. */
static int check_namespaces(struct reading *reading, const xmlNode *root) {
    for (const xmlNode *node = root; node;) {
        const xmlNs *ns = node->type == XML_ELEMENT_NODE ? node->nsDef : NULL;
        for (; ns; ns = ns->next)
            if (xmlStrEqual(ns->href, BAD_CAST XML_OWN_NAMESPACE))
                return xml_error(reading->report, reading->file, node,
                                 "uses the namespace %s, which only wsclose's "
                                 "own files may",
                                 XML_OWN_NAMESPACE);
        if (node->children && node->type == XML_ELEMENT_NODE) {
            node = node->children;
            continue;
        }
        while (node != root && !node->next)
            node = node->parent;
        node = node == root ? NULL : node->next;
    }
    return GEN_OK;
}

static int check_root(struct reading *reading, const xmlNode *root) {
    const char *id = reading_attribute(reading, root, "id");
    if (!reading_is(root, "registry") || !id || strcmp(id, "websocket") != 0)
        return xml_error(reading->report, reading->file, root,
                         "is not IANA's WebSocket document (its root must be "
                         "<registry id=\"websocket\"> in %s)",
                         IANA_NAMESPACE);
    return GEN_OK;
}

void reading_index_people(struct reading *reading, const xmlNode *root) {
    for (const xmlNode *people = xml_first_element(root); people;
         people = xml_next_element(people)) {
        if (!reading_is(people, "people"))
            continue;
        for (const xmlNode *person = xml_first_element(people); person;
             person = xml_next_element(person)) {
            const char *id = reading_attribute(reading, person, "id");
            for (xmlNode *child = xml_first_element(person); child && id;
                 child = xml_next_element(child))
                if (reading_is(child, "name"))
                    xmlHashAddEntry(reading->people, BAD_CAST id,
                                    reading_content(reading, child));
        }
    }
}

/* "3000:UNAUTHORIZED 3003:FORBIDDEN" */
static int read_retired(struct reading *reading, const xmlNode *root) {
    struct model *model = reading->model;
    char *list =
        xml_attribute(&model->arena, root, XML_OWN_NAMESPACE, "retired");
    for (char *one = list ? strtok(list, " ") : NULL; one;
         one = strtok(NULL, " ")) {
        unsigned first, last;
        char *colon = strchr(one, ':');
        if (colon)
            *colon = '\0';
        if (!colon || value_parse_codes(one, &first, &last) || first != last)
            return xml_error(reading->report, reading->file, root,
                             "its retired symbols cannot be read; the snapshot "
                             "is written by wsclose-gen sync alone");
        model_retire(model, first, colon + 1);
    }
    return GEN_OK;
}

/* <ws:former code="3000">Unauthorized</ws:former> */
static int read_former(struct reading *reading, const xmlNode *element) {
    unsigned first, last;
    const char *code = reading_attribute(reading, element, "code");
    char *text;
    int result =
        reading_text(reading, element, "the former description", &text);
    if (result < 0)
        return result;
    if (!code || value_parse_codes(code, &first, &last) || first != last ||
        !*text)
        return xml_error(reading->report, reading->file, element,
                         "its former registration cannot be read; the "
                         "snapshot is written by wsclose-gen sync alone");
    model_add_former(reading->model, first, text);
    return GEN_OK;
}

static int read_formers(struct reading *reading, const xmlNode *root) {
    int result = GEN_OK;
    for (const xmlNode *child = xml_first_element(root);
         child && result == GEN_OK; child = xml_next_element(child))
        if (strcmp((const char *)child->name, "former") == 0 && child->ns &&
            strcmp((const char *)child->ns->href, XML_OWN_NAMESPACE) == 0)
            result = read_former(reading, child);
    return result;
}

static int read_snapshot_facts(struct reading *reading, const xmlNode *root) {
    struct model *model = reading->model;
    model->source =
        xml_attribute(&model->arena, root, XML_OWN_NAMESPACE, "source");
    const char *digest =
        xml_attribute(&model->arena, root, XML_OWN_NAMESPACE, "sha256");
    if (!model->source || !digest)
        return xml_error(reading->report, reading->file, root,
                         "does not say its source and sha256; the snapshot is "
                         "written by wsclose-gen sync alone");
    int result = xml_check_text(reading->report, reading->file, root,
                                "the source", model->source);
    if (result == GEN_OK && strcmp(digest, model->digest) != 0)
        result = xml_error(reading->report, reading->file, root,
                           "its rows do not have the sha256 that it records: "
                           "it was changed by hand; restore it as it was");
    for (size_t i = 0; i < model->row_count && result == GEN_OK; i++)
        if (kind_is_named(model->rows[i].kind) &&
            !model_can_register(model->rows[i].first))
            result = report_error(reading->report, GEN_BAD_DOCUMENT,
                                  reading->file->path, model->rows[i].line,
                                  "code %u is outside 1000-3999, where no code "
                                  "can be registered; restore the snapshot as "
                                  "it was",
                                  model->rows[i].first);
    if (result == GEN_OK)
        result = read_retired(reading, root);
    if (result == GEN_OK)
        result = read_formers(reading, root);
    return result;
}

static int read_root(struct reading *reading, xmlNode *root) {
    const xmlNode *registry = NULL;
    int result = check_root(reading, root);
    if (reading->origin == DOCUMENT_EITHER)
        reading->origin =
            xmlHasNsProp(root, BAD_CAST "sha256", BAD_CAST XML_OWN_NAMESPACE)
                ? DOCUMENT_SNAPSHOT
                : DOCUMENT_FROM_IANA;
    if (result == GEN_OK && reading->origin == DOCUMENT_FROM_IANA)
        result = check_namespaces(reading, root);
    if (result == GEN_OK)
        result = find_registry(reading, root, &registry);
    if (result == GEN_OK)
        result = read_updated(reading, root);
    if (result < 0)
        return result;
    reading_index_people(reading, root);
    result = read_registry(reading, registry);
    if (result == GEN_OK)
        result =
            model_partition(reading->model, reading->file, reading->report);
    if (result < 0)
        return result;
    reading->model->digest = digest_rows(reading->model);
    if (reading->origin == DOCUMENT_SNAPSHOT)
        result = read_snapshot_facts(reading, root);
    return result;
}

bool document_is_snapshot(const struct file *file) {
    const char *own = strstr(file->bytes, "\"" XML_OWN_NAMESPACE "\"");
    return own && own - file->bytes < 1024;
}

int document_read(const struct file *file, enum document_origin origin,
                  struct report *report, struct model *ret) {
    xmlDoc *doc;
    int result = xml_parse(file, report, &doc);
    if (result < 0)
        return result;
    struct reading reading = {.file = file,
                              .origin = origin,
                              .report = report,
                              .model = ret,
                              .people = xmlHashCreate(64)};
    if (!reading.people)
        memory_exhausted();
    result = read_root(&reading, xmlDocGetRootElement(doc));
    xmlHashFree(reading.people, NULL);
    xmlFreeDoc(doc);
    return result;
}
