/* SPDX-License-Identifier: MIT */
#include "page/markdown_text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* GitHub makes mathematics, emoji and mail links of what it finds when the
   backslashes are gone: an element of its own keeps a character from that. */
static bool is_found_late(const char *at) {
    return *at == '$' || *at == '@' ||
           (*at == ':' &&
            (isalnum((unsigned char)at[1]) || (at[1] && strchr("+-_", at[1]))));
}

/* What begins markup. A colon before a slash and "www." would begin a link. */
static bool is_markup(const char *text, const char *at) {
    if (*at == '.')
        return at - text >= 3 && strncasecmp(at - 3, "www", 3) == 0;
    if (*at == ':')
        return at[1] == '/';
    return strchr("\\`*_[]<>|~&#", *at);
}

void markdown_text(struct stream *out, const char *text) {
    const char *at = text;
    for (;;) {
        size_t len = strcspn(at, "$@:.\\`*_[]<>|~&#");
        stream_write(out, at, len);
        at += len;
        if (!*at)
            break;
        const bool is_late = is_found_late(at);
        stream_put(out, is_late ? "<span>" : is_markup(text, at) ? "\\" : "");
        stream_char(out, *at++);
        stream_put(out, is_late ? "</span>" : "");
    }
}

void markdown_link(struct stream *out, const char *text, const char *url) {
    if (!url) {
        markdown_text(out, text);
        return;
    }
    stream_char(out, '[');
    markdown_text(out, text);
    stream_put(out, "](<");
    for (const char *end; (end = strchr(url, '&')); url = end + 1) {
        stream_write(out, url, (size_t)(end - url));
        stream_put(out, "&amp;");
    }
    stream_put(out, url);
    stream_put(out, ">)");
}
