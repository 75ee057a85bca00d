/* SPDX-License-Identifier: MIT */
/*
 * Texts that somebody hostile would register, made from a seed: what could end
 * a comment, a literal, a line, an attribute or a code span, and what may not
 * be in a text at all.
 */
#ifndef TESTS_HOSTILE_H
#define TESTS_HOSTILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/memory.h"

/* xorshift64*; any state but 0. */
struct random {
    uint64_t state;
};
unsigned random_below(struct random *random, unsigned limit);

/* A text as it stands in a document, and what has to become of it. */
struct hostile {
    const char *bytes;
    size_t len;
    const char *accepted; /* white space collapsed; NULL: to be refused */
};

/* Up to 64 KiB; never empty, and never one that names a kind of row. Without an
   at sign, as a word with one is an address, which contacts lose. */
struct hostile hostile_text(struct random *random, struct arena *arena);

/* Text that has to be refused, one after the other; false behind the last. */
bool hostile_refused(size_t i, struct hostile *ret);

/* Writes it as an element's content or an attribute's, in one of the ways that
   XML has for it. */
void hostile_put(struct random *random, const struct hostile *text,
                 bool is_attribute, FILE *out);

/* Is a text UTF-8 without control and bidirectional characters, line feeds and
   what is in allowed aside? If not, says where. By the tables of the Unicode
   standard, not by the generator's own. */
bool hostile_is_clean(const char *text, size_t len, const char *allowed,
                      size_t *where);

#endif
