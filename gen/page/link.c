/* SPDX-License-Identifier: MIT */
#include "page/link.h"

#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* What may stand in a URL as it is (RFC 3986 2, but for brackets); all else is
   percent-encoded. */
static const char *encoded(struct arena *arena, const char *url) {
    static const char plain[] = LETTERS DIGITS "-._~:/?#@!$&'()*+,;=%";
    static const char digits[] = "0123456789ABCDEF";
    char *ret = arena_alloc(arena, 3 * strlen(url) + 1), *end = ret;
    for (const char *at = url; *at; at++) {
        if (strchr(plain, *at)) {
            *end++ = *at;
            continue;
        }
        *end++ = '%';
        *end++ = digits[(unsigned char)*at >> 4];
        *end++ = digits[*at & 15];
    }
    return ret;
}

static const char *link_of_url(struct arena *arena, const char *url) {
    bool is_web = strncasecmp(url, "http://", strlen("http://")) == 0 ||
                  strncasecmp(url, "https://", strlen("https://")) == 0;
    return is_web ? encoded(arena, url) : NULL;
}

static bool is_number(const char *text) {
    return *text && !text[strspn(text, DIGITS)];
}

const char *link_of_reference(struct arena *arena,
                              const struct reference *reference) {
    const char *type = reference->type, *data = reference->data;
    if (strcmp(type, "uri") == 0)
        return link_of_url(arena, data);
    if (strcmp(type, "rfc") == 0 && strncmp(data, "rfc", 3) == 0 &&
        is_number(data + 3))
        return arena_printf(arena, "https://www.rfc-editor.org/rfc/%s.html",
                            data);
    if (strcmp(type, "rfc-errata") == 0 && is_number(data))
        return arena_printf(arena, "https://www.rfc-editor.org/errata/eid%s",
                            data);
    return NULL;
}

const char *link_of_source(struct arena *arena, const char *source) {
    static const char rfc[] = "RFC ", errata[] = "RFC Errata ";
    if (strncmp(source, errata, strlen(errata)) == 0 &&
        is_number(source + strlen(errata)))
        return arena_printf(arena, "https://www.rfc-editor.org/errata/eid%s",
                            source + strlen(errata));
    if (strncmp(source, rfc, strlen(rfc)) != 0)
        return link_of_url(arena, source);
    const char *number = source + strlen(rfc);
    size_t digits = strspn(number, DIGITS);
    if (!digits || number[digits] != ' ')
        return NULL;
    const char *section = number + digits + 1;
    return arena_printf(
        arena, "https://www.rfc-editor.org/rfc/rfc%.*s.html#section-%.*s",
        (int)digits, number, (int)strspn(section, DIGITS "."), section);
}

bool link_is_mailing_list(const char *url) {
    static const char archive[] = "https://mailarchive.ietf.org/arch/msg/hybi/";
    return strncmp(url, archive, strlen(archive)) == 0;
}
