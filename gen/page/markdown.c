/* SPDX-License-Identifier: MIT */
/* close-codes.md: the registry to be read, one language after the other. */
#include "page/page.h"

#include "base/embedded.h"
#include "model/link.h"
#include "page/facts.h"
#include "page/markdown_text.h"

struct markdown {
    struct page page;
    struct stream *out;
};

static void put(struct markdown *to, const char *before, const char *text,
                const char *after) {
    stream_put(to->out, before);
    stream_put(to->out, text);
    stream_put(to->out, after);
}

static void put_word(struct markdown *to, const char *before, const char *id,
                     const char *after) {
    put(to, before, page_word(&to->page, id), after);
}

static void put_heading(struct markdown *to, const char *id) {
    put_word(to, "\n## ", id, "\n\n");
}

static void put_ranges(struct markdown *to) {
    struct page *page = &to->page;
    put_heading(to, "page-ranges");
    put_word(to, "| ", "page-code", " | ");
    put_word(to, "", "page-meaning", " | |\n|---|---|---|\n");
    for (size_t i = 0; page_ranges(page, i); i++)
        stream_printf(to->out, "| %s | %s | %s |\n", page_range_codes(page),
                      page_range_title(page), page_range_text(page));
}

static void put_fact(struct markdown *to, const char *id, const char *text) {
    if (!text)
        return;
    put_word(to, "<br>", id, ": ");
    markdown_text(to->out, text);
}

/* The name and what the registry records. */
static void put_registration(struct markdown *to) {
    struct page *page = &to->page;
    const struct row *row = page->row;
    markdown_text(to->out, row->name);
    if (row->symbol)
        put(to, "<br>`", row->symbol, "`");
    put_fact(to, "registered-text", page_registered_text(page));
    for (size_t i = 0; page_references(page, i); i++) {
        stream_put(to->out, i ? ", " : "<br>");
        markdown_link(to->out, page_reference(page), page_reference_url(page));
    }
    put_fact(to, "contact", row->contact);
    put_fact(to, "registered", row->registered);
    put_fact(to, "updated", row->updated);
    stream_put(to->out, " | ");
}

/* Each on a line of its own in the cell. */
static void put_causes(struct markdown *to) {
    struct page *page = &to->page;
    for (size_t i = 0; page_causes(page, i); i++) {
        stream_put(to->out, "<br>• ");
        markdown_text(to->out, page_cause(page));
        for (size_t j = 0; page_sources(page, j); j++) {
            stream_put(to->out, j ? ", " : " (");
            markdown_link(to->out, page_source(page), page_source_url(page));
        }
        stream_char(to->out, ')');
    }
}

static void put_meanings(struct markdown *to) {
    struct page *page = &to->page;
    put_heading(to, "page-codes");
    put_word(to, "| ", "page-code", " | ");
    put_word(to, "", "page-name", " | ");
    put_word(to, "", "page-meaning", " |\n|---|---|---|\n");
    for (size_t i = 0; page_rows(page, i); i++) {
        put(to, "| <a id=\"", page_anchor(page), "\"></a>");
        put(to, "**", page_codes(page), "** | ");
        put_registration(to);
        stream_put(to->out, "**");
        markdown_text(to->out, page_meaning(page));
        stream_put(to->out, "**<br>");
        markdown_text(to->out, page_description(page));
        put_causes(to);
        stream_put(to->out, " |\n");
    }
}

/* What stands in the RFC has no room for its source here. */
static void put_rule(struct markdown *to) {
    struct page *page = &to->page;
    const char *source = page_rule_source(page);
    const char *answer = page_rule_answer(page);
    put(to, " ", answer ? answer : "", "");
    if (page->rule == PAGE_RECONNECT && source) {
        stream_put(to->out, "<br>");
        markdown_link(to->out, source, page_rule_source_url(page));
    }
    stream_put(to->out, " |");
}

static void put_practice(struct markdown *to) {
    struct page *page = &to->page;
    if (!page_has_clients(page))
        return;
    put(to, "\n<a id=\"", page_prefix(page), "practice\"></a>");
    put_word(to, "", "page-practice-text", "");
    for (size_t i = 0; page_clients(page, i); i++) {
        stream_put(to->out, i ? ", " : " ");
        markdown_link(to->out, page_client(page), page_client_url(page));
    }
    stream_char(to->out, '\n');
}

static void put_rules(struct markdown *to) {
    struct page *page = &to->page;
    put_heading(to, "page-rules");
    for (size_t i = 0; page_rules(page, i); i++)
        stream_printf(to->out, "- **%s**: %s\n", page_rule_title(page),
                      page_rule_text(page));
    put_practice(to);
    put_word(to, "\n| ", "page-code", " |");
    for (size_t i = 0; page_rules(page, i); i++)
        put(to, " ", page_rule_title(page), " |");
    stream_put(to->out, "\n|---|---|---|---|---|---|---|\n");
    for (size_t i = 0; page_rows(page, i); i++) {
        put(to, "| **", page_codes(page), "** |");
        for (size_t rule = 0; page_rules(page, rule); rule++)
            put_rule(to);
        stream_char(to->out, '\n');
    }
}

