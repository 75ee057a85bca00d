/* SPDX-License-Identifier: MIT */
/* Cutting a text into lines. English is cut at blanks; Japanese between any two
   characters, but for those that must not begin or end a line. */
#ifndef TOOL_WRAP_H
#define TOOL_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "screen.h"

struct line {
    const char *text; /* not NUL-terminated */
    size_t len;       /* in bytes */
};

/* Takes the next line of at most `room` columns from *rest; false if nothing is
   left. A word that is wider is cut anywhere if cut_words and it is no address,
   else stands alone on a line too long. */
bool wrap_next(const char **rest, size_t room, bool cut_words,
               struct line *ret);

/* Has every word of the text room on a line? */
bool wrap_fits(const char *text, size_t room);

/* Prints text, wrapped, where the line already has `indent` columns; the lines
   that follow are indented as far. Ends the line. */
void wrap_print(const struct screen *screen, size_t indent, struct style style,
                const char *text);

#endif
