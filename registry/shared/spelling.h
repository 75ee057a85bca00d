/* SPDX-License-Identifier: MIT */
/*
 * How a name is compared: ASCII letters without case; blanks, hyphens,
 * underscores and periods do not count. The generator fills the hash table of
 * names with the functions below and the library reads it with the same ones.
 */
#ifndef WSCLOSE_SPELLING_H
#define WSCLOSE_SPELLING_H

#include <stddef.h>
#include <stdint.h>

/* The most slots that a look-up compares, whatever the registry is: the
   generator chooses the seed and the number of slots so. */
enum { WSCLOSE_SPELLING_PROBES = 16 };

/* NUL, which is in no name, becomes a character that is in none either. */
#define FOLD_1(c)                                                              \
    (unsigned char)((c) >= 'a' && (c) <= 'z' ? (c) - 'a' + 'A'                 \
                    : (c) == ' ' || (c) == '-' || (c) == '_' || (c) == '.' ? 0 \
                    : (c) == 0                                             ? 1 \
                               : (c))
#define FOLD_4(c) FOLD_1(c), FOLD_1((c) + 1), FOLD_1((c) + 2), FOLD_1((c) + 3)
#define FOLD_16(c) FOLD_4(c), FOLD_4((c) + 4), FOLD_4((c) + 8), FOLD_4((c) + 12)
#define FOLD_64(c)                                                             \
    FOLD_16(c), FOLD_16((c) + 16), FOLD_16((c) + 32), FOLD_16((c) + 48)

/* 0: it does not count. A table, because jumps on letters are what a processor
   guesses worst. */
static inline unsigned char wsclose_fold(unsigned char c) {
    static const unsigned char folded[] = {FOLD_64(0), FOLD_64(64),
                                           FOLD_64(128), FOLD_64(192)};
    return folded[c];
}

static inline uint64_t wsclose_spelling_mix(uint64_t hash, uint64_t letters) {
    hash = (hash ^ letters) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

/* Eight letters at a time. Texts that have one hash with one seed have not with
   another: each product depends on all that came before. */
static inline uint32_t wsclose_spelling_hash(const char *text, size_t len,
                                             uint32_t seed) {
    uint64_t hash = wsclose_spelling_mix(seed, 1), letters = 0;
    unsigned bits = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = wsclose_fold((unsigned char)text[i]);
        if (!c)
            continue;
        letters |= (uint64_t)c << bits;
        bits += 8;
        if (bits == 64) {
            hash = wsclose_spelling_mix(hash, letters);
            letters = bits = 0;
        }
    }
    return (uint32_t)wsclose_spelling_mix(hash, letters);
}

#endif
