/* SPDX-License-Identifier: MIT */
#include "width.h"

#include <limits.h>
#include <string.h>

struct glyph glyph_at(const char *text) {
    mbstate_t state = {0};
    wchar_t character;
    size_t max = strnlen(text, MB_LEN_MAX);
    size_t len = mbrtowc(&character, text, max, &state);
    if (len == 0 || len > max)
        return (struct glyph){L'\0', 1, 0};
    int width = wcwidth(character);
    return (struct glyph){character, len, width > 0 ? (size_t)width : 0};
}

size_t text_width(const char *text) {
    size_t width = 0;
    while (*text) {
        struct glyph glyph = glyph_at(text);
        width += glyph.width;
        text += glyph.len;
    }
    return width;
}
