/* SPDX-License-Identifier: MIT */
#include "model/practice.h"

#include "model/link.h"
#include "page/facts.h"

static const char *list(struct page *page, const char *before,
                        const char *comma, const char *next) {
    struct arena *arena = &page->arena;
    return before ? arena_join(arena, arena_join(arena, before, comma), next)
                  : next;
}

/* The clients that do this after the row's code; NULL: none does. */
static const char *names(struct page *page, enum practice does) {
    const struct model *model = page->model;
    const char *ret = NULL;
    for (size_t i = 0; i < model->client_count; i++) {
        const struct client *client = &model->clients[i];
        if (practice_of(client, page->row->first) == does)
            ret = list(page, ret, ", ", client->name);
    }
    return ret;
}

static const char *group(struct page *page, enum practice does) {
    const char *clients = names(page, does);
    if (!clients)
        return NULL;
    const char *id =
        arena_join(&page->arena, "page-clients-", practice_texts[does]);
    return page_fill_text(page, page_word(page, id), "{clients}", clients);
}

/* An application's codes are its clients' alone. */
bool page_has_practice(const struct page *page) {
    const struct row *row = page->row;
    return (row->kind == KIND_ASSIGNED || row->kind == KIND_RESERVED) &&
           practice_differs(page->model, row->first);
}

const char *page_practice(struct page *page) {
    const char *ret = NULL;
    if (!page_has_practice(page))
        return NULL;
    for (enum practice does = PRACTICE_AGAIN; does <= PRACTICE_DEPENDS;
         does++) {
        const char *text = group(page, does);
        if (text)
            ret = list(page, ret, " · ", text);
    }
    return ret;
}

const char *page_has_clients(struct page *page) {
    return page->model->client_count ? "" : NULL;
}

bool page_clients(struct page *page, size_t item) {
    page->source = item;
    return item < page->model->client_count;
}

const char *page_client(struct page *page) {
    return page->model->clients[page->source].name;
}

const char *page_client_url(struct page *page) {
    return link_of_client(&page->arena, &page->model->clients[page->source]);
}
