/* SPDX-License-Identifier: MIT */
#include "read/application.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/symbol.h"
#include "read/iana.h"
#include "read/record.h"
#include "read/value.h"

static const char *const facts[] = {"prefix", "home", "source", "as-of", NULL};

/* A fact of the root, in our namespace; NULL: it has none. */
static const char *read_fact(struct parse *parse, const xmlNode *root,
                             const char *name) {
    const char *text =
        xml_attribute(&parse->model->arena, root, XML_OWN_NAMESPACE, name);
    if (text && !*text)
        parse_error(parse, root, "ws:%s is empty; write it, or leave it out",
                    name);
    if (text)
        parse_check_text(parse, root, name, text);
    return text;
}

static void check_facts(struct parse *parse, const xmlNode *root,
                        const struct application *application) {
    for (const xmlAttr *at = root->properties; at; at = at->next)
        if (at->ns && xmlStrEqual(at->ns->href, BAD_CAST XML_OWN_NAMESPACE) &&
            !parse_is_in((const char *)at->name, facts))
            parse_error(parse, root,
                        "<registry> has no attribute \"%s\" of the namespace "
                        "%s here; it takes prefix, home, source and as-of",
                        (const char *)at->name, XML_OWN_NAMESPACE);
    if (application->prefix && !symbol_is_legal(application->prefix))
        parse_error(parse, root,
                    "the prefix \"%s\" begins no identifier; write upper-case "
                    "letters, digits and single underscores",
                    application->prefix);
    if (application->home && strncmp(application->home, "https://", 8) != 0)
        parse_error(parse, root,
                    "the home \"%s\" is no page; write a URL that begins with "
                    "https://",
                    application->home);
    if (application->as_of && !value_is_date(application->as_of, false))
        parse_error(parse, root, "as-of=\"%s\" is no date; write it YYYY-MM-DD",
                    application->as_of);
}

static void read_facts(struct parse *parse, const xmlNode *root,
                       struct application *ret) {
    ret->path = parse->path;
    ret->id = parse_attribute(parse, root, "id");
    ret->prefix = read_fact(parse, root, "prefix");
    ret->home = read_fact(parse, root, "home");
    ret->source = read_fact(parse, root, "source");
    ret->as_of = read_fact(parse, root, "as-of");
    check_facts(parse, root, ret);
}

static void read_registry(struct parse *parse, const xmlNode *registry,
                          struct application *ret) {
    static const char *const skipped[] = {
        "description", "note",    "xref",     "expert",  "range",
        "footnote",    "hide",    "category", "file",    "registration_rule",
        "controller",  "created", "people",   "updated", NULL};
    ret->rows = arena_alloc(&parse->model->arena,
                            (xmlChildElementCount((xmlNode *)registry) + 1) *
                                sizeof *ret->rows);
    for (const xmlNode *child = xml_first_element(registry);
         child && parse->result == GEN_OK; child = xml_next_element(child)) {
        const char *name = (const char *)child->name;
        if (xml_is_iana(child, "record"))
            ret->rows[ret->row_count++] = record_read(parse, child);
        else if (xml_is_iana(child, "title"))
            ret->title = iana_text(parse, child, "the title");
        else if (!xml_is_iana(child, name) || !parse_is_in(name, skipped))
            parse_error(parse, child,
                        "<%s> cannot stand here in <registry>; its codes are "
                        "each a <record> in %s",
                        name, IANA_NAMESPACE);
    }
    if (!ret->row_count)
        parse_error(parse, registry,
                    "the registry has no <record>; give it one for each code");
}

static int by_code(const void *a, const void *b) {
    const struct row *left = a, *right = b;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    if (left->last != right->last)
        return left->last < right->last ? -1 : 1;
    return left->line < right->line ? -1 : left->line > right->line;
}

/* Two codes that are one, or two ranges that share some; a code may stand in a
   range. */
static bool clash(const struct row *a, const struct row *b) {
    return (a->first == a->last) == (b->first == b->last) &&
           a->first <= b->last && b->first <= a->last;
}

