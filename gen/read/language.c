#include "read/language.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "read/schema.h"
#include "read/subject.h"
#include "read/text.h"
#include "read/words.h"
#include "read/xml.h"

struct language_reader {
    struct schema_reader schema;
    struct language *language;
    size_t index; /* of the language in the model */
    /* The lines of the entries, of codes and behind them of kinds; 0: none. */
    long lines[MODEL_CODE_LIMIT + KIND_INVALID + 1];
};

static size_t subtag_length(const char *tag) {
    return strspn(tag, "abcdefghijklmnopqrstuvwxyz"
                       "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}

/* BCP 47's syntax: subtags of up to eight letters and digits, the first of
   letters alone. */
static bool is_tag(const char *tag) {
    size_t len = subtag_length(tag);
    if (len < 2 || strlen(tag) > TEXT_TAG_MAX ||
        strcspn(tag, "0123456789") < len)
        return false;
    while (len >= 1 && len <= 8 && tag[len] == '-') {
        tag += len + 1;
        len = subtag_length(tag);
    }
    return len >= 1 && len <= 8 && !tag[len];
}

static int check_tag(struct language_reader *reader, const xmlNode *root,
                     const char *tag) {
    return is_tag(tag)
               ? GEN_OK
               : xml_error(reader->schema.report, reader->schema.file, root,
                           "\"%s\" is no language; write a BCP 47 tag, such as "
                           "ja or zh-Hans",
                           tag);
}

/* The file is found by the tag. */
static int check_file_name(struct language_reader *reader,
                           const xmlNode *root) {
    const char *path = reader->schema.file->path;
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *tag = reader->language->tag;
    size_t len = strlen(tag);
    if (strncmp(name, tag, len) == 0 && strcmp(name + len, ".xml") == 0)
        return GEN_OK;
    return xml_error(reader->schema.report, reader->schema.file, root,
                     "the file of the language \"%s\" is %s.xml; rename it, or "
                     "mend xml:lang",
                     tag, tag);
}

static int read_also(struct language_reader *reader, const xmlNode *root) {
    struct arena *arena = &reader->schema.model->arena;
    const char *text = schema_attribute(&reader->schema, root, "also");
    char *tags = arena_copy(arena, text ? text : "", text ? strlen(text) : 0);
    const char **also = arena_alloc(arena, (strlen(tags) + 2) * sizeof *also);
    reader->language->also = also;
    int result = GEN_OK;
    for (char *tag = strtok(tags, " "); tag && result == GEN_OK;
         tag = strtok(NULL, " ")) {
        result = check_tag(reader, root, tag);
        *also++ = tag;
    }
    return result;
}

static int read_root(struct language_reader *reader, const xmlNode *root) {
    static const char *const attributes[] = {"xml:lang", "also", "name", NULL};
    static const char *const children[] = {"code", "range", "label", "message",
                                           NULL};
    struct schema_reader *schema = &reader->schema;
    struct language *language = reader->language;
    if (!schema_is(root, "language"))
        return xml_error(schema->report, schema->file, root,
                         "the root must be <language xmlns=\"%s\">",
                         XML_OWN_NAMESPACE);
    int result = schema_check_attributes(schema, root, attributes);
    if (result == GEN_OK)
        result = schema_check_children(schema, root, children);
    if (result < 0)
        return result;
    language->tag = xml_attribute(&schema->model->arena, root,
                                  (const char *)XML_XML_NAMESPACE, "lang");
    if (!language->tag)
        return xml_error(schema->report, schema->file, root,
                         "<language> needs xml:lang=\"...\"");
    result = check_tag(reader, root, language->tag);
    if (result == GEN_OK)
        result = check_file_name(reader, root);
    if (result == GEN_OK)
        result = schema_required(schema, root, "name", &language->name);
    return result < 0 ? result : read_also(reader, root);
}

/* Gives a text to the rows that it is of: to those that are registered as they
   were when it was written. */
static void give(struct language_reader *reader, int code, enum kind kind,
                 const struct text *text) {
    struct model *model = reader->schema.model;
    for (size_t i = 0; i < model->row_count; i++) {
        struct row *row = &model->rows[i];
        bool is_its = kind_is_named(row->kind)
                          ? (int)row->first == code && !row->is_reworded
                          : code == MODEL_NO_CODE && row->kind == kind;
        if (is_its)
            row->texts[reader->index] = *text;
    }
}

static int read_entry(struct language_reader *reader, const xmlNode *element) {
    int code;
    enum kind kind = KIND_UNUSED;
    struct text text;
    int result = subject_read(&reader->schema, element, &code, &kind);
    if (result == GEN_OK)
        result = text_read(&reader->schema, element, &text);
    if (result < 0)
        return result;
    if (!text.meaning || !text.description)
        return xml_error(reader->schema.report, reader->schema.file, element,
                         "<%s> needs a <meaning> and a <description>",
                         (const char *)element->name);
    long *line =
        &reader->lines[code != MODEL_NO_CODE ? (size_t)code
                                             : MODEL_CODE_LIMIT + (size_t)kind];
    if (*line)
        return xml_error(reader->schema.report, reader->schema.file, element,
                         "this entry is also in line %ld; merge the two",
                         *line);
    *line = xmlGetLineNo(element);
    give(reader, code, kind, &text);
    return GEN_OK;
}

/* English has a text for each kind of range. */
static int check_ranges(const struct language_reader *reader) {
    for (enum kind kind = KIND_UNUSED; kind <= KIND_INVALID; kind++)
        if (reader->index == 0 && !reader->lines[MODEL_CODE_LIMIT + kind])
            return report_error(reader->schema.report, GEN_BAD_DOCUMENT,
                                reader->schema.file->path, 0,
                                "has no <range kind=\"%s\">; write one",
                                kind_facts(kind)->id);
    return GEN_OK;
}

static int read_children(struct language_reader *reader, const xmlNode *root) {
    int result = GEN_OK;
    for (const xmlNode *child = xml_first_element(root);
         child && result == GEN_OK; child = xml_next_element(child))
        if (schema_is(child, "code") || schema_is(child, "range"))
            result = read_entry(reader, child);
        else
            result = word_read(&reader->schema, child, reader->language);
    if (result == GEN_OK)
        result = check_ranges(reader);
    return result < 0 ? result : words_check(&reader->schema, reader->language);
}

static int read_language(const struct file *file, size_t index,
                         struct report *report, struct model *model) {
    struct language_reader *reader = memory_zeroed(1, sizeof *reader);
    reader->schema =
        (struct schema_reader){.file = file, .report = report, .model = model};
    reader->index = index;
    reader->language = &model->languages[index];
    reader->language->path =
        arena_copy(&model->arena, file->path, strlen(file->path));
    xmlDoc *doc;
    int result = xml_parse(file, report, &doc);
    if (result == GEN_OK) {
        const xmlNode *root = xmlDocGetRootElement(doc);
        reader->language->words = arena_alloc(
            &model->arena, (xmlChildElementCount((xmlNode *)root) + 1) *
                               sizeof *reader->language->words);
        result = read_root(reader, root);
        if (result == GEN_OK)
            result = read_children(reader, root);
        xmlFreeDoc(doc);
    }
    free(reader);
    return result;
}

/* Whether a language answers for a tag, whatever its case. */
static bool has_tag(const struct language *language, const char *tag) {
    bool has = strcasecmp(language->tag, tag) == 0;
    for (const char *const *also = language->also; *also; also++)
        has |= strcasecmp(*also, tag) == 0;
    return has;
}

/* One language answers for a tag. */
static int check_tags(const struct model *model, struct report *report) {
    for (size_t i = 0; i < model->language_count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct language *one = &model->languages[j];
            const struct language *other = &model->languages[i];
            const char *twice = has_tag(one, other->tag) ? other->tag : NULL;
            for (const char *const *also = other->also; *also; also++)
                twice = has_tag(one, *also) ? *also : twice;
            if (twice)
                return report_error(report, GEN_BAD_DOCUMENT, other->path, 0,
                                    "answers for \"%s\", and so does %s; take "
                                    "it out of one",
                                    twice, one->path);
        }
    return GEN_OK;
}

int languages_read(const struct file *files, size_t count,
                   struct report *report, struct model *model) {
    struct arena *arena = &model->arena;
    model->languages = arena_alloc(arena, count * sizeof *model->languages);
    for (size_t i = 0; i < model->row_count; i++)
        model->rows[i].texts =
            arena_alloc(arena, count * sizeof *model->rows[i].texts);
    int result = GEN_OK;
    for (size_t i = 0; i < count && result == GEN_OK; i++) {
        model->language_count = i + 1;
        result = read_language(&files[i], i, report, model);
    }
    return result < 0 ? result : check_tags(model, report);
}
