/* SPDX-License-Identifier: MIT */
/* The words of one language, as its file has them. */
#ifndef GEN_LANGUAGE_H
#define GEN_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

struct word {
    const char *id, *text;
    bool is_message; /* else a label, which every language has */
    long line;
};

struct language {
    const char *tag, *name;
    const char **also;  /* tags that it answers for too, NULL last */
    const char *path;   /* of the file */
    struct word *words; /* in the order of their ids */
    size_t word_count;
};

/* NULL: the language does not have it. */
const struct word *language_word(const struct language *language,
                                 const char *id);

/* The text of a word in this language; where a message is missing that of
   English, which has them all. */
const char *language_text(const struct language *languages, size_t language,
                          const char *id);

#endif
