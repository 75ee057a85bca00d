/* close-codes.md: the registry to be read, one language after the other. */
#include "page/page.h"

#include <string.h>

#include "model/answer.h"
#include "page/link.h"
#include "page/markdown_text.h"
#include "page/facts.h"

struct page {
    const struct model *model;
    const struct page_texts *texts;
    size_t language; /* in the model */
    struct arena arena;
    FILE *out;
};

static void put_heading(struct page *page, const char *text) {
    fprintf(page->out, "\n## %s\n\n", text);
}

static void put_ranges(struct page *page) {
    const struct page_texts *texts = page->texts;
    unsigned first, last;
    put_heading(page, texts->ranges_title);
    fprintf(page->out, "| %s | %s | |\n|---|---|---|\n", texts->code,
            texts->meaning);
    for (size_t i = 0; i < PAGE_RANGE_COUNT; i++)
        if (page_range(page->model, i, &first, &last))
            fprintf(page->out, "| %s | %s | %s |\n",
                    page_codes(&page->arena, texts, first, last),
                    texts->ranges[i].title, texts->ranges[i].text);
}

static void put_code(struct page *page, const struct row *row) {
    fprintf(page->out, "| <a id=\"%s\"></a>**%s** | ",
            page_anchor(&page->arena, page->texts, row->first),
            page_codes(&page->arena, page->texts, row->first, row->last));
}

static void put_fact(struct page *page, const char *label, const char *text) {
    if (!text)
        return;
    fprintf(page->out, "<br>%s: ", label);
    markdown_text(page->out, text);
}

/* The name and what the registry records. */
static void put_registration(struct page *page, const struct row *row) {
    const struct page_texts *texts = page->texts;
    FILE *out = page->out;
    markdown_text(out, row->name);
    if (row->symbol)
        fprintf(out, "<br>`%s`", row->symbol);
    if (*row->text && strcmp(row->text, row->name) != 0)
        put_fact(page, texts->registered_text, row->text);
    for (size_t i = 0; i < row->reference_count; i++) {
        const struct reference *reference = &row->references[i];
        fputs(i ? ", " : "<br>", out);
        markdown_link(out, page_reference(&page->arena, texts, reference),
                      link_of_reference(&page->arena, reference));
    }
    put_fact(page, texts->contact, row->contact);
    put_fact(page, texts->registered, row->registered);
    put_fact(page, texts->updated, row->updated);
    fputs(" | ", out);
}

static void put_meanings(struct page *page) {
    const struct model *model = page->model;
    const struct page_texts *texts = page->texts;
    put_heading(page, texts->codes);
    fprintf(page->out, "| %s | %s | %s |\n|---|---|---|\n", texts->code,
            texts->name, texts->meaning);
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        put_code(page, row);
        put_registration(page, row);
        fputs("**", page->out);
        markdown_text(page->out, answer_meaning(row, page->language));
        fputs("**<br>", page->out);
        markdown_text(page->out, answer_description(row, page->language));
        fputs(" |\n", page->out);
    }
}

/* What stands in the RFC has no room for its source here. */
static void put_rule(struct page *page, const struct row *row,
                     enum page_rule rule) {
    const char *source = page_rule_source(row, rule);
    fprintf(page->out, " %s", page_rule(&page->arena, page->texts, row, rule));
    if (rule == PAGE_RECONNECT && source) {
        const char *url = page_source_link(&page->arena, row, source);
        fputs("<br>", page->out);
        markdown_link(page->out, page_source(page->texts, source), url);
    }
    fputs(" |", page->out);
}

static void put_rules(struct page *page) {
    const struct model *model = page->model;
    const struct page_texts *texts = page->texts;
    put_heading(page, texts->rules_title);
    for (size_t i = 0; i < PAGE_RULE_COUNT; i++)
        fprintf(page->out, "- **%s**: %s\n", texts->rules[i].title,
                texts->rules[i].text);
    fprintf(page->out, "\n| %s |", texts->code);
    for (size_t i = 0; i < PAGE_RULE_COUNT; i++)
        fprintf(page->out, " %s |", texts->rules[i].title);
    fputs("\n|---|---|---|---|---|---|---|\n", page->out);
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        fprintf(page->out, "| **%s** |",
                page_codes(&page->arena, texts, row->first, row->last));
        for (enum page_rule rule = 0; rule < PAGE_RULE_COUNT; rule++)
            put_rule(page, row, rule);
        fputc('\n', page->out);
    }
}

static void put_browser(struct page *page) {
    const struct page_texts *texts = page->texts;
    put_heading(page, texts->browser_title);
    fprintf(page->out, "%s\n\n```js\n%s```\n\n", texts->browser, page_example);
    fprintf(page->out, "| %s | `code` | `reason` | `wasClean` |\n",
            texts->how_it_ends);
    fputs("|---|---|---|---|\n", page->out);
    for (size_t i = 0; i < PAGE_ENDING_COUNT; i++)
        fprintf(page->out, "| %s | %s | %s | %s |\n", texts->endings[i].how,
                texts->endings[i].code, texts->endings[i].reason,
                texts->endings[i].was_clean);
    fprintf(page->out, "\n%s\n", texts->chromium);
}

static void put_about(struct page *page) {
    const struct page_texts *texts = page->texts;
    const struct model *model = page->model;
    put_heading(page, texts->about_title);
    fprintf(page->out, "%s\n\n- %s: %s\n", texts->about, texts->registry_of,
            model->updated);
    if (model->source) {
        fprintf(page->out, "- %s: ", texts->taken_from);
        markdown_link(page->out, model->source,
                      link_of_source(&page->arena, model->source));
        fputc('\n', page->out);
    }
    fprintf(page->out, "- %s: `%s`\n", texts->digest, model->digest);
}

static void put_language(struct page *page) {
    const struct page_texts *texts = page->texts;
    fprintf(page->out, "\n<a id=\"%s\"></a>\n\n# %s\n\n%s\n\n%s\n",
            texts->language, texts->title, texts->lead, texts->introduction);
    put_ranges(page);
    put_meanings(page);
    put_rules(page);
    put_browser(page);
    put_about(page);
    arena_free(&page->arena);
}

static void put_languages(const struct model *model, FILE *out) {
    size_t language;
    for (size_t i = 0; i < page_texts_count; i++)
        if (page_language(model, &page_texts[i], &language))
            fprintf(out, "%s[%s](#%s)", i ? " · " : "\n",
                    page_texts[i].language_name, page_texts[i].language);
    fputc('\n', out);
}

void page_markdown(const struct model *model, FILE *out) {
    struct page page = {.model = model, .out = out};
    fprintf(out,
            "<!-- Generated by wsclose-gen from IANA's WebSocket close codes "
            "of %s\nand gen/data/semantics.xml. Do not edit: run wsclose-gen "
            "generate. -->\n",
            model->updated);
    put_languages(model, out);
    for (size_t i = 0; i < page_texts_count; i++) {
        page.texts = &page_texts[i];
        if (page_language(model, page.texts, &page.language))
            put_language(&page);
    }
}
