/* SPDX-License-Identifier: MIT */
/* What the names in page.html stand for. */
#include <string.h>

#include "base/sha256.h"
#include "model/answer.h"
#include "model/link.h"
#include "page/template.h"

static const char *style(struct page *page) {
    (void)page;
    return embedded_page_css.bytes;
}

static const char *script(struct page *page) {
    (void)page;
    return embedded_page_js.bytes;
}

static const char *example(struct page *page) {
    (void)page;
    return embedded_example_js.bytes;
}

/* Nothing but what is in the page may run: its policy names the parts. */
static const char *style_hash(struct page *page) {
    return sha256_base64(&page->arena, embedded_page_css.bytes,
                         embedded_page_css.len);
}

static const char *script_hash(struct page *page) {
    return sha256_base64(&page->arena, embedded_page_js.bytes,
                         embedded_page_js.len);
}

/* For whoever opens the template itself. */
static const char *preview(struct page *page) {
    (void)page;
    return NULL;
}

static const char *registry_date(struct page *page) {
    return page->model->updated;
}

static const char *origin(struct page *page) {
    return page->model->source;
}

static const char *origin_url(struct page *page) {
    return origin(page) ? link_of_source(&page->arena, origin(page)) : NULL;
}

static const char *digest(struct page *page) {
    return page->model->digest;
}

static const char *first(struct page *page) {
    return arena_number(&page->arena, page->row->first);
}

static const char *last(struct page *page) {
    return arena_number(&page->arena, page->row->last);
}

static const char *name(struct page *page) {
    return page->row->name;
}

/* The language of what is registered, where the edition has another. */
static const char *english(struct page *page) {
    return page->language ? page->model->languages->tag : NULL;
}

static const char *wire(struct page *page) {
    return wire_texts[answer_wire(page->row)];
}

static const char *advised(struct page *page) {
    return answer_advice(page->row) ? "" : NULL;
}

static const char *symbol(struct page *page) {
    return page->row->symbol;
}

static const char *references(struct page *page) {
    return page->row->reference_count ? "" : NULL;
}

static const char *comma(struct page *page) {
    return page->reference ? ", " : "";
}

static const char *causes(struct page *page) {
    return answer_cause_count(page->row) ? "" : NULL;
}

static const char *source_comma(struct page *page) {
    return page->source ? ", " : "";
}

/* That of RFC 6455's own codes says nothing of a row. */
static const char *contact(struct page *page) {
    const char *contact = page->row->contact;
    const char *common = model_row(page->model, PROTOCOL_FIRST)->contact;
    return contact && common && strcmp(contact, common) == 0 ? NULL : contact;
}

static const char *registered(struct page *page) {
    return page->row->registered;
}

static const char *updated(struct page *page) {
    return page->row->updated;
}

const struct template_fact template_facts[] = {
    {"style", style, false},
    {"script", script, false},
    {"example", example, false},
    {"style-hash", style_hash, false},
    {"script-hash", script_hash, false},
    {"preview", preview, false},
    {"tag", page_tag, false},
    {"tags", page_tags, false},
    {"language", page_language_name, false},
    {"prefix", page_prefix, false},
    {"english", english, false},
    {"registry-date", registry_date, false},
    {"origin", origin, false},
    {"origin-url", origin_url, false},
    {"digest", digest, false},
    {"range-codes", page_range_codes, false},
    {"range-title", page_range_title, true},
    {"range-text", page_range_text, true},
    {"rule-title", page_rule_title, true},
    {"rule-text", page_rule_text, true},
    {"rule-answer", page_rule_answer, false},
    {"rule-refusal", page_rule_refusal, false},
    {"rule-source", page_rule_source, false},
    {"rule-source-url", page_rule_source_url, false},
    {"first", first, false},
    {"last", last, false},
    {"codes", page_codes, false},
    {"anchor", page_anchor, false},
    {"name", name, false},
    {"meaning", page_meaning, false},
    {"description", page_description, false},
    {"row-wire", wire, false},
    {"row-advised", advised, false},
    {"row-symbol", symbol, false},
    {"row-status", page_status, false},
    {"row-registered-text", page_registered_text, false},
    {"row-references", references, false},
    {"row-contact", contact, false},
    {"row-registered", registered, false},
    {"row-updated", updated, false},
    {"comma", comma, false},
    {"reference", page_reference, false},
    {"reference-url", page_reference_url, false},
    {"row-causes", causes, false},
    {"cause", page_cause, false},
    {"source-comma", source_comma, false},
    {"source", page_source, false},
    {"source-url", page_source_url, false},
    {"code-usages", page_code_usages, false},
    {"range-usages", page_range_usages, false},
    {"has-applications", page_has_applications, false},
    {"application-id", page_application_id, false},
    {"application-title", page_application_title, false},
    {"application-home", page_application_home, false},
    {"application-source", page_application_source, false},
    {"application-as-of", page_application_as_of, false},
    {"usage-name", page_usage_name, false},
    {"has-clients", page_has_clients, false},
    {"client", page_client, false},
    {"client-url", page_client_url, false},
    {"ending-title", page_ending_title, true},
    {"ending-code", page_ending_code, true},
    {"ending-reason", page_ending_reason, true},
    {"ending-was-clean", page_ending_was_clean, false},
    {"difference", page_difference, true},
    {"library", page_library, false},
    {"library-empty", page_library_empty, true},
    {"library-lost", page_library_lost, true},
    {"library-differs", page_library_differs, true},
    {"see-also", page_see_also_title, false},
    {"see-also-url", page_see_also_url, false},
    {NULL, NULL, false},
};

const struct template_list template_lists[] = {
    {"languages", page_languages},
    {"ranges", page_ranges},
    {"rules", page_rules},
    {"permissions", page_permissions},
    {"rows", page_rows},
    {"references", page_references},
    {"causes", page_causes},
    {"sources", page_sources},
    {"row-usages", page_row_usages},
    {"applications", page_applications},
    {"usages", page_usages},
    {"said", page_said},
    {"clients", page_clients},
    {"endings", page_endings},
    {"differences", page_differences},
    {"libraries", page_libraries},
    {"see-also", page_see_also},
};