static void put_browser(struct markdown *to) {
    struct page *page = &to->page;
    put_heading(to, "page-browser");
    put_word(to, "", "page-browser-text", "\n\n");
    stream_printf(to->out, "```js\n%s```\n\n", embedded_example_js.bytes);
    put_word(to, "| ", "page-ending", " | `code` | `reason` | `wasClean` |\n");
    stream_put(to->out, "|---|---|---|---|\n");
    for (size_t i = 0; page_endings(page, i); i++)
        stream_printf(to->out, "| %s | %s | %s | %s |\n",
                      page_ending_title(page), page_ending_code(page),
                      page_ending_reason(page), page_ending_was_clean(page));
    put_word(to, "\n", "page-chromium", "\n\n");
    for (size_t i = 0; page_differences(page, i); i++)
        put(to, "- ", page_difference(page), "\n");
}

static void put_libraries(struct markdown *to) {
    struct page *page = &to->page;
    put_heading(to, "page-libraries");
    put_word(to, "", "page-libraries-text", "\n\n");
    put_word(to, "| ", "page-library", " | ");
    put_word(to, "", "page-library-empty", " | ");
    put_word(to, "", "page-library-lost", " | ");
    put_word(to, "", "page-library-differs", " |\n|---|---|---|---|\n");
    for (size_t i = 0; page_libraries(page, i); i++)
        stream_printf(to->out, "| %s | %s | %s | %s |\n", page_library(page),
                      page_library_empty(page), page_library_lost(page),
                      page_library_differs(page));
    put_heading(to, "page-see-also");
    for (size_t i = 0; page_see_also(page, i); i++) {
        stream_put(to->out, "- ");
        markdown_link(to->out, page_see_also_title(page),
                      page_see_also_url(page));
        stream_char(to->out, '\n');
    }
}

static void put_about(struct markdown *to) {
    const struct model *model = to->page.model;
    put_heading(to, "page-about");
    put_word(to, "", "page-about-text", "\n\n- ");
    put_word(to, "", "page-registry-of", ": ");
    put(to, "", model->updated, "\n");
    if (model->source) {
        put_word(to, "- ", "page-origin", ": ");
        markdown_link(to->out, model->source,
                      link_of_source(&to->page.arena, model->source));
        stream_char(to->out, '\n');
    }
    put_word(to, "- ", "page-digest", ": ");
    put(to, "`", model->digest, "`\n");
}

static void put_usages(struct markdown *to) {
    struct page *page = &to->page;
    for (size_t i = 0; page_usages(page, i); i++) {
        const char *advice = page_rule_answer(page);
        put(to, i ? "<br>**" : "**", page_codes(page), "** ");
        markdown_text(to->out, page_meaning(page));
        if (advice) {
            put(to, " (", page_rule_title(page), ": ");
            put(to, "", advice, ")");
        }
    }
}

static void put_applications(struct markdown *to) {
    struct page *page = &to->page;
    if (!page_has_applications(page))
        return;
    put_heading(to, "page-applications");
    put_word(to, "", "page-applications-text", "\n\n");
    put_word(to, "| ", "application", " | ");
    put_word(to, "", "page-codes", " |\n|---|---|\n");
    for (size_t i = 0; page_applications(page, i); i++) {
        stream_put(to->out, "| ");
        markdown_link(to->out, page_application_title(page),
                      page_application_home(page));
        put(to, "<br>", page_application_id(page), "<br>");
        markdown_text(to->out, page_application_source(page));
        put(to, ", ", page_application_as_of(page), " | ");
        put_usages(to);
        stream_put(to->out, " |\n");
    }
}

static void put_language(struct markdown *to) {
    put(to, "\n<a id=\"", page_tag(&to->page), "\"></a>\n");
    put_word(to, "\n# ", "page-title", "\n");
    put_word(to, "\n", "page-lead", "\n");
    put_meanings(to);
    put_heading(to, "page-introduction-title");
    put_word(to, "", "page-introduction", "\n");
    put_ranges(to);
    put_rules(to);
    put_browser(to);
    put_libraries(to);
    put_applications(to);
    put_about(to);
}

void page_markdown(const struct model *model, struct stream *out) {
    struct markdown to = {.page = {.model = model}, .out = out};
    stream_printf(
        out,
        "<!-- Generated by wsclose-gen from IANA's WebSocket close codes "
        "of %s\nand gen/data/. Do not edit: run wsclose-gen generate. "
        "-->\n",
        model->updated);
    for (size_t i = 0; page_languages(&to.page, i); i++)
        stream_printf(out, "%s[%s](#%s)", i ? " · " : "\n",
                      page_language_name(&to.page), page_tag(&to.page));
    stream_char(out, '\n');
    for (size_t i = 0; page_languages(&to.page, i); i++)
        put_language(&to);
    arena_free(&to.page.arena);
}
