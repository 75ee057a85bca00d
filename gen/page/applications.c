/* SPDX-License-Identifier: MIT */
/* What applications mean by codes: in a section of its own, and below the row
   of a code. While the page stands at such a meaning, it is the row. */
#include <string.h>

#include "model/answer.h"
#include "model/application.h"
#include "model/link.h"
#include "page/facts.h"

static const struct application *application(const struct page *page) {
    return &page->model->applications[page->application];
}

bool page_applications(struct page *page, size_t item) {
    arena_clear(&page->arena);
    page->application = item;
    page->rule = PAGE_RECONNECT;
    return item < page->model->application_count;
}

const char *page_application_id(struct page *page) {
    return application(page)->id;
}

const char *page_application_title(struct page *page) {
    return application(page)->title;
}

const char *page_application_home(struct page *page) {
    return application(page)->home;
}

const char *page_application_source(struct page *page) {
    return application(page)->source;
}

const char *page_application_as_of(struct page *page) {
    return application(page)->as_of;
}

bool page_usages(struct page *page, size_t item) {
    if (item == application(page)->row_count)
        return false;
    page->row = &application(page)->rows[item];
    return true;
}

const char *page_usage_name(struct page *page) {
    return *page->row->name ? page->row->name : NULL;
}

/* A range has its meanings in the section alone: there are hundreds. */
bool page_row_usages(struct page *page, size_t item) {
    const struct model *model = page->model;
    if (!item)
        page->owner = page->row;
    page->row = page->owner;
    page->rule = PAGE_RECONNECT;
    for (size_t i = 0; i < model->application_count; i++)
        for (size_t j = 0; j < model->applications[i].row_count; j++) {
            const struct application *at = &model->applications[i];
            if (!application_uses(at, &at->rows[j], page->owner) || item--)
                continue;
            page->application = i;
            page->row = &at->rows[j];
            return true;
        }
    return false;
}

static bool has_usage(const struct page *page) {
    for (size_t i = 0; i < page->model->application_count; i++) {
        const struct application *at = &page->model->applications[i];
        for (size_t j = 0; j < at->row_count; j++)
            if (application_uses(at, &at->rows[j], page->row))
                return true;
    }
    return false;
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
