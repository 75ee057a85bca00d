/* Each row of the registry in HTML. */
#include "page/html_parts.h"

#include <string.h>

#include "model/answer.h"
#include "page/link.h"
#include "page/facts.h"

/* Between which codes the page's script finds the row. */
static void put_bounds(struct html *html, const struct row *row) {
    html_number(html, "data-first", row->first);
    html_number(html, "data-last", row->last);
}

static void put_code(struct html *html, const struct row *row) {
    const char *anchor = page_anchor(&html->arena, html->texts, row->first);
    html_link(html,
              page_codes(&html->arena, html->texts, row->first, row->last),
              arena_printf(&html->arena, "#%s", anchor));
}

static void put_line(struct html *html, const struct row *row) {
    static const enum page_rule rules[] = {PAGE_SENDERS, PAGE_WIRE,
                                           PAGE_BROWSER_CLOSE};
    html_start(html, "tr", NULL);
    put_bounds(html, row);
    markup_start(&html->out, "th");
    markup_attribute(&html->out, "scope", "row");
    put_code(html, row);
    markup_end_tag(&html->out);
    html_registered(html, "td", "name", row->name);
    markup_element(&html->out, "td", answer_meaning(row, html->language));
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const char *said = page_rule(&html->arena, html->texts, row, rules[i]);
        markup_start(&html->out, "td");
        if (page_is_refusal(row, rules[i]))
            markup_attribute(&html->out, "class", "no");
        markup_text(&html->out, said);
        markup_end_tag(&html->out);
    }
    markup_end_tag(&html->out);
}

void html_glance(struct html *html) {
    const struct page_texts *texts = html->texts;
    const char *titles[] = {texts->code,
                            texts->name,
                            texts->meaning,
                            texts->rules[PAGE_SENDERS].title,
                            texts->rules[PAGE_WIRE].title,
                            texts->rules[PAGE_BROWSER_CLOSE].title};
    html_start(html, "table", "glance");
    html_head(html, titles, sizeof titles / sizeof *titles);
    html_start(html, "tbody", NULL);
    for (size_t i = 0; i < html->model->row_count; i++)
        put_line(html, &html->model->rows[i]);
    markup_end_tag(&html->out);
    markup_end_tag(&html->out);
}

static void put_term(struct html *html, const char *title) {
    html_start(html, "div", NULL);
    html_prose(html, "dt", NULL, title);
    markup_start(&html->out, "dd");
}

static void end_term(struct html *html) {
    markup_end_tag(&html->out);
    markup_end_tag(&html->out);
}

static void put_rules(struct html *html, const struct row *row) {
    html_start(html, "dl", "rules");
    for (enum page_rule rule = 0; rule < PAGE_RULE_COUNT; rule++) {
        const char *source = page_rule_source(row, rule);
        put_term(html, html->texts->rules[rule].title);
        markup_text(&html->out,
                    page_rule(&html->arena, html->texts, row, rule));
        if (source) {
            markup_text(&html->out, " ");
            markup_start(&html->out, "small");
            html_link(html, page_source(html->texts, source),
                      page_source_link(&html->arena, row, source));
            markup_end_tag(&html->out);
        }
        end_term(html);
    }
    markup_end_tag(&html->out);
}

static void put_record(struct html *html, const char *title, const char *text) {
    if (!text || !*text)
        return;
    put_term(html, title);
    html_registered(html, "span", NULL, text);
    end_term(html);
}

static void put_references(struct html *html, const struct row *row) {
    const struct page_texts *texts = html->texts;
    if (!row->reference_count)
        return;
    put_term(html, texts->references);
    for (size_t i = 0; i < row->reference_count; i++) {
        const struct reference *reference = &row->references[i];
        markup_text(&html->out, i ? ", " : "");
        html_link(html, page_reference(&html->arena, texts, reference),
                  link_of_reference(&html->arena, reference));
    }
    end_term(html);
}

/* What the registry records. */
static void put_records(struct html *html, const struct row *row) {
    const struct page_texts *texts = html->texts;
    html_start(html, "dl", "record");
    if (row->symbol) {
        put_term(html, texts->symbol);
        markup_element(&html->out, "code", row->symbol);
        end_term(html);
    }
    put_term(html, texts->status);
    markup_text(&html->out, page_status(texts, row));
    end_term(html);
    if (strcmp(row->text, row->name) != 0)
        put_record(html, texts->registered_text, row->text);
    put_references(html, row);
    put_record(html, texts->contact, row->contact);
    put_record(html, texts->registered, row->registered);
    put_record(html, texts->updated, row->updated);
    markup_end_tag(&html->out);
}

static void put_paragraph(struct html *html, const char *class_name,
                          const char *text) {
    html_start(html, "p", class_name);
    markup_text(&html->out, text);
    markup_end_tag(&html->out);
}

static void put_title(struct html *html, const struct row *row) {
    html_start(html, "h3", NULL);
    put_code(html, row);
    markup_text(&html->out, " ");
    html_registered(html, "span", "name", row->name);
    markup_end_tag(&html->out);
}

static void put_entry(struct html *html, const struct row *row) {
    html_start(html, "article", wire_texts[answer_wire(row)]);
    markup_attribute(&html->out, "id",
                     page_anchor(&html->arena, html->texts, row->first));
    put_bounds(html, row);
    if (answer_advice(row))
        markup_attribute(&html->out, "data-advised", "");
    put_title(html, row);
    html_start(html, "div", "text");
    put_paragraph(html, "meaning", answer_meaning(row, html->language));
    put_paragraph(html, "description", answer_description(row, html->language));
    put_records(html, row);
    markup_end_tag(&html->out);
    put_rules(html, row);
    markup_end_tag(&html->out);
}

void html_entries(struct html *html) {
    for (size_t i = 0; i < html->model->row_count; i++)
        put_entry(html, &html->model->rows[i]);
}
