/* SPDX-License-Identifier: MIT */
/* From a name to its code, among the rows. */
#include <string.h>

#include "registry.h"
#include "shared/letters.h"

/* Kinds of names, in the order in which they are tried. */
enum kind { SYMBOL, FORMER, NAME, REGISTERED_TEXT, SPELLING, KIND_COUNT };

static bool is_one_of(const char *const *at, const char *text) {
    while (*at && !letters_are_same(*at, text))
        at++;
    return *at != NULL;
}

static bool is_called(const struct row *row, enum kind kind, const char *text) {
    switch (kind) {
    case SYMBOL:
        return letters_are_same(row->symbol, text);
    case FORMER:
        return is_one_of(row->former_symbols, text);
    case NAME:
        return letters_are_same(row->name, text);
    case REGISTERED_TEXT:
        return row->registered_text &&
               letters_are_same(row->registered_text, text);
    default:
        return is_one_of(row->spellings, text);
    }
}

static int find(const struct registry *registry, const char *text) {
    for (enum kind kind = 0; kind < KIND_COUNT && letters_are_name(text);
         kind++)
        for (size_t i = 0; i < registry->row_count; i++) {
            const struct row *row = &registry->rows[i];
            if (row_is_named(row) && is_called(row, kind, text))
                return (int)row->first;
        }
    return -1;
}

static const char *without_prefix(const char *text) {
    for (const char *prefix = "WSCLOSE"; *prefix; prefix++)
        if (letters_next(&text) != (unsigned char)*prefix)
            return "";
    return text;
}

int registry_find_name(const struct registry *registry, const char *text) {
    if (!registry->file)
        return wsclose_from_name(text, strlen(text));
    int code = find(registry, text);
    return code < 0 ? find(registry, without_prefix(text)) : code;
}
