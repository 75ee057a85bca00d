/* SPDX-License-Identifier: MIT */
#include "page/prose.h"

#include <string.h>

#include "base/markup.h"

void prose_plain(FILE *out, const char *text, size_t len, const char *term) {
    const char *end = text + len, *found;
    size_t size = strlen(term);
    while ((found = strstr(text, term)) && found + size <= end) {
        markup_put(out, text, (size_t)(found - text));
        fputs("<span class=\"term\">", out);
        markup_put(out, term, size);
        fputs("</span>", out);
        text = found + size;
    }
    markup_put(out, text, (size_t)(end - text));
}

/* Each returns what follows the code, or the link, that begins at text. */
static const char *put_code(FILE *out, const char *text) {
    size_t len = strcspn(text + 1, "`");
    fputs("<code>", out);
    markup_put(out, text + 1, len);
    fputs("</code>", out);
    return text + len + 2;
}

static const char *put_link(FILE *out, const char *text, const char *term) {
    const char *url = strstr(text, "](") + 2;
    size_t len = strcspn(url, ")");
    fputs("<a href=\"", out);
    markup_put(out, url, len);
    fputs("\">", out);
    prose_plain(out, text + 1, (size_t)(url - text) - 3, term);
    fputs("</a>", out);
    return url + len + 1;
}

void prose_html(FILE *out, const char *text, const char *term) {
    while (*text) {
        size_t len = strcspn(text, "`[");
        prose_plain(out, text, len, term);
        text += len;
        if (*text)
            text =
                *text == '`' ? put_code(out, text) : put_link(out, text, term);
    }
}
