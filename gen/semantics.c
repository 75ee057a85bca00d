#include "semantics.h"

#include <stdlib.h>
#include <string.h>

#include "symbol.h"
#include "text.h"
#include "value.h"
#include "xml.h"

/* Bounds of a delay: a day, in milliseconds. */
enum { MAX_DELAY_MS = 24 * 60 * 60 * 1000 };

struct reader {
    const struct file *file;
    struct report *report;
    struct model *model;
};

static bool is(const xmlNode *node, const char *name) {
    return xml_is(node, XML_OWN_NAMESPACE, name);
}

static const char *attribute(struct reader *reader, const xmlNode *element,
                             const char *name) {
    return xml_attribute(&reader->model->arena, element, NULL, name);
}

static bool is_in(const char *name, const char *const *list) {
    for (; *list; list++)
        if (strcmp(name, *list) == 0)
            return true;
    return false;
}

/* Attributes stand in no namespace, but for xml:lang. */
static int check_attributes(struct reader *reader, const xmlNode *element,
                            const char *const *allowed) {
    for (const xmlAttr *at = element->properties; at; at = at->next)
        if ((at->ns && !xmlStrEqual(at->ns->href, XML_XML_NAMESPACE)) ||
            !is_in((const char *)at->name, allowed))
            return xml_error(reader->report, reader->file, element,
                             "<%s> has no attribute \"%s\"",
                             (const char *)element->name,
                             (const char *)at->name);
    return GEN_OK;
}

/* A structural element has element children of our namespace alone, each with
   one of the allowed names. */
static int check_children(struct reader *reader, const xmlNode *element,
                          const char *const *allowed) {
    for (const xmlNode *at = element->children; at; at = at->next) {
        if (at->type == XML_COMMENT_NODE || xmlIsBlankNode(at))
            continue;
        if (at->type != XML_ELEMENT_NODE)
            return xml_error(reader->report, reader->file, element,
                             "<%s> has no place for text of its own",
                             (const char *)element->name);
        if (!at->ns || !xmlStrEqual(at->ns->href, BAD_CAST XML_OWN_NAMESPACE) ||
            !is_in((const char *)at->name, allowed))
            return xml_error(
                reader->report, reader->file, at, "<%s> cannot stand in <%s>",
                (const char *)at->name, (const char *)element->name);
    }
    return GEN_OK;
}

static const char *const nothing[] = {NULL};

static int read_required(struct reader *reader, const xmlNode *element,
                         const char *name, const char **ret) {
    *ret = attribute(reader, element, name);
    if (!*ret || !**ret)
        return xml_error(reader->report, reader->file, element,
                         "<%s> needs %s=\"...\"", (const char *)element->name,
                         name);
    return xml_check_text(reader->report, reader->file, element, name, *ret);
}

/* An element with one attribute of a fixed vocabulary, and its source. */
static int read_rule(struct reader *reader, const xmlNode *element,
                     const char *name, const char *const *vocabulary,
                     struct rule *ret) {
    if (ret->value)
        return xml_error(reader->report, reader->file, element,
                         "a second <%s> for one entry; give it one",
                         (const char *)element->name);
    int result = check_children(reader, element, nothing);
    if (result == GEN_OK)
        result = read_required(reader, element, name, &ret->value);
    if (result == GEN_OK)
        result = read_required(reader, element, "source", &ret->source);
    if (result == GEN_OK && !is_in(ret->value, vocabulary))
        result =
            xml_error(reader->report, reader->file, element,
                      "%s=\"%s\" is not one of its values", name, ret->value);
    return result;
}

static int read_wire(struct reader *reader, const xmlNode *element,
                     struct semantics_entry *entry) {
    static const char *const attributes[] = {"accept", "source", NULL};
    static const char *const values[] = {"strict", "lenient", "never", NULL};
    int result = check_attributes(reader, element, attributes);
    if (result < 0)
        return result;
    return read_rule(reader, element, "accept", values, &entry->wire);
}

static int read_begin(struct reader *reader, const xmlNode *element,
                      struct semantics_entry *entry) {
    static const char *const attributes[] = {"by", "source", NULL};
    static const char *const values[] = {"both", "client", "server", "nobody",
                                         NULL};
    int result = check_attributes(reader, element, attributes);
    if (result < 0)
        return result;
    return read_rule(reader, element, "by", values, &entry->senders);
}

