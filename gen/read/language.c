/* SPDX-License-Identifier: MIT */
#include "read/language.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "read/cause.h"
#include "read/subject.h"
#include "read/text.h"
#include "read/words.h"

struct language_reader {
    struct parse parse;
    struct language *language;
    size_t index; /* of the language in the model */
    /* The lines of the entries, of codes and behind them of kinds; 0: none. */
    long lines[PROTOCOL_CODE_LIMIT + KIND_INVALID + 1];
};

static size_t subtag_length(const char *tag) {
    return strspn(tag, TEXT_ALPHANUMERIC);
}

/* BCP 47's syntax: subtags of up to eight letters and digits, the first of
   letters alone. */
static bool is_tag(const char *tag) {
    size_t len = subtag_length(tag);
    if (len < 2 || strlen(tag) > TEXT_TAG_MAX ||
        strcspn(tag, TEXT_DIGITS) < len)
        return false;
    while (len >= 1 && len <= 8 && tag[len] == '-') {
        tag += len + 1;
        len = subtag_length(tag);
    }
    return len >= 1 && len <= 8 && !tag[len];
}

static void check_tag(struct parse *parse, const xmlNode *root,
                      const char *tag) {
    if (!is_tag(tag))
        parse_error(parse, root,
                    "\"%s\" is no language; write a BCP 47 tag, such as ja or "
                    "zh-Hans",
                    tag);
}

static const char **read_also(struct parse *parse, const xmlNode *root) {
    struct arena *arena = &parse->model->arena;
    const char *text = parse_attribute(parse, root, "also");
    char *tags = arena_copy(arena, text ? text : "", text ? strlen(text) : 0);
    const char **also = arena_alloc(arena, (strlen(tags) + 2) * sizeof *also);
    size_t count = 0;
    for (char *tag = strtok(tags, " "); tag; tag = strtok(NULL, " ")) {
        check_tag(parse, root, tag);
        also[count++] = tag;
    }
    return also;
}

static void read_root(struct parse *parse, const xmlNode *root,
                      struct language *language) {
    static const char *const attributes[] = {"xml:lang", "also", "name", NULL};
    static const char *const children[] = {"code", "range", "label", "message",
                                           NULL};
    if (!xml_is_own(root, "language"))
        parse_error(parse, root, "the root must be <language xmlns=\"%s\">",
                    XML_OWN_NAMESPACE);
    parse_check_attributes(parse, root, attributes);
    parse_check_children(parse, root, children);
    language->path = parse->path;
    language->tag = parse_language(parse, root);
    if (parse->result < 0)
        return;
    check_tag(parse, root, language->tag);
    parse_check_file_name(parse, root, "language", language->tag, "xml:lang");
    language->name = parse_required(parse, root, "name");
    language->also = read_also(parse, root);
}

/* Gives a text to the rows that it is of: to those that are registered as they
   were when it was written. */
static void give(struct language_reader *reader, int code, enum kind kind,
                 const struct text *text) {
    struct model *model = reader->parse.model;
    for (size_t i = 0; i < model->row_count; i++) {
        struct row *row = &model->rows[i];
        bool is_its = kind_is_named(row->kind)
                          ? (int)row->first == code && !row->is_reworded
                          : code == MODEL_NO_CODE && row->kind == kind;
        if (is_its)
            row->texts[reader->index] = *text;
    }
}

static void read_entry(struct language_reader *reader, const xmlNode *element) {
    struct parse *parse = &reader->parse;
    enum kind kind = KIND_UNUSED;
    int code = subject_read(parse, element, &kind);
    struct text text = text_read(parse, element);
    text.causes = cause_read_words(parse, element, code, kind);
    if (!text.meaning || !text.description)
        parse_error(parse, element,
                    "<%s> needs a <meaning> and a <description>",
                    (const char *)element->name);
    long *line = &reader->lines[code != MODEL_NO_CODE
                                    ? (size_t)code
                                    : PROTOCOL_CODE_LIMIT + (size_t)kind];
    if (*line)
        parse_error(parse, element,
                    "this entry is also in line %ld; merge the two", *line);
    *line = xmlGetLineNo(element);
    if (parse->result == GEN_OK)
        give(reader, code, kind, &text);
}

/* English has a text for each kind of range, and for each cause. */
static void check_english(struct language_reader *reader) {
    if (reader->index == 0)
        cause_check_english(&reader->parse);
    for (enum kind kind = KIND_UNUSED; kind <= KIND_INVALID; kind++)
        if (reader->index == 0 && !reader->lines[PROTOCOL_CODE_LIMIT + kind])
            parse_error_at(&reader->parse, 0,
                           "has no <range kind=\"%s\">; write one",
                           kind_facts(kind)->id);
}

static void read_children(struct language_reader *reader, const xmlNode *root) {
    struct parse *parse = &reader->parse;
    reader->language->words = arena_alloc(
        &parse->model->arena, (xmlChildElementCount((xmlNode *)root) + 1) *
                                  sizeof *reader->language->words);
    for (const xmlNode *child = xml_first_element(root);
         child && parse->result == GEN_OK; child = xml_next_element(child))
        if (xml_is_own(child, "code") || xml_is_own(child, "range"))
            read_entry(reader, child);
        else
            word_read(parse, child, reader->language);
    check_english(reader);
    if (parse->result == GEN_OK)
        words_check(parse, reader->language);
}

static int read_language(const struct file *file, size_t index,
                         struct report *report, struct model *model) {
    struct language_reader *reader = memory_zeroed(1, sizeof *reader);
    reader->parse =
        (struct parse){.file = file, .report = report, .model = model};
    reader->index = index;
    reader->language = &model->languages[index];
    const xmlNode *root = parse_begin(&reader->parse);
    if (root) {
        read_root(&reader->parse, root, reader->language);
        read_children(reader, root);
    }
    int result = parse_end(&reader->parse);
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
