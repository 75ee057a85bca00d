/* SPDX-License-Identifier: MIT */
/* How many columns a text takes at a terminal: a Japanese character takes two.
   LC_CTYPE must be a UTF-8 locale; locale_start() sees to that. */
#ifndef TOOL_WIDTH_H
#define TOOL_WIDTH_H

#include <stddef.h>
#include <wchar.h>

struct glyph {
    wchar_t character; /* L'\0': a byte that is not UTF-8 */
    size_t len;        /* in bytes */
    size_t width;      /* in columns; 0 for what does not show */
};

/* The character that text, which is not empty, begins with. */
struct glyph glyph_at(const char *text);

size_t text_width(const char *text);

#endif
