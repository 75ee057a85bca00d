#include "message.h"

#include <stdio.h>

#include "width.h"

void message(const char *text) {
    fprintf(stderr, "wsclose: error: %s\n", text);
}

/* Controls, marks that turn the direction of writing and bytes that are not
   UTF-8 have no width. */
static void print_safely(const char *word) {
    while (*word) {
        struct glyph glyph = glyph_at(word);
        if (glyph.width)
            fwrite(word, 1, glyph.len, stderr);
        else
            fputc('?', stderr);
        word += glyph.len;
    }
}

void message_about(const char *before, const char *word, const char *after) {
    fprintf(stderr, "wsclose: error: %s\"", before);
    print_safely(word);
    fprintf(stderr, "\"%s\n", after);
}
