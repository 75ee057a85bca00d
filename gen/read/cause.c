/* SPDX-License-Identifier: MIT */
#include "read/cause.h"

#include <string.h>

#include "base/text.h"
#include "read/text.h"

static bool is_url(const char *text) {
    static const char scheme[] = "https://";
    return strncmp(text, scheme, strlen(scheme)) == 0 &&
           !text[strspn(text, TEXT_URL)];
}

static struct source read_source(struct parse *parse, const xmlNode *element) {
    static const char *const attributes[] = {"text", "url", NULL};
    struct source ret = {0};
    parse_check_attributes(parse, element, attributes);
    parse_check_children(parse, element, parse_nothing);
    ret.text = parse_required(parse, element, "text");
    ret.url = parse_required(parse, element, "url");
    if (!is_url(ret.url))
        parse_error(parse, element, "\"%s\" is no URL of https", ret.url);
    return ret;
}

static void read_sources(struct parse *parse, const xmlNode *element,
                         struct cause *ret) {
    static const char *const children[] = {"source", NULL};
    size_t count = xmlChildElementCount((xmlNode *)element);
    parse_check_children(parse, element, children);
    if (!count)
        parse_error(parse, element, "a cause needs a <source>");
    ret->sources =
        arena_alloc(&parse->model->arena, (count + 1) * sizeof *ret->sources);
    for (const xmlNode *child = xml_first_element(element); child;
         child = xml_next_element(child))
        ret->sources[ret->source_count++] = read_source(parse, child);
}

static size_t find(const struct semantics_entry *entry, const char *id) {
    size_t i = 0;
    while (i < entry->cause_count && strcmp(entry->causes[i].id, id) != 0)
        i++;
    return i;
}

static struct cause *add(struct parse *parse, const xmlNode *element,
                         struct semantics_entry *entry) {
    if (!entry->causes)
        entry->causes = arena_alloc(&parse->model->arena,
                                    xmlChildElementCount(element->parent) *
                                        sizeof *entry->causes);
    return &entry->causes[entry->cause_count++];
}

void cause_read(struct parse *parse, const xmlNode *element,
                struct semantics_entry *entry) {
    static const char *const attributes[] = {"id", NULL};
    parse_check_attributes(parse, element, attributes);
    struct cause cause = {.id = parse_required(parse, element, "id")};
    if (find(entry, cause.id) < entry->cause_count)
        parse_error(parse, element, "a second cause \"%s\" for one entry",
                    cause.id);
    read_sources(parse, element, &cause);
    *add(parse, element, entry) = cause;
}

static const struct semantics_entry *entry_of(const struct model *model,
                                              int code, enum kind kind) {
    for (size_t i = 0; i < model->semantics_count; i++) {
        const struct semantics_entry *entry = &model->semantics[i];
        if (entry->code == code &&
            (code != MODEL_NO_CODE || entry->kind == kind))
            return entry;
    }
    return NULL;
}

static void read_words(struct parse *parse, const xmlNode *element,
                       const struct semantics_entry *entry,
                       const char **words) {
    static const char *const attributes[] = {"id", NULL};
    parse_check_attributes(parse, element, attributes);
    const char *id = parse_required(parse, element, "id");
    const char *text = text_read_content(parse, element);
    size_t cause = entry ? find(entry, id) : 0;
    if (!entry || cause == entry->cause_count)
        report_warning(parse->report, parse->path, xmlGetLineNo(element),
                       "semantics.xml has no cause \"%s\" here, so this text "
                       "is not used",
                       id);
    else if (words[cause])
        parse_error(parse, element, "a second text for the cause \"%s\"", id);
    else
        words[cause] = text;
}

const char **cause_read_words(struct parse *parse, const xmlNode *element,
                              int code, enum kind kind) {
    const struct semantics_entry *entry = entry_of(parse->model, code, kind);
    size_t count = entry ? entry->cause_count : 0;
    const char **ret =
        count ? arena_alloc(&parse->model->arena, count * sizeof *ret) : NULL;
    for (const xmlNode *child = xml_first_element(element); child;
         child = xml_next_element(child))
        if (xml_is_own(child, "cause"))
            read_words(parse, child, entry, ret);
    return ret;
}

void cause_check_english(struct parse *parse) {
    const struct model *model = parse->model;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        for (size_t j = 0; row->semantics && j < row->semantics->cause_count;
             j++)
            if (!row->texts->causes || !row->texts->causes[j])
                parse_error_at(parse, 0,
                               "has no <cause id=\"%s\"> of %u; write one",
                               row->semantics->causes[j].id, row->first);
    }
}
