/* SPDX-License-Identifier: MIT */
/* What has to hold of the pages: each is read as its readers do. */
#include <string.h>
#include <strings.h>

#include <jansson.h>
#include <libxml/HTMLparser.h>

#include "fuzz.h"
#include "outputs.h"

static bool is_member(const json_t *row, const char *key, const char *text) {
    const char *member = json_string_value(json_object_get(row, key));
    return text && *text ? member && strcmp(member, text) == 0 : !member;
}

static void check_json(const char *text, const struct model *model) {
    json_t *document = json_loads(text, 0, NULL), *row;
    const json_t *rows = json_object_get(document, "rows");
    size_t i;
    fuzz_require(json_array_size(rows) == model->row_count,
                 "the JSON has a row for each");
    json_array_foreach(rows, i, row) {
        const struct row *expected = &model->rows[i];
        fuzz_require(json_integer_value(json_object_get(row, "code")) ==
                             expected->first &&
                         is_member(row, "name", expected->name) &&
                         is_member(row, "registered_text", expected->text) &&
                         is_member(row, "contact", expected->contact),
                     "the JSON has what the registry says");
    }
    json_decref(document);
}

/* What is counted in a page of HTML. */
struct html_count {
    const struct model *model;
    size_t scripts, articles;
};

/* The contact of 1000 is that of most codes, and stands with none. */
static const char *own_contact(const struct model *model,
                               const struct row *row) {
    const char *common = model_row(model, 1000)->contact;
    bool is_common = row->contact && common && !strcmp(row->contact, common);
    return is_common ? NULL : row->contact;
}

static void check_article(xmlNode *article, const struct model *model,
                          const struct row *row) {
    xmlChar *content = xmlNodeGetContent(article);
    const char *text = (const char *)content;
    const char *contact = own_contact(model, row);
    fuzz_require(text && strstr(text, row->name) && strstr(text, row->text) &&
                     (!contact || strstr(text, contact)),
                 "the page shows what the registry says");
    xmlFree(content);
}

/* A link within the pages, or to the web. */
static bool is_harmless(const char *link) {
    return *link == '#' || strncmp(link, "close-codes.", 12) == 0 ||
           strcmp(link, "data:,") == 0 ||
           strncasecmp(link, "http://", 7) == 0 ||
           strncasecmp(link, "https://", 8) == 0;
}

static void check_attributes(xmlNode *element) {
    for (xmlAttr *at = element->properties; at; at = at->next) {
        xmlChar *value = xmlNodeGetContent((xmlNode *)at);
        fuzz_require(strncmp((const char *)at->name, "on", 2) != 0,
                     "no attribute is a script");
        fuzz_require(!xmlStrEqual(at->name, BAD_CAST "href") ||
                         is_harmless((const char *)value),
                     "no link is a script");
        xmlFree(value);
    }
}

static void check_elements(xmlNode *element, struct html_count *count) {
    const struct model *model = count->model;
    for (; element; element = xmlNextElementSibling(element)) {
        check_attributes(element);
        count->scripts += xmlStrEqual(element->name, BAD_CAST "script");
        if (xmlStrEqual(element->name, BAD_CAST "article"))
            check_article(element, model,
                          &model->rows[count->articles++ % model->row_count]);
        check_elements(xmlFirstElementChild(element), count);
    }
}

static void check_html(const struct output *page, const struct model *model) {
    struct html_count count = {.model = model};
    xmlDoc *document =
        htmlReadMemory(page->bytes, (int)page->len, NULL, "UTF-8",
                       HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    fuzz_require(document, "the HTML can be read");
    check_elements(xmlDocGetRootElement(document), &count);
    fuzz_require(count.scripts == 1, "no script but the page's own");
    fuzz_require(count.articles == model->language_count * model->row_count,
                 "each row has its article");
    xmlFreeDoc(document);
}

/* Does an element of the page's own begin here, or a link's destination? */
static bool is_own_markup(const char *line, const char *at) {
    static const char *const own[] = {"<a id=\"", "</a>",    "<br>",
                                      "<span>",   "</span>", NULL};
    if (at - line >= 2 && strncmp(at - 2, "](<", 3) == 0)
        return true;
    for (const char *const *tag = own; *tag; tag++)
        if (strncmp(at, *tag, strlen(*tag)) == 0)
            return true;
    return false;
}

/* How many cells a line of a table has. */
static size_t count_cells(const char *line) {
    size_t ret = 0;
    for (const char *at = line; *at && *at != '\n'; at++) {
        if (*at == '\\' && at[1] != '\n')
            at++;
        else if (*at == '<')
            fuzz_require(is_own_markup(line, at), "no markup but our own");
        else if (*at == '|')
            ret++;
    }
    return ret;
}

static void check_markdown(const char *page) {
    size_t before = 0;
    for (const char *line = page; *line; line = strchr(line, '\n') + 1) {
        size_t cells = *line == '|' ? count_cells(line) : 0;
        fuzz_require(!cells || !before || cells == before,
                     "the lines of a table have as many cells");
        before = cells;
    }
}

void pages_require_true(const struct outputs *outputs,
                        const struct model *model) {
    check_json(outputs_named(outputs, "close-codes.json")->bytes, model);
    check_html(outputs_named(outputs, "close-codes.html"), model);
    check_markdown(outputs_named(outputs, "close-codes.md")->bytes);
}
