/* SPDX-License-Identifier: MIT */
/* A template is read once into parts, which are written as often as lists ask
   for them. */
#include "page/template.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/markup.h"
#include "page/prose.h"

enum part_kind { LITERAL, TEXT, ATTRIBUTE, PROSE, RAW, IF, EACH };

enum { NONE = -1 };

struct part {
    enum part_kind kind;
    size_t at, len;  /* of LITERAL, in the bytes */
    size_t end;      /* of IF and EACH: behind all that is inside */
    const char *id;  /* of a word */
    page_fact *fact; /* NULL: a word */
    page_list *list;
};

struct template {
    struct arena arena;
    char *bytes;
    struct part *parts;
    size_t byte_count, part_count, last_end;
};

static struct part *add(struct template *template, enum part_kind kind) {
    template->parts = memory_append(template->parts, template->part_count,
                                    sizeof *template->parts);
    struct part *ret = &template->parts[template->part_count++];
    *ret = (struct part){.kind = kind};
    return ret;
}

/* Adds to the literal before it, unless an IF or EACH ends between them. */
static void put(struct template *template, const char *markup) {
    size_t count = template->part_count;
    if (count == template->last_end ||
        template->parts[count - 1].kind != LITERAL)
        add(template, LITERAL)->at = template->byte_count;
    for (; *markup; markup++) {
        template->bytes =
            memory_append(template->bytes, template->byte_count, 1);
        template->bytes[template->byte_count++] = *markup;
        template->parts[template->part_count - 1].len++;
    }
}

static const struct template_fact *find_fact(const char *name) {
    const struct template_fact *ret = template_facts;
    while (ret->name && strcmp(ret->name, name) != 0)
        ret++;
    return ret;
}

static page_list *find_list(const char *name) {
    const struct template_list *ret = template_lists;
    while (strcmp(ret->name, name) != 0)
        ret++;
    return ret->list;
}

/* The parts inside of this one are added between begin() and end(). */
static long begin(struct template *template, enum part_kind kind,
                  const char *name) {
    if (!name)
        return NONE;
    struct part *part = add(template, kind);
    if (kind == EACH)
        part->list = find_list(name);
    else
        part->fact = find_fact(name)->fact;
    return (long)template->part_count - 1;
}

static void end(struct template *template, long part) {
    if (part == NONE)
        return;
    template->parts[part].end = template->last_end = template->part_count;
}

/* What is between braces; NULL if there are none. */
static const char *first_name(struct template *template, const char *text) {
    const char *name = strchr(text, '{');
    return name ? arena_copy(&template->arena, name + 1, strcspn(name, "}") - 1)
                : NULL;
}

static void put_name(struct template *template, const char *name,
                     enum part_kind kind) {
    const struct template_fact *fact = find_fact(name);
    bool is_plain = kind == PROSE && fact->name && !fact->is_prose;
    struct part *part = add(template, is_plain ? TEXT : kind);
    part->fact = fact->fact;
    part->id = name;
}

/* Blanks behind a line's end, the template's indentation, are dropped. */
static void put_text(struct template *template, const char *text,
                     enum part_kind kind) {
    while (*text) {
        const char literal[] = {*text, '\0'}, *escaped = markup_escaped(*text);
        if (*text == '{') {
            put_name(template, first_name(template, text), kind);
            text += strcspn(text, "}") + 1;
            continue;
        }
        put(template, escaped ? escaped : literal);
        text += *text == '\n' ? 1 + strspn(text + 1, " ") : 1;
    }
}

static void put_attribute(struct template *template, const xmlAttr *attribute) {
    const char *value =
        attribute->children ? (const char *)attribute->children->content : "";
    long condition = begin(template, IF, first_name(template, value));
    put(template, " ");
    put(template, (const char *)attribute->name);
    put(template, "=\"");
    put_text(template, value, ATTRIBUTE);
    put(template, "\"");
    end(template, condition);
}

/* An attribute for the element itself; NULL if there is none. */
static const char *directive(const xmlNode *element, const char *name) {
    for (const xmlAttr *at = element->properties; at; at = at->next)
        if (at->ns && strcmp((const char *)at->name, name) == 0)
            return (const char *)at->children->content;
    return NULL;
}

