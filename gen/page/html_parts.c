#include "page/html_parts.h"

#include <string.h>

void html_start(struct html *html, const char *name, const char *class_name) {
    markup_raw(&html->out, "\n");
    markup_start(&html->out, name);
    if (class_name)
        markup_attribute(&html->out, "class", class_name);
}

/* Each returns what follows the code, or the link, that begins at text. */
static const char *put_code(struct html *html, const char *text) {
    size_t len = strcspn(text + 1, "`");
    markup_element(&html->out, "code", arena_copy(&html->arena, text + 1, len));
    return text + len + 2;
}

static const char *put_link(struct html *html, const char *text) {
    const char *shown = text + 1, *url = strstr(shown, "](") + 2;
    size_t shown_len = strcspn(shown, "]"), url_len = strcspn(url, ")");
    html_link(html, arena_copy(&html->arena, shown, shown_len),
              arena_copy(&html->arena, url, url_len));
    return url + url_len + 1;
}

void html_prose_inside(struct html *html, const char *text) {
    while (*text) {
        size_t len = strcspn(text, "`[");
        markup_text(&html->out, arena_copy(&html->arena, text, len));
        text += len;
        if (*text)
            text = *text == '`' ? put_code(html, text) : put_link(html, text);
    }
}

void html_prose(struct html *html, const char *name, const char *class_name,
                const char *text) {
    html_start(html, name, class_name);
    html_prose_inside(html, text);
    markup_end_tag(&html->out);
}

void html_registered(struct html *html, const char *name,
                     const char *class_name, const char *text) {
    markup_start(&html->out, name);
    if (class_name)
        markup_attribute(&html->out, "class", class_name);
    if (strcmp(html->texts->language, "en") != 0)
        markup_attribute(&html->out, "lang", "en");
    markup_text(&html->out, text);
    markup_end_tag(&html->out);
}

void html_link(struct html *html, const char *text, const char *url) {
    if (!url) {
        markup_text(&html->out, text);
        return;
    }
    markup_start(&html->out, "a");
    markup_attribute(&html->out, "href", url);
    markup_text(&html->out, text);
    markup_end_tag(&html->out);
}

void html_number(struct html *html, const char *name, unsigned number) {
    markup_attribute(&html->out, name,
                     arena_printf(&html->arena, "%u", number));
}

void html_head(struct html *html, const char *const *titles, size_t count) {
    html_start(html, "thead", NULL);
    html_start(html, "tr", NULL);
    for (size_t i = 0; i < count; i++) {
        html_start(html, "th", NULL);
        markup_attribute(&html->out, "scope", "col");
        html_prose_inside(html, titles[i]);
        markup_end_tag(&html->out);
    }
    markup_end_tag(&html->out);
    markup_end_tag(&html->out);
}