static int read_delay(struct reader *reader, const xmlNode *element,
                      const char *name, unsigned *ret) {
    const char *text;
    int result = read_required(reader, element, name, &text);
    if (result < 0)
        return result;
    unsigned long delay = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9' && delay <= MAX_DELAY_MS; at++)
        delay = 10 * delay + (unsigned long)(*at - '0');
    if (*at || delay > MAX_DELAY_MS)
        return xml_error(reader->report, reader->file, element,
                         "%s=\"%s\" is no number of milliseconds up to a day",
                         name, text);
    *ret = (unsigned)delay;
    return GEN_OK;
}

static int read_reconnect(struct reader *reader, const xmlNode *element,
                          struct semantics_entry *entry) {
    static const char *const plain[] = {"advice", "source", NULL};
    static const char *const delayed[] = {"advice", "min-ms", "max-ms",
                                          "source", NULL};
    static const char *const values[] = {"never", "at-once", "after-delay",
                                         "elsewhere", NULL};
    int result =
        read_rule(reader, element, "advice", values, &entry->reconnect);
    if (result < 0)
        return result;
    bool has_delay = strcmp(entry->reconnect.value, "after-delay") == 0;
    result = check_attributes(reader, element, has_delay ? delayed : plain);
    if (result < 0 || !has_delay)
        return result;
    result = read_delay(reader, element, "min-ms", &entry->min_ms);
    if (result == GEN_OK)
        result = read_delay(reader, element, "max-ms", &entry->max_ms);
    if (result == GEN_OK && entry->min_ms > entry->max_ms)
        result = xml_error(reader->report, reader->file, element,
                           "min-ms is more than max-ms; swap them");
    return result;
}

static int find_language(struct reader *reader, const xmlNode *element,
                         size_t *ret) {
    const struct model *model = reader->model;
    const char *tag = xml_attribute(&reader->model->arena, element,
                                    (const char *)XML_XML_NAMESPACE, "lang");
    if (!tag)
        return xml_error(reader->report, reader->file, element,
                         "<text> needs xml:lang=\"...\"");
    for (*ret = 0; *ret < model->language_count; ++*ret)
        if (strcmp(tag, model->languages[*ret]) == 0)
            return GEN_OK;
    return xml_error(reader->report, reader->file, element,
                     "\"%s\" is not one of the languages of <semantics>", tag);
}

static int read_content(struct reader *reader, const xmlNode *element,
                        const char **ret) {
    const char *name = (const char *)element->name;
    if (*ret)
        return xml_error(reader->report, reader->file, element,
                         "a second <%s> in one <text>; give it one", name);
    if (xml_first_element(element))
        return xml_error(reader->report, reader->file, element,
                         "<%s> takes text alone", name);
    xmlChar *content = xmlNodeGetContent(element);
    if (!content)
        memory_exhausted();
    text_collapse((char *)content);
    *ret = arena_copy(&reader->model->arena, (char *)content,
                      strlen((char *)content));
    xmlFree(content);
    if (!**ret)
        return xml_error(reader->report, reader->file, element, "<%s> is empty",
                         name);
    return xml_check_text(reader->report, reader->file, element, name, *ret);
}

static int read_text(struct reader *reader, const xmlNode *element,
                     struct semantics_entry *entry) {
    static const char *const attributes[] = {"lang", NULL};
    static const char *const children[] = {"meaning", "description", NULL};
    size_t language;
    int result = check_attributes(reader, element, attributes);
    if (result == GEN_OK)
        result = check_children(reader, element, children);
    if (result == GEN_OK)
        result = find_language(reader, element, &language);
    if (result < 0)
        return result;
    struct text *text = &entry->texts[language];
    if (text->meaning)
        return xml_error(reader->report, reader->file, element,
                         "a second <text> in \"%s\" for one entry",
                         reader->model->languages[language]);
    for (const xmlNode *child = xml_first_element(element);
         child && result == GEN_OK; child = xml_next_element(child))
        result = read_content(reader, child,
                              is(child, "meaning") ? &text->meaning
                                                   : &text->description);
    if (result == GEN_OK && (!text->meaning || !text->description))
        result = xml_error(reader->report, reader->file, element,
                           "<text> needs a <meaning> and a <description>");
    return result;
}

