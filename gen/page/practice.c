/* SPDX-License-Identifier: MIT */
#include "model/practice.h"

#include "model/link.h"
#include "page/facts.h"

/* The clients that do this after the row's code; NULL: none does. */
static const char *names(struct page *page, enum practice does) {
    const struct model *model = page->model;
    const char *ret = NULL;
    for (size_t i = 0; i < model->client_count; i++) {
        const struct client *client = &model->clients[i];
        if (practice_of(client, page->row->first) == does)
            ret = ret ? arena_printf(&page->arena, "%s, %s", ret, client->name)
                      : client->name;
    }
    return ret;
}

static const char *group(struct page *page, enum practice does) {
    const char *clients = names(page, does);
    const char *id =
        arena_printf(&page->arena, "page-clients-%s", practice_texts[does]);
    return clients
               ? page_fill_text(page, page_word(page, id), "clients", clients)
               : NULL;
}

/* An application's codes are its clients' alone. */
const char *page_practice(struct page *page) {
    const struct row *row = page->row;
    const char *ret = NULL;
    if ((row->kind != KIND_ASSIGNED && row->kind != KIND_RESERVED) ||
        !practice_differs(page->model, row->first))
        return NULL;
    for (enum practice does = PRACTICE_AGAIN; does <= PRACTICE_DEPENDS;
         does++) {
        const char *text = group(page, does);
        if (text)
            ret = ret ? arena_printf(&page->arena, "%s · %s", ret, text) : text;
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
