/* SPDX-License-Identifier: MIT */
/*
 * Text from outside: what characters it may have, and how its white space is
 * collapsed. All text is UTF-8.
 */
#ifndef GEN_TEXT_H
#define GEN_TEXT_H

#include <stdbool.h>
#include <stddef.h>

enum {
    TEXT_MAX_BYTES = 4000,
    TEXT_TAG_MAX = 35, /* of a language's tag */
    TEXT_ID_MAX = 60,  /* of a word's id */
    TEXT_NUMBER_SIZE = 3 * sizeof(size_t) + 1
};

/* Sets of characters, for strspn(). */
#define TEXT_DIGITS "0123456789"
#define TEXT_LOWER "abcdefghijklmnopqrstuvwxyz"
#define TEXT_ALPHANUMERIC TEXT_LOWER "ABCDEFGHIJKLMNOPQRSTUVWXYZ" TEXT_DIGITS

/* What may stand in a URL as it is (RFC 3986 2, but for brackets). */
#define TEXT_URL TEXT_ALPHANUMERIC "-._~:/?#@!$&'()*+,;=%"

/* The index of the first byte that is not UTF-8, or len. */
size_t text_invalid_at(const char *text, size_t len);

/* Why a text cannot be accepted, as the predicate of a sentence ("has ..."), or
   NULL if it can. */
const char *text_refusal(const char *text);

/* In place: runs of XML white space become one blank, none at the ends. */
void text_collapse(char *text);

/* In place: characters that text_refusal() refuses become "?". */
void text_make_printable(char *text);

/* An identifier of C, in upper case, as XML writes it: NO_COLOR, "no-color". */
const char *text_hyphens(const char *identifier, char ret[TEXT_ID_MAX + 1]);

/* Is this what text_hyphens() makes of the identifier? */
bool text_is_id_of(const char *id, const char *identifier);

/* The digits of a number, somewhere in ret. */
const char *text_number(size_t number, char ret[TEXT_NUMBER_SIZE]);

/* A language's tag as an identifier of C: zh-Hans, "ZH_HANS". */
const char *text_identifier(const char *tag, char ret[TEXT_TAG_MAX + 1]);

#endif
