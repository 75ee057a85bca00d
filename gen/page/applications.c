/* SPDX-License-Identifier: MIT */
/* What applications mean by codes: in a section of its own, and below the row
   of a code. While the page stands at such a meaning, its row is the
   application's. */
#include <string.h>

#include "model/answer.h"
#include "model/application.h"
#include "model/link.h"
#include "page/facts.h"

bool page_applications(struct page *page, size_t item) {
    arena_clear(&page->arena);
    page->usage.application = &page->model->applications[item];
    page->rule = PAGE_RECONNECT;
    return item < page->model->application_count;
}

const char *page_application_id(struct page *page) {
    return page->usage.application->id;
}

const char *page_application_title(struct page *page) {
    return page->usage.application->title;
}

const char *page_application_home(struct page *page) {
    return page->usage.application->home;
}

const char *page_application_source(struct page *page) {
    return page->usage.application->source;
}

const char *page_application_as_of(struct page *page) {
    return page->usage.application->as_of;
}

bool page_usages(struct page *page, size_t item) {
    if (item == page->usage.application->row_count)
        return false;
    page->row = &page->usage.application->rows[item];
    return true;
}

static bool has_own_meaning(const struct page *page) {
    return !page->language || strcmp(answer_meaning(page->row, page->language),
                                     answer_meaning(page->row, 0)) != 0;
}

bool page_said(struct page *page, size_t item) {
    for (page->language = 0; page->language < page->model->language_count;
         page->language++)
        if (has_own_meaning(page) && !item--)
            return true;
    page->language = 0;
    return false;
}

const char *page_usage_name(struct page *page) {
    return *page->row->name ? page->row->name : NULL;
}

/* A range has its meanings in the section alone: there are hundreds. */
bool page_row_usages(struct page *page, size_t item) {
    if (!item) {
        page->owner = page->row;
        page->usage = (struct usage){0};
    }
    page->rule = PAGE_RECONNECT;
    const bool is_there = usage_next(page->model, page->owner, &page->usage);
    page->row = is_there ? page->usage.row : page->owner;
    return is_there;
}

static bool has_usage(const struct page *page) {
    return usage_next(page->model, page->row, &(struct usage){0});
}

const char *page_code_usages(struct page *page) {
    return page->row->first == page->row->last && has_usage(page) ? "" : NULL;
}

const char *page_range_usages(struct page *page) {
    return page->row->first != page->row->last && has_usage(page) ? "" : NULL;
}

const char *page_has_applications(struct page *page) {
    return page->model->application_count ? "" : NULL;
}
