/* close-codes.html: the registry to be read in a browser, in one file. Each
   language is an edition of its own; the script shows one of them. */
#include "page/page.h"

#include <string.h>

#include "base/sha256.h"
#include "base/embedded.h"
#include "page/html_parts.h"
#include "page/link.h"
#include "page/facts.h"

static void put_meta(struct html *html, const char *name, const char *content) {
    html_start(html, "meta", NULL);
    markup_attribute(&html->out, "name", name);
    markup_attribute(&html->out, "content", content);
    markup_end(&html->out);
}

static void put_hash(struct html *html, const char *directive,
                     const struct embedded *embedded) {
    unsigned char digest[SHA256_RAW_LENGTH];
    sha256_raw(embedded->bytes, embedded->len, digest);
    markup_text(&html->out, directive);
    markup_text(&html->out, " 'sha256-");
    markup_base64(&html->out, digest, sizeof digest);
    markup_text(&html->out, "'; ");
}

/* Nothing but what stands in the page may run, and nothing is fetched. */
static void put_policy(struct html *html) {
    html_start(html, "meta", NULL);
    markup_attribute(&html->out, "http-equiv", "Content-Security-Policy");
    markup_start_attribute(&html->out, "content");
    markup_text(&html->out, "default-src 'none'; ");
    put_hash(html, "style-src", &embedded_page_css);
    put_hash(html, "script-src", &embedded_page_js);
    markup_text(&html->out,
                "img-src data:; base-uri 'none'; form-action 'none'");
    markup_end_attribute(&html->out);
    markup_end(&html->out);
}

static void put_embedded(struct html *html, const char *element,
                         const struct embedded *embedded) {
    html_start(html, element, NULL);
    markup_raw(&html->out, embedded->bytes);
    markup_end_tag(&html->out);
}

static void put_document_head(struct html *html) {
    html_start(html, "head", NULL);
    html_start(html, "meta", NULL);
    markup_attribute(&html->out, "charset", "utf-8");
    markup_end(&html->out);
    put_policy(html);
    put_meta(html, "viewport", "width=device-width, initial-scale=1");
    put_meta(html, "color-scheme", "light dark");
    put_meta(html, "description", html->texts->lead);
    html_prose(html, "title", NULL, html->texts->title);
    html_start(html, "link", NULL);
    markup_attribute(&html->out, "rel", "icon");
    markup_attribute(&html->out, "href", "data:,");
    markup_end(&html->out);
    put_embedded(html, "style", &embedded_page_css);
    put_embedded(html, "script", &embedded_page_js);
    markup_end_tag(&html->out);
}

static void put_languages(struct html *html) {
    html_start(html, "ul", "languages");
    for (size_t i = 0; i < page_texts_count; i++) {
        const struct page_texts *texts = &page_texts[i];
        if (!page_language(html->model, texts, &html->language))
            continue;
        html_start(html, "li", NULL);
        markup_start(&html->out, "a");
        markup_attribute(&html->out, "href",
                         arena_printf(&html->arena, "#%s", texts->language));
        markup_attribute(&html->out, "lang", texts->language);
        markup_attribute(&html->out, "hreflang", texts->language);
        markup_text(&html->out, texts->language_name);
        markup_end_tag(&html->out);
        markup_end_tag(&html->out);
    }
    markup_end_tag(&html->out);
}

/* The switches: of the language, and of light and dark. */
static void put_banner(struct html *html) {
    html_start(html, "header", "banner");
    put_languages(html);
    html_start(html, "button", "theme");
    markup_attribute(&html->out, "type", "button");
    markup_attribute(&html->out, "hidden", "");
    markup_end_tag(&html->out);
    markup_end_tag(&html->out);
}

/* At the end of the page too, which is far from its beginning. */
static void put_footer(struct html *html) {
    html_start(html, "footer", "banner");
    put_languages(html);
    markup_end_tag(&html->out);
}

static void put_ranges(struct html *html) {
    const struct page_texts *texts = html->texts;
    unsigned first, last;
    html_start(html, "dl", "ranges");
    for (size_t i = 0; i < PAGE_RANGE_COUNT; i++) {
        if (!page_range(html->model, i, &first, &last))
            continue;
        html_start(html, "div", NULL);
        html_prose(html, "dt", NULL,
                   page_codes(&html->arena, texts, first, last));
        html_start(html, "dd", NULL);
        markup_element(&html->out, "strong", texts->ranges[i].title);
        markup_text(&html->out, " ");
        markup_element(&html->out, "span", texts->ranges[i].text);
        markup_end_tag(&html->out);
        markup_end_tag(&html->out);
    }
    markup_end_tag(&html->out);
}

