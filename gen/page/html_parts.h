/* The parts that close-codes.html is put together from. */
#ifndef GEN_HTML_H
#define GEN_HTML_H

#include "base/markup.h"
#include "model/model.h"
#include "page/texts.h"

/* The page in one of its languages. */
struct html {
    struct markup out;
    struct arena arena;
    const struct model *model;
    const struct page_texts *texts;
    size_t language; /* in the model */
};

/* Begins an element on a line of its own; class_name may be NULL. */
void html_start(struct html *html, const char *name, const char *class_name);

/* Such an element with a text of page_texts.h, whose markup is followed. */
void html_prose(struct html *html, const char *name, const char *class_name,
                const char *text);

/* The text alone. */
void html_prose_inside(struct html *html, const char *text);

/* Registered text, which is English on every page. */
void html_registered(struct html *html, const char *name,
                     const char *class_name, const char *text);

/* A link; the text alone where url is NULL. */
void html_link(struct html *html, const char *text, const char *url);

/* An attribute that is a number. */
void html_number(struct html *html, const char *name, unsigned number);

/* A table's head: a row of these titles, which have backticks too. */
void html_head(struct html *html, const char *const *titles, size_t count);

/* Each row of the registry: a line of a table, and in full. */
void html_glance(struct html *html);
void html_entries(struct html *html);

/* The end of a connection in a browser. */
void html_browser(struct html *html);

#endif