/* Elements without an end. */
static bool is_void(const char *name) {
    return strcmp(name, "meta") == 0 || strcmp(name, "link") == 0 ||
           strcmp(name, "input") == 0;
}

/* A line's end behind an element with a condition comes and goes with it. */
static bool has_line_end(const xmlNode *node) {
    return node && node->next && node->next->type == XML_TEXT_NODE &&
           *node->next->content == '\n' &&
           (directive(node, "each") || directive(node, "if"));
}

static void put_node(struct template *template, const xmlNode *node);

static void put_content(struct template *template, const xmlNode *element,
                        enum part_kind kind) {
    for (const xmlNode *child = element->children; child; child = child->next) {
        const char *text = (const char *)child->content;
        if (child->type == XML_ELEMENT_NODE)
            put_node(template, child);
        else if (child->type == XML_TEXT_NODE)
            put_text(template,
                     text +
                         (has_line_end(child->prev) ? strspn(text, "\n ") : 0),
                     kind);
    }
}

static void put_tag(struct template *template, const xmlNode *element,
                    const char *before, const char *after) {
    long wrap = begin(template, IF, directive(element, "wrap"));
    put(template, before);
    put(template, (const char *)element->name);
    for (const xmlAttr *at = element->properties; at; at = at->next)
        if (!at->ns && !before[1])
            put_attribute(template, at);
    put(template, after);
    end(template, wrap);
}

/* An element of w is no more than what is inside of it. */
static void put_element(struct template *template, const xmlNode *element) {
    const char *name = (const char *)element->name;
    bool is_raw = strcmp(name, "style") == 0 || strcmp(name, "script") == 0;
    if (!element->ns)
        put_tag(template, element, "<", is_void(name) ? "/>" : ">");
    put_content(template, element, is_raw ? RAW : PROSE);
    if (!element->ns && !is_void(name))
        put_tag(template, element, "</", ">");
}

static void put_node(struct template *template, const xmlNode *node) {
    long each = begin(template, EACH, directive(node, "each"));
    long condition = begin(template, IF, directive(node, "if"));
    put_element(template, node);
    if (has_line_end(node))
        put(template, "\n");
    end(template, condition);
    end(template, each);
}

static void write_value(const struct part *part, struct page *page,
                        const char *text, struct stream *out) {
    if (!text)
        return;
    if (part->kind == RAW)
        stream_put(out, text);
    else if (part->kind == PROSE)
        prose_html(out, text, page->unbroken);
    else if (part->kind == TEXT)
        prose_plain(out, text, strlen(text), page->unbroken);
    else
        markup_put(out, text, strlen(text));
}

/* The text of a condition's fact is kept: it is most often written next. */
static void write_parts(const struct template *template, size_t at, size_t end,
                        struct page *page, struct stream *out) {
    page_fact *asked = NULL;
    const char *text = NULL;
    while (at < end) {
        const struct part *part = &template->parts[at++];
        if (part->kind == LITERAL)
            stream_write(out, template->bytes + part->at, part->len);
        else if (part->kind == EACH) {
            for (size_t item = 0; part->list(page, item); item++)
                write_parts(template, at, part->end, page, out);
            at = part->end;
            asked = NULL;
        } else if (!part->fact) {
            if (part->kind != IF)
                write_value(part, page, page_word(page, part->id), out);
        } else {
            if (part->fact != asked)
                text = part->fact(page);
            asked = part->fact;
            if (part->kind != IF)
                write_value(part, page, text, out);
            else if (!text)
                at = part->end;
        }
    }
}

void template_write(const struct embedded *source, struct page *page,
                    struct stream *out) {
    struct template template = {0};
    xmlDoc *doc = xmlReadMemory(source->bytes, (int)source->len, "page.html",
                                NULL, XML_PARSE_NONET);
    if (!doc) /* the template is well-formed */
        memory_exhausted();
    put_node(&template, xmlDocGetRootElement(doc));
    xmlFreeDoc(doc);
    write_parts(&template, 0, template.part_count, page, out);
    free(template.parts);
    free(template.bytes);
    arena_free(&template.arena);
}
