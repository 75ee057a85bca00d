/* SPDX-License-Identifier: MIT */
/*
 * A page's template: a well-formed document in which {name} stands for a fact
 * or a word, in a text or an attribute. An attribute whose fact is missing is
 * left out. Attributes of the namespace w are for elements:
 *
 *   w:each="list"  repeats the element for each item
 *   w:if="fact"    leaves the element out where the fact is missing
 *   w:wrap="fact"  leaves its tags out then, and keeps what is inside
 */
#ifndef GEN_PAGE_TEMPLATE_H
#define GEN_PAGE_TEMPLATE_H

#include "base/embedded.h"
#include "base/stream.h"
#include "page/facts.h"

/* What a name in a template stands for. */
struct template_fact {
    const char *name;
    page_fact *fact;
    bool is_prose; /* a word, with its markup */
};

struct template_list {
    const char *name;
    page_list *list;
};

/* Both end with a name that is NULL. Any other name is a word's id. */
extern const struct template_fact template_facts[];
extern const struct template_list template_lists[];

void template_write(const struct embedded *source, struct page *page,
                    struct stream *out);

#endif
