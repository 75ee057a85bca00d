/* What a browser shows of a connection's end, in HTML. */
#include "page/html_parts.h"

static void put_ending(struct html *html, const struct page_ending *ending) {
    static const char *const titles[] = {"code", "reason", "wasClean"};
    const char *const shown[] = {ending->code, ending->reason,
                                 ending->was_clean};
    html_start(html, "tr", NULL);
    html_start(html, "th", NULL);
    markup_attribute(&html->out, "scope", "row");
    html_prose_inside(html, ending->how);
    markup_end_tag(&html->out);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        html_start(html, "td", NULL);
        markup_attribute(&html->out, "data-title", titles[i]);
        html_prose_inside(html, shown[i]);
        markup_end_tag(&html->out);
    }
    markup_end_tag(&html->out);
}

void html_browser(struct html *html) {
    const struct page_texts *texts = html->texts;
    const char *titles[] = {texts->how_it_ends, "`code`", "`reason`",
                            "`wasClean`"};
    html_prose(html, "p", NULL, texts->browser);
    html_start(html, "pre", NULL);
    markup_attribute(&html->out, "tabindex", "0");
    markup_element(&html->out, "code", page_example);
    markup_end_tag(&html->out);
    html_start(html, "table", "endings");
    html_head(html, titles, sizeof titles / sizeof *titles);
    html_start(html, "tbody", NULL);
    for (size_t i = 0; i < PAGE_ENDING_COUNT; i++)
        put_ending(html, &texts->endings[i]);
    markup_end_tag(&html->out);
    markup_end_tag(&html->out);
    html_prose(html, "p", NULL, texts->chromium);
}