static void put_filter(struct html *html) {
    const struct page_texts *texts = html->texts;
    const char *id = arena_printf(&html->arena, "filter-%s", texts->language);
    html_start(html, "div", "filter");
    markup_attribute(&html->out, "role", "search");
    markup_attribute(&html->out, "hidden", "");
    html_start(html, "label", NULL);
    markup_attribute(&html->out, "for", id);
    markup_text(&html->out, texts->filter);
    markup_end_tag(&html->out);
    html_start(html, "input", NULL);
    markup_attribute(&html->out, "id", id);
    markup_attribute(&html->out, "type", "search");
    markup_attribute(&html->out, "placeholder", texts->filter_hint);
    markup_attribute(&html->out, "autocomplete", "off");
    markup_attribute(&html->out, "spellcheck", "false");
    markup_end(&html->out);
    html_start(html, "output", NULL);
    markup_attribute(&html->out, "for", id);
    markup_attribute(&html->out, "data-found", texts->found);
    markup_attribute(&html->out, "data-none", texts->none_found);
    markup_end_tag(&html->out);
    markup_end_tag(&html->out);
}

static void put_rules(struct html *html) {
    const struct page_texts *texts = html->texts;
    html_start(html, "dl", "notes");
    for (size_t i = 0; i < PAGE_RULE_COUNT; i++) {
        html_start(html, "div", NULL);
        html_prose(html, "dt", NULL, texts->rules[i].title);
        html_prose(html, "dd", NULL, texts->rules[i].text);
        markup_end_tag(&html->out);
    }
    markup_end_tag(&html->out);
}

static void put_about(struct html *html) {
    const struct page_texts *texts = html->texts;
    const struct model *model = html->model;
    html_prose(html, "p", NULL, texts->about);
    html_start(html, "dl", "record");
    html_start(html, "div", NULL);
    html_prose(html, "dt", NULL, texts->registry_of);
    html_prose(html, "dd", NULL, model->updated);
    markup_end_tag(&html->out);
    if (model->source) {
        html_start(html, "div", NULL);
        html_prose(html, "dt", NULL, texts->taken_from);
        html_start(html, "dd", NULL);
        html_link(html, model->source,
                  link_of_source(&html->arena, model->source));
        markup_end_tag(&html->out);
        markup_end_tag(&html->out);
    }
    html_start(html, "div", NULL);
    html_prose(html, "dt", NULL, texts->digest);
    html_start(html, "dd", NULL);
    markup_element(&html->out, "code", model->digest);
    markup_end_tag(&html->out);
    markup_end_tag(&html->out);
    markup_end_tag(&html->out);
}

static void put_section(struct html *html, const char *name, const char *title,
                        void (*put)(struct html *)) {
    const char *id = page_part(&html->arena, html->texts, name);
    html_start(html, "section", NULL);
    markup_attribute(&html->out, "id", id);
    html_start(html, "h2", NULL);
    html_link(html, title, arena_printf(&html->arena, "#%s", id));
    markup_end_tag(&html->out);
    put(html);
    markup_end_tag(&html->out);
}

/* What the filter is for: it stays in sight as long as they are. */
static void put_codes(struct html *html) {
    const struct page_texts *texts = html->texts;
    html_start(html, "div", NULL);
    html_start(html, "noscript", NULL);
    html_prose(html, "p", NULL, texts->no_script);
    markup_end_tag(&html->out);
    put_filter(html);
    put_section(html, "codes", texts->codes, html_glance);
    put_section(html, "entries", texts->entries, html_entries);
    markup_end_tag(&html->out);
}

static void put_edition(struct html *html) {
    const struct page_texts *texts = html->texts;
    html_start(html, "div", "edition");
    markup_attribute(&html->out, "id", texts->language);
    markup_attribute(&html->out, "lang", texts->language);
    markup_attribute(&html->out, "data-dark", texts->dark);
    html_prose(html, "h1", NULL, texts->title);
    html_prose(html, "p", "lead", texts->lead);
    html_prose(html, "p", NULL, texts->introduction);
    put_section(html, "ranges", texts->ranges_title, put_ranges);
    put_codes(html);
    put_section(html, "rules", texts->rules_title, put_rules);
    put_section(html, "browser", texts->browser_title, html_browser);
    put_section(html, "about", texts->about_title, put_about);
    markup_end_tag(&html->out);
}

static void put_body(struct html *html) {
    html_start(html, "body", NULL);
    put_banner(html);
    html_start(html, "main", NULL);
    for (size_t i = 0; i < page_texts_count; i++) {
        html->texts = &page_texts[i];
        if (page_language(html->model, html->texts, &html->language))
            put_edition(html);
    }
    markup_end_tag(&html->out);
    put_footer(html);
    markup_end_tag(&html->out);
}

void page_html(const struct model *model, FILE *out) {
    struct html html = {.model = model, .texts = page_texts};
    fprintf(out,
            "<!doctype html>\n"
            "<!-- Generated by wsclose-gen from IANA's WebSocket close codes "
            "of %s\nand gen/data/semantics.xml. Do not edit: run wsclose-gen "
            "generate. -->",
            model->updated);
    markup_open(&html.out, out);
    html_start(&html, "html", NULL);
    markup_attribute(&html.out, "lang", "en");
    put_document_head(&html);
    put_body(&html);
    markup_end_tag(&html.out);
    markup_close(&html.out);
    fputc('\n', out);
    arena_free(&html.arena);
}
