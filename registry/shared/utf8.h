/* SPDX-License-Identifier: MIT */
/* UTF-8 as RFC 3629 has it: no surrogates, nothing overlong, up to U+10FFFF. */
#ifndef WSCLOSE_UTF8_H
#define WSCLOSE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "shared/hidden.h"

/* The length of the character that text, of one byte at least, begins with, 0
   if it begins with none; *ret becomes its code point. */
WSCLOSE_HIDDEN size_t wsclose_utf8_decode(const unsigned char *text, size_t len,
                                          unsigned *ret);

/* The length of the longest prefix of text that is whole characters. */
WSCLOSE_HIDDEN size_t wsclose_utf8_prefix(const unsigned char *text,
                                          size_t len);

/* Is all of text whole characters? */
WSCLOSE_HIDDEN bool wsclose_is_utf8(const unsigned char *text, size_t len);

#endif