/* The parts of an entry that codes and kinds of ranges have alike. */
static int read_parts(struct reader *reader, const xmlNode *element,
                      struct semantics_entry *entry) {
    static const char *const children[] = {"wire", "begin", "reconnect", "text",
                                           NULL};
    struct model *model = reader->model;
    entry->texts = arena_alloc(&model->arena,
                               model->language_count * sizeof *entry->texts);
    int result = check_children(reader, element, children);
    for (const xmlNode *child = xml_first_element(element);
         child && result == GEN_OK; child = xml_next_element(child)) {
        if (is(child, "wire"))
            result = read_wire(reader, child, entry);
        else if (is(child, "begin"))
            result = read_begin(reader, child, entry);
        else if (is(child, "reconnect"))
            result = read_reconnect(reader, child, entry);
        else
            result = read_text(reader, child, entry);
    }
    if (result == GEN_OK && (!entry->wire.value || !entry->senders.value))
        result = xml_error(reader->report, reader->file, element,
                           "an entry needs <wire> and <begin>, each with its "
                           "source");
    for (size_t i = 0; i < model->language_count && result == GEN_OK; i++)
        if (!entry->texts[i].meaning)
            result = xml_error(reader->report, reader->file, element,
                               "an entry needs a <text xml:lang=\"%s\">",
                               model->languages[i]);
    return result;
}

static int read_symbol(struct reader *reader, const xmlNode *element,
                       struct semantics_entry *entry) {
    entry->symbol = attribute(reader, element, "symbol");
    entry->name = attribute(reader, element, "name");
    const char *reason = attribute(reader, element, "reason");
    if ((entry->symbol || entry->name) && (!reason || !*reason))
        return xml_error(reader->report, reader->file, element,
                         "a symbol or name of our own needs its "
                         "reason=\"...\"");
    if (entry->symbol && !symbol_is_legal(entry->symbol))
        return xml_error(reader->report, reader->file, element,
                         "the symbol \"%s\" is no identifier; write up to 55 "
                         "upper-case letters, digits and single underscores",
                         entry->symbol);
    if (!entry->name)
        return GEN_OK;
    if (!*entry->name)
        return xml_error(reader->report, reader->file, element,
                         "the name is empty");
    return xml_check_text(reader->report, reader->file, element, "the name",
                          entry->name);
}

static int read_code(struct reader *reader, const xmlNode *element,
                     struct semantics_entry *entry) {
    static const char *const attributes[] = {"value", "symbol", "name",
                                             "reason", NULL};
    const char *value;
    unsigned first, last;
    int result = check_attributes(reader, element, attributes);
    if (result == GEN_OK)
        result = read_required(reader, element, "value", &value);
    if (result < 0)
        return result;
    const char *refusal = value_parse_codes(value, &first, &last);
    if (!refusal && first != last)
        refusal = "is a range; texts of ranges go into <range kind=\"...\">";
    if (refusal)
        return xml_error(reader->report, reader->file, element,
                         "the value \"%s\" %s", value, refusal);
    entry->code = (int)first;
    return read_symbol(reader, element, entry);
}

static int read_range(struct reader *reader, const xmlNode *element,
                      struct semantics_entry *entry) {
    static const char *const attributes[] = {"kind", NULL};
    const char *id;
    int result = check_attributes(reader, element, attributes);
    if (result == GEN_OK)
        result = read_required(reader, element, "kind", &id);
    if (result < 0)
        return result;
    for (enum kind kind = KIND_UNUSED; kind <= KIND_INVALID; kind++) {
        if (strcmp(id, kind_facts(kind)->id) == 0) {
            entry->code = MODEL_NO_CODE;
            entry->kind = kind;
            return GEN_OK;
        }
    }
    return xml_error(reader->report, reader->file, element,
                     "\"%s\" is no kind of range", id);
}

static int read_entry(struct reader *reader, const xmlNode *element) {
    struct model *model = reader->model;
    struct semantics_entry entry = {.line = xmlGetLineNo(element)};
    int result = is(element, "code") ? read_code(reader, element, &entry)
                                     : read_range(reader, element, &entry);
    if (result == GEN_OK)
        result = read_parts(reader, element, &entry);
    if (result < 0)
        return result;
    model->semantics = memory_append(model->semantics, model->semantics_count,
                                     sizeof *model->semantics);
    model->semantics[model->semantics_count++] = entry;
    return GEN_OK;
}

static bool is_language_tag(const char *tag) {
    size_t len = strlen(tag);
    return len >= 2 && len <= 8 &&
           strspn(tag, "abcdefghijklmnopqrstuvwxyz") == len;
}

