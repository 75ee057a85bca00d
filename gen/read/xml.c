/* SPDX-License-Identifier: MIT */
#include "read/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "base/text.h"

enum { MAX_DEPTH = 32 };

/* What the parser's context has of ours. */
struct parser {
    const struct file *file;
    struct report *report;
    int depth;
    int result;
};

static void refuse(xmlParserCtxt *context, int result, long line,
                   const char *text) {
    struct parser *parser = context->_private;
    if (parser->result == GEN_OK)
        parser->result = report_error(parser->report, result,
                                      parser->file->path, line, "%s", text);
    xmlStopParser(context);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system) {
    xmlParserCtxt *context = data;
    (void)name, (void)external, (void)system;
    refuse(context, GEN_BAD_DOCUMENT, xmlSAX2GetLineNumber(context),
           "has a DOCTYPE, which IANA's documents never have; take it out");
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count,
                     int default_count, const xmlChar **attributes) {
    xmlParserCtxt *context = data;
    struct parser *parser = context->_private;
    if (++parser->depth > MAX_DEPTH) {
        refuse(context, GEN_BAD_DOCUMENT, xmlSAX2GetLineNumber(context),
               "is nested more than 32 elements deep; no registry is");
        return;
    }
    xmlSAX2StartElementNs(data, name, prefix, uri, namespace_count, namespaces,
                          attribute_count, default_count, attributes);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix,
                   const xmlChar *uri) {
    xmlParserCtxt *context = data;
    struct parser *parser = context->_private;
    parser->depth--;
    xmlSAX2EndElementNs(data, name, prefix, uri);
}

#if LIBXML_VERSION >= 21200
static void on_error(void *data, const xmlError *error)
#else
static void on_error(void *data, xmlError *error)
#endif
{
    xmlParserCtxt *context = data;
    if (error->level < XML_ERR_ERROR)
        return;
    if (error->code == XML_ERR_NO_MEMORY)
        memory_exhausted();
    char text[400];
    snprintf(text, sizeof text, "is not well-formed XML: %s",
             error->message ? error->message : "unknown error");
    text[strcspn(text, "\n")] = '\0';
    refuse(context, GEN_BAD_DOCUMENT, error->line, text);
}

static xmlParserCtxt *new_context(struct parser *parser) {
    xmlParserCtxt *context =
        xmlCreatePushParserCtxt(NULL, NULL, NULL, 0, parser->file->path);
    if (!context)
        memory_exhausted();
    int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT;
#if LIBXML_VERSION >= 21300
    options |= XML_PARSE_NO_XXE;
#endif
#if LIBXML_VERSION >= 21400
    options |= XML_PARSE_NO_SYS_CATALOG;
#endif
    xmlCtxtUseOptions(context, options);
    context->_private = parser;
    context->sax->internalSubset = on_doctype;
    context->sax->startElementNs = on_start;
    context->sax->endElementNs = on_end;
    context->sax->serror = on_error;
    return context;
}

static long line_of(const struct file *file, size_t at) {
    long line = 1;
    for (size_t i = 0; i < at; i++)
        line += file->bytes[i] == '\n';
    return line;
}

/* The parser is not asked to judge an encoding: what is not UTF-8 byte by
   byte, or says that it is something else, is refused. */
static int check_bytes(const struct file *file, struct report *report) {
    if (!file->len)
        return report_error(report, GEN_BAD_DOCUMENT, file->path, 0,
                            "is empty; an XML document was expected");
    size_t bad = text_invalid_at(file->bytes, file->len);
    size_t nul = strlen(file->bytes);
    if (nul < bad)
        return report_error(report, GEN_BAD_DOCUMENT, file->path,
                            line_of(file, nul),
                            "has a NUL byte; save it as UTF-8");
    if (bad < file->len)
        return report_error(report, GEN_BAD_DOCUMENT, file->path,
                            line_of(file, bad),
                            "is not valid UTF-8; save it as UTF-8");
    return GEN_OK;
}

static int check_encoding(const xmlDoc *doc, const struct file *file,
                          struct report *report) {
    const xmlChar *encoding = doc->encoding;
    if (encoding && xmlStrcasecmp(encoding, BAD_CAST "UTF-8") != 0 &&
        xmlStrcasecmp(encoding, BAD_CAST "US-ASCII") != 0)
        return report_error(report, GEN_BAD_DOCUMENT, file->path, 1,
                            "says that it is encoded in %s; save it as UTF-8",
                            (const char *)encoding);
    return GEN_OK;
}

int xml_parse(const struct file *file, struct report *report, xmlDocPtr *ret) {
    int result = check_bytes(file, report);
    if (result < 0)
        return result;

    struct parser parser = {.file = file, .report = report};
    xmlParserCtxt *context = new_context(&parser);
    int code = xmlParseChunk(context, file->bytes, (int)file->len, 1);
    xmlDoc *doc = context->myDoc;
    result = parser.result;
    if (result == GEN_OK && (code != 0 || !context->wellFormed || !doc))
        result = report_error(report, GEN_BAD_DOCUMENT, file->path, 0,
                              "is not well-formed XML");
    if (result == GEN_OK)
        result = check_encoding(doc, file, report);
    xmlFreeParserCtxt(context);
    if (result < 0) {
        xmlFreeDoc(doc);
        return result;
    }
    *ret = doc;
    return GEN_OK;
}

static bool is_element(const xmlNode *node, const char *namespace_uri,
                       const char *name) {
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->name, name) == 0 &&
           strcmp((const char *)node->ns->href, namespace_uri) == 0;
}

bool xml_is_own(const xmlNode *node, const char *name) {
    return is_element(node, XML_OWN_NAMESPACE, name);
}

bool xml_is_iana(const xmlNode *node, const char *name) {
    return is_element(node, IANA_NAMESPACE, name);
}

static xmlNode *element_from(xmlNode *node) {
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

xmlNode *xml_first_element(const xmlNode *parent) {
    return element_from(parent->children);
}

xmlNode *xml_next_element(const xmlNode *element) {
    return element_from(element->next);
}

char *xml_content(struct arena *arena, const xmlNode *node) {
    const xmlNode *only = node->children;
    xmlChar *content = NULL;
    if (!only || only->next || only->type != XML_TEXT_NODE) {
        content = xmlNodeGetContent(node);
        if (!content)
            memory_exhausted();
    }
    const char *text = (const char *)(content ? content : only->content);
    char *ret = arena_copy(arena, text, strlen(text));
    xmlFree(content);
    text_collapse(ret);
    return ret;
}

char *xml_attribute(struct arena *arena, const xmlNode *element,
                    const char *namespace_uri, const char *name) {
    const xmlAttr *attribute =
        xmlHasNsProp(element, BAD_CAST name, BAD_CAST namespace_uri);
    return attribute ? xml_content(arena, (const xmlNode *)attribute) : NULL;
}
