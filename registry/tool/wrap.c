/* SPDX-License-Identifier: MIT */
#include "wrap.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "width.h"

/* After JIS X 4051: characters that do not begin a line, and that do not end
   one. */
static const wchar_t never_first[] =
    L",.:;!?)]}%’”…‥‰℃、。，．・：；？！゛゜ヽヾゝゞ々〻ー―〜～％"
    L"）〕］｝〉》」』】〙〗〟｠»ぁぃぅぇぉっゃゅょゎゕゖ"
    L"ァィゥェォッャュョヮヵヶ｡､｣･ｰﾞﾟ";
static const wchar_t never_last[] = L"([{‘“（〔［｛〈《「『【〘〖〝｟｢«";

static bool is_in(const wchar_t *set, wchar_t character) {
    return character && wcschr(set, character);
}

static bool may_break(const struct glyph *before, const struct glyph *after) {
    if (after->character == L' ')
        return false;
    if (before->character == L' ')
        return true;
    return (before->width == 2 || after->width == 2) && after->width > 0 &&
           !is_in(never_last, before->character) &&
           !is_in(never_first, after->character);
}

/* Does the word that starts here hold an address? */
static bool is_address(const char *word) {
    const char *colon = strstr(word, "://");
    return colon && (size_t)(colon - word) < strcspn(word, " ");
}

/* Where the line that starts here ends, blanks included. */
static const char *line_end(const char *start, size_t room, bool cut_words) {
    const char *end = NULL;
    struct glyph before = {0};
    size_t width = 0;
    for (const char *at = start; *at; at += before.len) {
        struct glyph glyph = glyph_at(at);
        if (at > start && may_break(&before, &glyph))
            end = at;
        width += glyph.width;
        if (width > room && glyph.character != L' ') {
            if (!end && cut_words && at > start && !is_address(start))
                end = at;
            if (end)
                return end;
        }
        before = glyph;
    }
    return NULL;
}

bool wrap_next(const char **rest, size_t room, bool cut_words,
               struct line *ret) {
    const char *start = *rest;
    while (*start == ' ')
        start++;
    if (!*start)
        return false;
    const char *end = line_end(start, room, cut_words);
    if (!end)
        end = start + strlen(start);
    *rest = end;
    while (end[-1] == ' ')
        end--;
    *ret = (struct line){start, (size_t)(end - start)};
    return true;
}

static size_t line_width(const struct line *line) {
    size_t width = 0;
    for (size_t i = 0; i < line->len;) {
        struct glyph glyph = glyph_at(line->text + i);
        width += glyph.width;
        i += glyph.len;
    }
    return width;
}

bool wrap_fits(const char *text, size_t room) {
    for (struct line line; wrap_next(&text, room, false, &line);)
        if (line_width(&line) > room)
            return false;
    return true;
}

void wrap_print(const struct screen *screen, size_t indent, struct style style,
                const char *text) {
    size_t room = screen->width > indent ? screen->width - indent : 1;
    struct line line;
    bool first = true;
    for (; wrap_next(&text, room, screen->is_terminal, &line); first = false)
        fprintf(screen->out, "%s%*s%s%.*s%s", first ? "" : "\n",
                first ? 0 : (int)indent, "", style.on, (int)line.len, line.text,
                style.off);
    fputc('\n', screen->out);
}