static int read_languages(struct reader *reader, const xmlNode *root) {
    struct model *model = reader->model;
    const char *text;
    int result = read_required(reader, root, "languages", &text);
    if (result < 0)
        return result;
    char *tags = arena_copy(&model->arena, text, strlen(text));
    model->languages =
        arena_alloc(&model->arena, strlen(text) * sizeof *model->languages);
    for (char *tag = strtok(tags, " "); tag; tag = strtok(NULL, " ")) {
        if (!is_language_tag(tag))
            return xml_error(reader->report, reader->file, root,
                             "\"%s\" is no language; write its first BCP 47 "
                             "subtag in lower case",
                             tag);
        for (size_t i = 0; i < model->language_count; i++)
            if (strcmp(tag, model->languages[i]) == 0)
                return xml_error(reader->report, reader->file, root,
                                 "the language \"%s\" is named twice", tag);
        model->languages[model->language_count++] = tag;
    }
    if (strcmp(model->languages[0], "en") != 0)
        return xml_error(reader->report, reader->file, root,
                         "the first language must be \"en\", which stands in "
                         "for every other");
    return GEN_OK;
}

static bool same_subject(const struct semantics_entry *a,
                         const struct semantics_entry *b) {
    return a->code == b->code && a->kind == b->kind;
}

static int by_subject(const void *a, const void *b) {
    const struct semantics_entry *left = a, *right = b;
    if (left->code != right->code)
        return left->code < right->code ? -1 : 1;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    return left->line < right->line ? -1 : left->line > right->line;
}

static const struct semantics_entry *find(const struct model *model, int code,
                                          enum kind kind) {
    const struct semantics_entry key = {.code = code, .kind = kind};
    size_t low = 0, high = model->semantics_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct semantics_entry *entry = &model->semantics[middle];
        if (same_subject(entry, &key))
            return entry;
        if (by_subject(entry, &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Sorts the entries; two for the same subject are an error. */
static int check_entries(struct reader *reader) {
    struct model *model = reader->model;
    if (model->semantics_count)
        qsort(model->semantics, model->semantics_count,
              sizeof *model->semantics, by_subject);
    for (size_t i = 1; i < model->semantics_count; i++)
        if (same_subject(&model->semantics[i - 1], &model->semantics[i]))
            return report_error(reader->report, GEN_BAD_DOCUMENT,
                                reader->file->path, model->semantics[i].line,
                                "this entry is also in line %ld; merge the two",
                                model->semantics[i - 1].line);
    for (enum kind kind = KIND_UNUSED; kind <= KIND_INVALID; kind++)
        if (!find(model, MODEL_NO_CODE, kind))
            return report_error(
                reader->report, GEN_BAD_DOCUMENT, reader->file->path, 0,
                "has no <range kind=\"%s\">; write one", kind_facts(kind)->id);
    return GEN_OK;
}

static void join(struct reader *reader) {
    struct model *model = reader->model;
    for (size_t i = 0; i < model->row_count; i++) {
        struct row *row = &model->rows[i];
        bool named = kind_is_named(row->kind);
        row->semantics = named ? find(model, (int)row->first, 0)
                               : find(model, MODEL_NO_CODE, row->kind);
        if (named)
            row->name = row->semantics && row->semantics->name
                            ? row->semantics->name
                            : row->text;
    }
    for (size_t i = 0; i < model->semantics_count; i++) {
        const struct semantics_entry *entry = &model->semantics[i];
        if (entry->code != MODEL_NO_CODE &&
            !kind_is_named(model_row(model, (unsigned)entry->code)->kind))
            report_warning(reader->report, reader->file->path, entry->line,
                           "the registry does not assign %d, so this entry is "
                           "not used",
                           entry->code);
    }
}

int semantics_read(const struct file *file, struct report *report,
                   struct model *model) {
    static const char *const attributes[] = {"languages", NULL};
    static const char *const children[] = {"code", "range", NULL};
    struct reader reader = {file, report, model};
    xmlDoc *doc;
    int result = xml_parse(file, report, &doc);
    if (result < 0)
        return result;
    const xmlNode *root = xmlDocGetRootElement(doc);
    if (!is(root, "semantics"))
        result = xml_error(report, file, root,
                           "the root must be <semantics xmlns=\"%s\">",
                           XML_OWN_NAMESPACE);
    if (result == GEN_OK)
        result = check_attributes(&reader, root, attributes);
    if (result == GEN_OK)
        result = check_children(&reader, root, children);
    if (result == GEN_OK)
        result = read_languages(&reader, root);
    for (const xmlNode *child = result < 0 ? NULL : xml_first_element(root);
         child && result == GEN_OK; child = xml_next_element(child))
        result = read_entry(&reader, child);
    xmlFreeDoc(doc);
    if (result == GEN_OK)
        result = check_entries(&reader);
    if (result == GEN_OK)
        join(&reader);
    return result;
}
