/* SPDX-License-Identifier: MIT */
#include "page/prose.h"

#include <string.h>

#include "base/markup.h"

void prose_plain(struct stream *out, const char *text, size_t len,
                 const char *term) {
    const char *end = text + len, *found;
    size_t size = strlen(term);
    while ((found = strstr(text, term)) && found + size <= end) {
        markup_put(out, text, (size_t)(found - text));
        stream_put(out, "<span class=\"term\">");
        markup_put(out, term, size);
        stream_put(out, "</span>");
        text = found + size;
    }
    markup_put(out, text, (size_t)(end - text));
}

/* Each returns what follows the code, or the link, that begins at text. */
static const char *put_code(struct stream *out, const char *text) {
    size_t len = strcspn(text + 1, "`");
    stream_put(out, "<code>");
    markup_put(out, text + 1, len);
    stream_put(out, "</code>");
    return text + len + 2;
}

static const char *put_link(struct stream *out, const char *text,
                            const char *term) {
    const char *url = strstr(text, "](") + 2;
    size_t len = strcspn(url, ")");
    stream_put(out, "<a href=\"");
    markup_put(out, url, len);
    stream_put(out, "\">");
    prose_plain(out, text + 1, (size_t)(url - text) - 3, term);
    stream_put(out, "</a>");
    return url + len + 1;
}

void prose_html(struct stream *out, const char *text, const char *term) {
    while (*text) {
        size_t len = strcspn(text, "`[");
        prose_plain(out, text, len, term);
        text += len;
        if (*text)
            text =
                *text == '`' ? put_code(out, text) : put_link(out, text, term);
    }
}
