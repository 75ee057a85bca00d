/* SPDX-License-Identifier: MIT */
#include "page/facts.h"

#include <string.h>

#include "model/answer.h"
#include "model/link.h"

static const struct language *language(const struct page *page) {
    return &page->model->languages[page->language];
}

const char *page_word(struct page *page, const char *id) {
    return language_text(page->model->languages, page->language, id);
}

const char *page_fill_text(struct page *page, const char *word,
                           const char *mark, const char *text) {
    const char *at = strstr(word, mark);
    return at ? arena_printf(&page->arena, "%.*s%s%s", (int)(at - word), word,
                             text, at + strlen(mark))
              : word;
}

const char *page_fill(struct page *page, const char *word, const char *mark,
                      double number) {
    return page_fill_text(page, word, mark,
                          arena_printf(&page->arena, "%g", number));
}

const char *page_tag(struct page *page) {
    return language(page)->tag;
}

const char *page_tags(struct page *page) {
    const char *ret = page_tag(page);
    for (const char *const *also = language(page)->also; *also; also++)
        ret = arena_printf(&page->arena, "%s %s", ret, *also);
    return ret;
}

const char *page_language_name(struct page *page) {
    return language(page)->name;
}

const char *page_prefix(struct page *page) {
    return page->language ? arena_join(&page->arena, page_tag(page), "-") : "";
}

static const char *codes(struct page *page, unsigned first, unsigned last) {
    if (first == last)
        return arena_number(&page->arena, first);
    if (first < PROTOCOL_CODE_LIMIT)
        return arena_printf(&page->arena, "%u–%u", first, last);
    return page_fill(page, page_word(page, "page-and-above"), "{code}", first);
}

static const struct range {
    const char *title, *text;
} ranges[] = {
    {"page-unused", "page-unused-text"},
    {"page-protocol", "page-protocol-text"},
    {"page-future", "page-future-text"},
    {"page-registered", "page-registered-text"},
    {"page-private", "page-private-text"},
    {"page-invalid", "page-invalid-text"},
};

enum { RANGE_COUNT = sizeof ranges / sizeof *ranges };

/* The first code of those that the protocol keeps behind its last named one. */
static unsigned first_kept(const struct model *model) {
    unsigned ret = PROTOCOL_FIRST;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (row->last < PROTOCOL_REGISTERED_FIRST && kind_is_named(row->kind))
            ret = row->last + 1;
    }
    return ret;
}

static unsigned range_first(const struct model *model, size_t range) {
    const unsigned firsts[] = {0,
                               PROTOCOL_FIRST,
                               first_kept(model),
                               PROTOCOL_REGISTERED_FIRST,
                               PROTOCOL_PRIVATE_FIRST,
                               PROTOCOL_CODE_LIMIT,
                               (unsigned)-1};
    return firsts[range];
}

/* No more than those that have codes. */
bool page_ranges(struct page *page, size_t item) {
    size_t at = 0;
    for (size_t range = 0; range < RANGE_COUNT; range++)
        if (range_first(page->model, range) !=
                range_first(page->model, range + 1) &&
            at++ == item) {
            page->range = range;
            return true;
        }
    return false;
}

const char *page_range_codes(struct page *page) {
    return codes(page, range_first(page->model, page->range),
                 range_first(page->model, page->range + 1) - 1);
}

const char *page_range_title(struct page *page) {
    return page_word(page, ranges[page->range].title);
}

const char *page_range_text(struct page *page) {
    return page_word(page, ranges[page->range].text);
}

bool page_languages(struct page *page, size_t item) {
    page->language = item < page->model->language_count ? item : 0;
    page->unbroken = page_word(page, "page-unbroken");
    return item < page->model->language_count;
}

bool page_rows(struct page *page, size_t item) {
    if (item == page->model->row_count)
        return false;
    arena_clear(&page->arena);
    page->row = &page->model->rows[item];
    return true;
}

const char *page_codes(struct page *page) {
    return codes(page, page->row->first, page->row->last);
}

const char *page_anchor(struct page *page) {
    return arena_join(&page->arena, page_prefix(page),
                      arena_number(&page->arena, page->row->first));
}

const char *page_meaning(struct page *page) {
    return answer_meaning(page->row, page->language);
}

const char *page_description(struct page *page) {
    return answer_description(page->row, page->language);
}

const char *page_status(struct page *page) {
    const char *status = answer_status(&page->arena, page->row);
    return page_word(page, arena_join(&page->arena, "status-", status));
}

const char *page_registered_text(struct page *page) {
    const struct row *row = page->row;
    return *row->text && strcmp(row->text, row->name) != 0 ? row->text : NULL;
}

bool page_references(struct page *page, size_t item) {
    page->reference = item;
    return item < page->row->reference_count;
}

const char *page_reference(struct page *page) {
    const char *shown = reference_display(
        &page->arena, &page->row->references[page->reference]);
    return link_is_mailing_list(shown) ? page_word(page, "page-mailing-list")
                                       : shown;
}

const char *page_reference_url(struct page *page) {
    return link_of_reference(&page->arena,
                             &page->row->references[page->reference]);
}

bool page_causes(struct page *page, size_t item) {
    page->cause = item;
    return item < answer_cause_count(page->row);
}

const char *page_cause(struct page *page) {
    return answer_cause(page->row, page->cause, page->language);
}

static const struct cause *cause(const struct page *page) {
    return &page->row->semantics->causes[page->cause];
}

bool page_sources(struct page *page, size_t item) {
    page->source = item;
    return item < cause(page)->source_count;
}

const char *page_source(struct page *page) {
    return cause(page)->sources[page->source].text;
}

const char *page_source_url(struct page *page) {
    return cause(page)->sources[page->source].url;
}
