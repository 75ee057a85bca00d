/*
 * How a name is compared: without case, blanks and hyphens as underscores.
 * The generator fills the hash table of names with the function below and the
 * library reads it with the same one.
 */
#ifndef WSCLOSE_SPELLING_H
#define WSCLOSE_SPELLING_H

#include <stddef.h>
#include <stdint.h>

#define FOLD_1(c)                                                              \
    (unsigned char)((c) >= 'a' && (c) <= 'z'   ? (c) - 'a' + 'A'               \
                    : (c) == ' ' || (c) == '-' ? '_'                           \
                                               : (c))
#define FOLD_4(c) FOLD_1(c), FOLD_1((c) + 1), FOLD_1((c) + 2), FOLD_1((c) + 3)
#define FOLD_16(c) FOLD_4(c), FOLD_4((c) + 4), FOLD_4((c) + 8), FOLD_4((c) + 12)
#define FOLD_64(c)                                                             \
    FOLD_16(c), FOLD_16((c) + 16), FOLD_16((c) + 32), FOLD_16((c) + 48)

/* A table, because jumps on letters are what a processor guesses worst. */
static inline unsigned char wsclose_fold(unsigned char c) {
    static const unsigned char folded[] = {FOLD_64(0), FOLD_64(64),
                                           FOLD_64(128), FOLD_64(192)};
    return folded[c];
}

/* The hash is turned for every byte; the product brings the bits of all of them
   to those that are taken. */
static inline uint32_t wsclose_spelling_hash(const char *text, size_t len) {
    uint32_t hash = 0;
    for (size_t i = 0; i < len; i++)
        hash = (hash << 5 | hash >> 27) ^ wsclose_fold((unsigned char)text[i]);
    return hash * 2654435769u >> 16;
}

#endif
