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

void markdown_text(FILE *out, const char *text) {
    const char *at = text;
    for (;;) {
        size_t len = strcspn(at, "$@:.\\`*_[]<>|~&#");
        fwrite(at, 1, len, out);
        at += len;
        if (!*at)
            break;
        if (is_found_late(at))
            fprintf(out, "<span>%c</span>", *at);
        else
            fprintf(out, "%s%c", is_markup(text, at) ? "\\" : "", *at);
        at++;
    }
}

void markdown_link(FILE *out, const char *text, const char *url) {
    if (!url) {
        markdown_text(out, text);
        return;
    }
    fputc('[', out);
    markdown_text(out, text);
    fputs("](<", out);
    for (const char *at = url; *at; at++)
        *at == '&' ? fputs("&amp;", out) : fputc(*at, out);
    fputs(">)", out);
}
