#include "page/facts.h"

#include <string.h>

#include "model/answer.h"
#include "page/link.h"

bool page_language(const struct model *model, const struct page_texts *texts,
                   size_t *ret) {
    for (size_t i = 0; i < model->language_count; i++)
        if (strcmp(model->languages[i].tag, texts->language) == 0) {
            *ret = i;
            return true;
        }
    return false;
}

/* The first code of those that the protocol keeps behind its last named one. */
static unsigned first_kept(const struct model *model) {
    unsigned ret = MODEL_PROTOCOL_FIRST;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (row->last < MODEL_REGISTERED_FIRST && kind_is_named(row->kind))
            ret = row->last + 1;
    }
    return ret;
}

bool page_range(const struct model *model, size_t range, unsigned *first,
                unsigned *last) {
    const unsigned begins[PAGE_RANGE_COUNT] = {0,
                                               MODEL_PROTOCOL_FIRST,
                                               first_kept(model),
                                               MODEL_REGISTERED_FIRST,
                                               MODEL_PRIVATE_FIRST,
                                               MODEL_CODE_LIMIT};
    *first = begins[range];
    *last = range + 1 < PAGE_RANGE_COUNT ? begins[range + 1] - 1 : (unsigned)-1;
    return *first <= *last;
}

const char *page_codes(struct arena *arena, const struct page_texts *texts,
                       unsigned first, unsigned last) {
    if (first == last)
        return arena_printf(arena, "%u", first);
    if (last == (unsigned)-1)
        return arena_printf(arena, "%u%s", first, texts->and_above);
    return arena_printf(arena, "%u–%u", first, last);
}

const char *page_part(struct arena *arena, const struct page_texts *texts,
                      const char *name) {
    bool is_english = texts == page_texts;
    return arena_printf(arena, "%s%s%s", is_english ? "" : texts->language,
                        is_english ? "" : "-", name);
}

const char *page_anchor(struct arena *arena, const struct page_texts *texts,
                        unsigned first) {
    return page_part(arena, texts, arena_printf(arena, "%u", first));
}

const char *page_status(const struct page_texts *texts, const struct row *row) {
    struct arena arena = {0};
    const char *status = answer_status(&arena, row);
    size_t i = 0;
    while (strcmp(texts->statuses[i][0], status) != 0)
        i++;
    arena_free(&arena);
    return texts->statuses[i][1];
}

static const char *answered_code(struct arena *arena,
                                 const struct page_texts *texts,
                                 const struct row *row, unsigned code) {
    if (!code)
        return texts->no_code;
    return code == row->first ? texts->same_code
                              : arena_printf(arena, "%u", code);
}

static const char *reconnect(struct arena *arena,
                             const struct page_texts *texts,
                             const struct row *row) {
    const struct semantics_entry *entry = row->semantics;
    enum advice advice = answer_advice(row);
    if (advice == ADVICE_AFTER_DELAY)
        return arena_printf(arena, "%s%g%s%g%s", texts->after_delay[0],
                            entry->min_ms / 1000.0, texts->after_delay[1],
                            entry->max_ms / 1000.0, texts->after_delay[2]);
    return texts->advice[advice];
}

const char *page_rule(struct arena *arena, const struct page_texts *texts,
                      const struct row *row, enum page_rule rule) {
    switch (rule) {
    case PAGE_SENDERS:
        return texts->senders[answer_senders(row)];
    case PAGE_WIRE:
        return texts->wire[answer_wire(row)];
    case PAGE_BROWSER_CLOSE:
        return texts->browser_close[answer_browser_close(row)];
    case PAGE_REPLY:
        return answered_code(arena, texts, row, answer_reply(row));
    case PAGE_RELAY:
        return answered_code(arena, texts, row, answer_relay(row));
    case PAGE_RECONNECT:
    case PAGE_RULE_COUNT:
        break;
    }
    return reconnect(arena, texts, row);
}

bool page_is_refusal(const struct row *row, enum page_rule rule) {
    return (rule == PAGE_SENDERS && answer_senders(row) == SENDERS_NOBODY) ||
           (rule == PAGE_WIRE && answer_wire(row) == WIRE_NEVER) ||
           (rule == PAGE_BROWSER_CLOSE && !answer_browser_close(row));
}

const char *page_rule_source(const struct row *row, enum page_rule rule) {
    if (!row->semantics)
        return NULL;
    switch (rule) {
    case PAGE_SENDERS:
        return row->semantics->senders.source;
    case PAGE_WIRE:
        return row->semantics->wire.source;
    case PAGE_RECONNECT:
        return row->semantics->reconnect.source;
    case PAGE_BROWSER_CLOSE:
    case PAGE_REPLY:
    case PAGE_RELAY:
    case PAGE_RULE_COUNT:
        break;
    }
    return NULL;
}

/* Where the registrations of 1012 to 1014 are explained. */
static bool is_mailing_list(const char *url) {
    static const char archive[] = "https://mailarchive.ietf.org/arch/msg/hybi/";
    return strncmp(url, archive, strlen(archive)) == 0;
}

static bool is_registration(const char *source) {
    return strcmp(source, "IANA registration") == 0;
}

const char *page_source(const struct page_texts *texts, const char *source) {
    if (is_registration(source))
        return texts->registration;
    if (is_mailing_list(source))
        return texts->mailing_list;
    return strstr(source, "://") ? texts->source : source;
}

const char *page_source_link(struct arena *arena, const struct row *row,
                             const char *source) {
    if (is_registration(source) && row->reference_count)
        return link_of_reference(arena, &row->references[0]);
    return link_of_source(arena, source);
}

const char *page_reference(struct arena *arena, const struct page_texts *texts,
                           const struct reference *reference) {
    const char *shown = reference_display(arena, reference);
    return is_mailing_list(shown) ? texts->mailing_list : shown;
}
