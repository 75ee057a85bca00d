/* SPDX-License-Identifier: MIT */
#include "words.h"

#include <string.h>

#include <wsclose.h>

#include "memory.h"
#include "width.h"

static const struct language {
    const char *tag;
    const char *words[WORD_COUNT];
} languages[] = {
#include "words.inc"
};

enum { LANGUAGES = sizeof languages / sizeof *languages };

static const struct language *chosen = languages;

static bool is_english(const char *tag) {
    return (tag[0] == 'e' || tag[0] == 'E') && (tag[1] == 'n' || tag[1] == 'N');
}

/* The library knows how to read a tag and which languages it was built with. */
bool words_choose(const char *tag) {
    const char *answering = wsclose_language(tag);
    chosen = languages;
    for (size_t i = 0; i < LANGUAGES; i++)
        if (strcmp(languages[i].tag, answering) == 0)
            chosen = &languages[i];
    return chosen != languages || is_english(tag);
}

const char *const *words_tags(void) {
    static const char *tags[LANGUAGES + 1];
    for (size_t i = 0; i < LANGUAGES; i++)
        tags[i] = languages[i].tag;
    return tags;
}

const char *words_languages(void) {
    static char list[40 * LANGUAGES];
    *list = '\0';
    for (size_t i = 0; i < LANGUAGES; i++) {
        strcat(list, i ? ", " : "");
        strcat(list, languages[i].tag);
    }
    return list;
}

const char *word_text(enum word word) {
    const char *text = chosen->words[word];
    return text ? text : languages->words[word];
}

/* Controls, marks that turn the direction of writing and bytes that are not
   UTF-8 have no width. */
static void print_safely(FILE *out, const char *text) {
    while (*text) {
        struct glyph glyph = glyph_at(text);
        if (glyph.width)
            fwrite(text, 1, glyph.len, out);
        else
            fputc('?', out);
        text += glyph.len;
    }
}

static void print_value(FILE *out, const char *name, size_t len,
                        const struct value *values) {
    for (; values->name; values++)
        if (strncmp(values->name, name, len) == 0 && !values->name[len])
            print_safely(out, values->text);
}

void word_print(FILE *out, enum word word, const struct value *values) {
    const char *at = word_text(word);
    while (*at) {
        size_t len = strcspn(at, "{");
        fwrite(at, 1, len, out);
        at += len;
        if (!*at)
            break;
        len = strcspn(at, "}");
        print_value(out, at + 1, len - 1, values);
        at += len + 1;
    }
}

char *word_format(enum word word, const struct value *values) {
    struct text_stream stream;
    text_begin(&stream);
    word_print(stream.out, word, values);
    return text_end(&stream);
}