static void check_twice(struct parse *parse,
                        const struct application *application) {
    const struct row *rows = application->rows;
    for (size_t i = 0; i < application->row_count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct row *before = &rows[j], *row = &rows[i];
            if (!clash(before, row))
                continue;
            if (row->line < before->line)
                row = before, before = &rows[i];
            parse_error_at(
                parse, row->line,
                "%u is also in %s:%ld; each code may stand in one record",
                row->first > before->first ? row->first : before->first,
                before->path, before->line);
        }
}

void application_read(struct parse *parse, const xmlNode *root,
                      struct application *ret) {
    *ret = (struct application){0};
    parse->may_be_nameless = true;
    iana_index_people(parse, root);
    read_facts(parse, root, ret);
    const xmlNode *registry = iana_close_codes(parse, root);
    if (!registry)
        parse_error(parse, root,
                    "has no <registry id=\"" IANA_CLOSE_CODES "\"> in %s; put "
                    "the records into one",
                    IANA_NAMESPACE);
    if (parse->result == GEN_OK)
        read_registry(parse, registry, ret);
    if (parse->result == GEN_OK)
        qsort(ret->rows, ret->row_count, sizeof *ret->rows, by_code);
    check_twice(parse, ret);
}

static bool is_id(const char *id) {
    return *id && !id[strspn(id, TEXT_LOWER TEXT_DIGITS "-")];
}

static void check_id(struct parse *parse, const xmlNode *root, const char *id) {
    if (!is_id(id))
        parse_error(parse, root,
                    "\"%s\" is no id; write letters of a-z, digits and hyphens",
                    id);
    parse_check_file_name(parse, root, "application", id, "id");
}

static void require(struct parse *parse, const xmlNode *root, const char *fact,
                    const char *text) {
    if (!text || !*text)
        parse_error(parse, root, "does not say its %s", fact);
}

static void check_whole(struct parse *parse, const xmlNode *root,
                        const struct application *application) {
    require(parse, root, "id; write id=\"...\" on the root", application->id);
    require(parse, root, "title; write <title> into its registry",
            application->title);
    require(parse, root, "home; write ws:home=\"https://...\" on the root",
            application->home);
    require(parse, root,
            "source; write where its codes were read as ws:source=\"...\" on "
            "the root",
            application->source);
    require(parse, root,
            "date; write the day that the source was read as "
            "ws:as-of=\"YYYY-MM-DD\" on the root",
            application->as_of);
    require(parse, root, "prefix; write ws:prefix=\"...\" on the root",
            application->prefix);
    if (parse->result == GEN_OK)
        check_id(parse, root, application->id);
}

static void check_rows(struct parse *parse,
                       const struct application *application) {
    for (size_t i = 0; i < application->row_count; i++) {
        const struct row *row = &application->rows[i];
        if (row->first < PROTOCOL_FIRST)
            parse_error_at(parse, row->line,
                           "%u is outside 1000-4999; take it out", row->first);
        if (!*row->texts->meaning || !*row->texts->description)
            parse_error_at(parse, row->line,
                           "%u needs a <meaning> and a <description> in "
                           "English",
                           row->first);
    }
}

static int read_file(const struct file *file, struct report *report,
                     struct model *model, struct application *ret) {
    struct parse parse = {.file = file,
                          .report = report,
                          .model = model,
                          .codes = "; an application's codes are 1000-4999"};
    const xmlNode *root = parse_begin(&parse);
    if (root) {
        application_read(&parse, root, ret);
        if (parse.result == GEN_OK)
            check_whole(&parse, root, ret);
        if (parse.result == GEN_OK)
            check_rows(&parse, ret);
    }
    return parse_end(&parse);
}

int applications_read(const struct file *files, size_t count,
                      struct report *report, struct model *model) {
    model->applications =
        arena_alloc(&model->arena, (count + 1) * sizeof *model->applications);
    int result = GEN_OK;
    for (size_t i = 0; i < count && result == GEN_OK; i++)
        result = read_file(&files[i], report, model,
                           &model->applications[model->application_count++]);
    return result;
}
