/* SPDX-License-Identifier: MIT */
#include "read/prose.h"

#include <string.h>

/* What every language has alike: a code, a value, or the URL of a link. */
struct span {
    const char *at;
    size_t len; /* with its marks; of a URL with its parentheses */
};

struct scan {
    const char *at;
    const char *refusal; /* the marks are none that are known */
    bool in_link;
};

static size_t length_to(const char *text, const char *end) {
    const char *found = strstr(text, end);
    return found ? (size_t)(found - text) + strlen(end) : 0;
}

static bool is_url(const char *text, size_t len) {
    static const char *const schemes[] = {"https://", "http://"};
    if (!len || memchr(text, ' ', len))
        return false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncmp(text, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return !memchr(text, ':', len);
}

/* The span that begins with the mark where the scan is; its length is 0 if the
   mark is none. */
static size_t span_length(struct scan *scan) {
    const char *at = scan->at;
    size_t len = 0;
    if (*at == '`' && (len = length_to(at + 1, "`")) < 2)
        scan->refusal = "has a ` that is alone or around nothing; write `code`";
    else if (*at == '{' && (len = length_to(at + 1, "}")) < 2)
        scan->refusal = "has a { that no } ends; write {value}";
    else if (*at == ']' &&
             (!scan->in_link || at[1] != '(' ||
              (len = length_to(at + 1, ")")) < 3 || !is_url(at + 2, len - 2)))
        scan->refusal = "has a link that is none; write [text](URL), the URL "
                        "with https: or of a file beside the page";
    return scan->refusal ? 0 : len + 1;
}

/* Finds the next span; false at the end, or where marks are wrong. */
static bool next(struct scan *scan, struct span *ret) {
    while (*(scan->at += strcspn(scan->at, "`{[]}"))) {
        if (*scan->at == '}') {
            scan->refusal = "has a } that no { begins; write {value}";
            return false;
        }
        if (*scan->at == '[') {
            if (scan->in_link)
                break;
            scan->in_link = true;
            scan->at++;
            continue;
        }
        ret->len = span_length(scan);
        ret->at = scan->at;
        if (*scan->at == ']')
            scan->in_link = false;
        scan->at += ret->len;
        return !scan->refusal;
    }
    if (scan->in_link && !scan->refusal)
        scan->refusal = "has a [ that begins no link; write [text](URL)";
    return false;
}

static size_t occurrences(const char *text, const struct span *wanted) {
    struct scan scan = {.at = text};
    struct span span;
    size_t count = 0;
    while (next(&scan, &span))
        count += span.len == wanted->len &&
                 memcmp(span.at, wanted->at, span.len) == 0;
    return count;
}

/* A span that one text has more often than the other. */
static bool find_more(const char *text, const char *other, struct span *ret) {
    struct scan scan = {.at = text};
    while (next(&scan, ret))
        if (occurrences(text, ret) > occurrences(other, ret))
            return true;
    return false;
}

const char *prose_refusal(struct arena *arena, const char *text,
                          const char *english, bool has_links) {
    struct scan scan = {.at = text};
    struct span span;
    while (next(&scan, &span))
        if (*span.at == ']' && !has_links)
            return "has a link, which only a text of the pages may have";
    if (scan.refusal || !english)
        return scan.refusal;
    if (find_more(english, text, &span))
        return arena_printf(arena, "lacks %.*s, which English has",
                            (int)span.len, span.at);
    if (find_more(text, english, &span))
        return arena_printf(arena, "has %.*s, which English has not",
                            (int)span.len, span.at);
    return NULL;
}
