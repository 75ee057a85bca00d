/* SPDX-License-Identifier: MIT */
/* From a name to its code, among the rows. */
#include <string.h>

#include "registry.h"
#include "shared/spelling.h"

/* Kinds of names, in the order in which they are tried. */
enum kind { SYMBOL, NAME, REGISTERED_TEXT, SPELLING, KIND_COUNT };

/* The next character that counts; 0 at the end. */
static unsigned char next(const char **at) {
    unsigned char c = 0;
    while (!c && **at)
        c = wsclose_fold((unsigned char)*(*at)++);
    return c;
}

static bool spells(const char *name, const char *text) {
    unsigned char c;
    while ((c = next(&name)))
        if (next(&text) != c)
            return false;
    return !next(&text);
}

static bool is_called(const struct row *row, enum kind kind, const char *text) {
    switch (kind) {
    case SYMBOL:
        return spells(row->symbol, text);
    case NAME:
        return spells(row->name, text);
    case REGISTERED_TEXT:
        return row->registered_text && spells(row->registered_text, text);
    default:
        for (const char *const *at = row->spellings; *at; at++)
            if (spells(*at, text))
                return true;
        return false;
    }
}

/* Digits alone are a code and no name of another. */
static bool is_name(const char *text) {
    unsigned char c;
    while ((c = next(&text)))
        if (c < '0' || c > '9')
            return true;
    return false;
}

static int find(const struct registry *registry, const char *text) {
    for (enum kind kind = 0; kind < KIND_COUNT && is_name(text); kind++)
        for (size_t i = 0; i < registry->row_count; i++) {
            const struct row *row = &registry->rows[i];
            if (row_is_named(row) && is_called(row, kind, text))
                return (int)row->first;
        }
    return -1;
}

static const char *without_prefix(const char *text) {
    for (const char *prefix = "WSCLOSE"; *prefix; prefix++)
        if (next(&text) != (unsigned char)*prefix)
            return "";
    return text;
}

int registry_find_name(const struct registry *registry, const char *text) {
    if (!registry->file)
        return wsclose_from_name(text, strlen(text));
    int code = find(registry, text);
    return code < 0 ? find(registry, without_prefix(text)) : code;
}
