/* SPDX-License-Identifier: MIT */
#include "pairs.h"

#include <stdbool.h>

#include "width.h"
#include "wrap.h"

/* In columns. Names leave the texts this much room: a longer one has a line to
   itself. */
enum { HANG = 2, GAP = 2, MIN_ROOM = 20 };

struct pairs pairs_begin(const struct screen *screen, struct style style,
                         size_t indent) {
    return (struct pairs){screen, style, indent, indent + HANG};
}

void pairs_widen(struct pairs *pairs, const char *name) {
    size_t end = pairs->indent + text_width(name) + GAP;
    if (end > pairs->column && end + MIN_ROOM <= pairs->screen->width)
        pairs->column = end;
}

/* A word, an address say, that would have to be cut in its column may be whole
   below the name. */
static size_t column_of(const struct pairs *pairs, const char *text) {
    size_t width = pairs->screen->width, column = pairs->column;
    bool fits = width > column && wrap_fits(text, width - column);
    return fits ? column : pairs->indent + HANG;
}

/* Returns how many columns the line then has. */
static size_t put_name(const struct pairs *pairs, const char *name,
                       size_t column) {
    const struct screen *screen = pairs->screen;
    size_t end = pairs->indent + text_width(name);
    if (*name && end + GAP > column) {
        wrap_print(screen, pairs->indent, pairs->style, name);
        return 0;
    }
    fprintf(screen->out, "%s%s%s", pairs->style.on, name, pairs->style.off);
    return end;
}

void pairs_put(const struct pairs *pairs, const char *name, const char *text) {
    size_t column = column_of(pairs, text);
    size_t used = put_name(pairs, name, column);
    fprintf(pairs->screen->out, "%*s", (int)(column - used), "");
    wrap_print(pairs->screen, column, pairs->screen->plain, text);
}
