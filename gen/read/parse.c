/* SPDX-License-Identifier: MIT */
#include "read/parse.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "io/folders.h"

const char *const parse_nothing[] = {NULL};

const xmlNode *parse_begin(struct parse *parse) {
    const char *path = parse->file->path;
    parse->path = arena_copy(&parse->model->arena, path, strlen(path));
    parse->people = xmlHashCreate(64);
    if (!parse->people)
        memory_exhausted();
    parse->result = xml_parse(parse->file, parse->report, &parse->doc);
    return parse->doc ? xmlDocGetRootElement(parse->doc) : NULL;
}

int parse_end(struct parse *parse) {
    xmlHashFree(parse->people, NULL);
    xmlFreeDoc(parse->doc);
    return parse->result;
}

static void add_error(struct parse *parse, long line, const char *format,
                      va_list args) {
    char text[2 * TEXT_MAX_BYTES];
    vsnprintf(text, sizeof text, format, args);
    parse->result = report_error(parse->report, GEN_BAD_DOCUMENT,
                                 parse->file->path, line, "%s", text);
}

void parse_error(struct parse *parse, const xmlNode *node, const char *format,
                 ...) {
    va_list args;
    va_start(args, format);
    if (parse->result == GEN_OK)
        add_error(parse, xmlGetLineNo(node), format, args);
    va_end(args);
}

void parse_error_at(struct parse *parse, long line, const char *format, ...) {
    va_list args;
    va_start(args, format);
    if (parse->result == GEN_OK)
        add_error(parse, line, format, args);
    va_end(args);
}

void parse_check_text(struct parse *parse, const xmlNode *node,
                      const char *what, const char *text) {
    const char *refusal = text_refusal(text);
    if (refusal)
        parse_error(parse, node, "%s %s; nothing was accepted", what, refusal);
}

char *parse_attribute(struct parse *parse, const xmlNode *element,
                      const char *name) {
    return xml_attribute(&parse->model->arena, element, NULL, name);
}

const char *parse_required(struct parse *parse, const xmlNode *element,
                           const char *name) {
    const char *text = parse_attribute(parse, element, name);
    if (!text || !*text)
        parse_error(parse, element, "<%s> needs %s=\"...\"",
                    (const char *)element->name, name);
    else
        parse_check_text(parse, element, name, text);
    return text && parse->result == GEN_OK ? text : "";
}

/* The names of a list, for a sentence: "a, b and c". */
static const char *in_words(struct arena *arena, const char *const *names) {
    const char *list = *names ? *names : "none";
    for (names += *names != NULL; *names; names++)
        list = arena_printf(arena, names[1] ? "%s, %s" : "%s and %s", list,
                            *names);
    return list;
}

unsigned parse_value(struct parse *parse, const xmlNode *element,
                     const char *name, const char *const *vocabulary) {
    const char *text = parse_required(parse, element, name);
    unsigned value = vocabulary_value(vocabulary, text);
    if (!value)
        parse_error(parse, element,
                    "%s=\"%s\" is not one of its values, which are %s", name,
                    text, in_words(&parse->model->arena, vocabulary + 1));
    return value;
}

void parse_check_file_name(struct parse *parse, const xmlNode *root,
                           const char *what, const char *id,
                           const char *attribute) {
    const char *name = folders_behind(parse->path);
    if (strcmp(name, arena_join(&parse->model->arena, id, ".xml")) != 0)
        parse_error(parse, root,
                    "the file of the %s \"%s\" is %s.xml; rename it, or mend "
                    "%s",
                    what, id, id, attribute);
}

const char *parse_language(struct parse *parse, const xmlNode *element) {
    const char *tag = xml_attribute(&parse->model->arena, element,
                                    (const char *)XML_XML_NAMESPACE, "lang");
    if (!tag)
        parse_error(parse, element, "<%s> needs xml:lang=\"...\"",
                    (const char *)element->name);
    return tag;
}

bool parse_is_in(const char *name, const char *const *list) {
    for (; *list; list++)
        if (strcmp(name, *list) == 0)
            return true;
    return false;
}

/* The name that an attribute has in a list: xml:lang keeps its prefix, one in
   any other namespace has none. */
static const char *listed_name(const xmlAttr *attribute) {
    if (!attribute->ns)
        return (const char *)attribute->name;
    bool is_lang = xmlStrEqual(attribute->ns->href, XML_XML_NAMESPACE) &&
                   xmlStrEqual(attribute->name, BAD_CAST "lang");
    return is_lang ? "xml:lang" : "";
}

void parse_check_attributes(struct parse *parse, const xmlNode *element,
                            const char *const *allowed) {
    for (const xmlAttr *at = element->properties; at; at = at->next)
        if (!parse_is_in(listed_name(at), allowed))
            parse_error(parse, element,
                        "<%s> has no attribute \"%s\" here; it takes %s",
                        (const char *)element->name, (const char *)at->name,
                        in_words(&parse->model->arena, allowed));
}

/* A structural element has element children of our namespace alone, each with
   one of the allowed names. */
void parse_check_children(struct parse *parse, const xmlNode *element,
                          const char *const *allowed) {
    for (const xmlNode *at = element->children; at; at = at->next) {
        const char *name = (const char *)at->name;
        if (at->type == XML_COMMENT_NODE || xmlIsBlankNode(at))
            continue;
        if (at->type != XML_ELEMENT_NODE)
            parse_error(parse, element, "<%s> has no place for text of its own",
                        (const char *)element->name);
        else if (!xml_is_own(at, name) || !parse_is_in(name, allowed))
            parse_error(parse, at, "<%s> cannot stand in <%s>", name,
                        (const char *)element->name);
    }
}
