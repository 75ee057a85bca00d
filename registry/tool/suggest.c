/* SPDX-License-Identifier: MIT */
#include "suggest.h"

#include <string.h>

#include "options.h"
#include "shared/letters.h"

/* Of symbols and of words; what is longer is near nothing. */
enum { LETTERS_MAX = 64 };

/* The letters that count, folded; false if there are too many. */
static bool read_letters(const char *text, unsigned char *ret, size_t *len) {
    *len = 0;
    for (unsigned char c; (c = letters_next(&text)); ret[(*len)++] = c)
        if (*len == LETTERS_MAX)
            return false;
    return true;
}

static size_t least(size_t a, size_t b, size_t c) {
    size_t ret = a < b ? a : b;
    return ret < c ? ret : c;
}

/* How many letters are to be put in, left out or changed (Levenshtein). */
static size_t distance(const unsigned char *a, size_t a_len,
                       const unsigned char *b, size_t b_len) {
    size_t costs[LETTERS_MAX + 1];
    for (size_t j = 0; j <= b_len; j++)
        costs[j] = j;
    for (size_t i = 0; i < a_len; i++) {
        size_t diagonal = costs[0];
        costs[0] = i + 1;
        for (size_t j = 0; j < b_len; j++) {
            size_t changed = diagonal + (a[i] != b[j]);
            diagonal = costs[j + 1];
            costs[j + 1] = least(changed, costs[j] + 1, costs[j + 1] + 1);
        }
    }
    return costs[b_len];
}

struct nearest {
    unsigned char letters[LETTERS_MAX];
    size_t len, distance;
    const char *name; /* NULL: none is near */
};

static void compare(struct nearest *nearest, const char *name) {
    unsigned char letters[LETTERS_MAX];
    size_t len;
    if (!read_letters(name, letters, &len))
        return;
    size_t found = distance(nearest->letters, nearest->len, letters, len);
    if (found && found < nearest->distance) {
        nearest->distance = found;
        nearest->name = name;
    }
}

const char *suggest(const struct registry *registry, const char *word) {
    struct nearest nearest = {0};
    if (!read_letters(word, nearest.letters, &nearest.len))
        return NULL;
    nearest.distance = nearest.len / 4 + 2; /* one letter of four may differ */
    if (nearest.distance > nearest.len)
        nearest.distance = nearest.len;
    for (size_t i = 0; options_command(i); i++)
        compare(&nearest, options_command(i));
    for (size_t i = 0; i < registry->row_count; i++)
        if (row_is_named(&registry->rows[i]))
            compare(&nearest, registry->rows[i].symbol);
    return nearest.name;
}
