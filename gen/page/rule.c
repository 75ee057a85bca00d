/* SPDX-License-Identifier: MIT */
/* What may be done with a code. */
#include <string.h>

#include "model/answer.h"
#include "model/link.h"
#include "page/facts.h"

bool page_rules(struct page *page, size_t item) {
    page->rule = (enum page_rule)item;
    return item < PAGE_RULE_COUNT;
}

bool page_permissions(struct page *page, size_t item) {
    return page_rules(page, item) && item <= PAGE_BROWSER_CLOSE;
}

const char *page_rule_title(struct page *page) {
    static const char *const titles[] = {"senders", "wire",  "browser-close",
                                         "reply",   "relay", "reconnect"};
    return page_word(page, titles[page->rule]);
}

const char *page_rule_text(struct page *page) {
    static const char *const texts[] = {
        "page-senders-text", "page-wire-text",  "page-browser-close-text",
        "page-reply-text",   "page-relay-text", "page-reconnect-text"};
    return page_word(page, texts[page->rule]);
}

/* A word whose id ends with the answer. */
static const char *value(struct page *page, const char *rule,
                         const char *answer) {
    return page_word(page, arena_join(&page->arena, rule, answer));
}

static const char *answered_code(struct page *page, unsigned code) {
    if (!code)
        return page_word(page, "relay-no-code");
    return code == page->row->first ? page_word(page, "page-same-code")
                                    : arena_number(&page->arena, code);
}

/* What may not be in a frame is answered as the error that it is. */
static const char *reply(struct page *page) {
    unsigned code = answer_reply(page->model, page->row);
    return code && answer_wire(page->row) == WIRE_NEVER
               ? page_fill(page, page_word(page, "reply-if-sent"), "{code}",
                           code)
               : answered_code(page, code);
}

static const char *reconnect(struct page *page) {
    const struct semantics_entry *entry = page->row->semantics;
    enum advice advice = answer_advice(page->row);
    if (!advice)
        return page_practice(page);
    const char *text = value(page, "reconnect-", advice_texts[advice]);
    if (advice != ADVICE_AFTER_DELAY)
        return text;
    text = page_fill(page, text, "{min}", entry->min_ms / 1000.0);
    return page_fill(page, text, "{max}", entry->max_ms / 1000.0);
}

const char *page_rule_answer(struct page *page) {
    const struct row *row = page->row;
    switch (page->rule) {
    case PAGE_SENDERS:
        return value(page, "senders-", senders_texts[answer_senders(row)]);
    case PAGE_WIRE:
        return value(page, "wire-", wire_texts[answer_wire(row)]);
    case PAGE_BROWSER_CLOSE:
        return page_word(page, answer_browser_close(row) ? "page-accepted"
                                                         : "page-refused");
    case PAGE_REPLY:
        return reply(page);
    case PAGE_RELAY:
        return answered_code(page, answer_relay(row));
    case PAGE_RECONNECT:
    case PAGE_RULE_COUNT:
        break;
    }
    return reconnect(page);
}

const char *page_rule_refusal(struct page *page) {
    const struct row *row = page->row;
    bool is_refusal[] = {answer_senders(row) == SENDERS_NOBODY,
                         answer_wire(row) == WIRE_NEVER,
                         !answer_browser_close(row)};
    return is_refusal[page->rule] ? "no" : NULL;
}

/* NULL: nowhere, or the rule follows from the others. */
static const char *source(const struct page *page) {
    const struct semantics_entry *entry = page->row->semantics;
    if (!entry)
        return NULL;
    switch (page->rule) {
    case PAGE_SENDERS:
        return entry->senders.source;
    case PAGE_WIRE:
        return entry->wire.source;
    case PAGE_RECONNECT:
        return entry->reconnect.source;
    case PAGE_BROWSER_CLOSE:
    case PAGE_REPLY:
    case PAGE_RELAY:
    case PAGE_RULE_COUNT:
        break;
    }
    return NULL;
}

/* The clients stand in one place, which has their links. */
static bool is_practice(const struct page *page) {
    const struct semantics_entry *entry = page->row->semantics;
    bool is_common = entry && entry->basis == BASIS_PRACTICE;
    return page->rule == PAGE_RECONNECT &&
           (is_common ||
            (!answer_advice(page->row) && page_has_practice(page)));
}

const char *page_rule_source(struct page *page) {
    const char *text = source(page);
    if (is_practice(page))
        return page_word(page, "page-practice");
    if (!text)
        return NULL;
    if (link_is_registration(text))
        return page_word(page, "page-registration");
    if (link_is_mailing_list(text))
        return page_word(page, "page-mailing-list");
    return strstr(text, "://") ? page_word(page, "page-source") : text;
}

const char *page_rule_source_url(struct page *page) {
    const char *text = source(page);
    if (is_practice(page))
        return arena_printf(&page->arena, "#%spractice", page_prefix(page));
    return text ? link_of_rule(&page->arena, page->row, text) : NULL;
}
