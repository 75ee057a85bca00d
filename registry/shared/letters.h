/* SPDX-License-Identifier: MIT */
/*
 * Names letter by letter, as spelling.h folds them: what the generator and the
 * command compare where there is no hash table of them.
 */
#ifndef SHARED_LETTERS_H
#define SHARED_LETTERS_H

#include <stdbool.h>

#include "shared/spelling.h"

/* The next character that counts; 0 at the end. */
static inline unsigned char letters_next(const char **at) {
    unsigned char c = 0;
    while (!c && **at)
        c = wsclose_fold((unsigned char)*(*at)++);
    return c;
}

static inline bool letters_are_same(const char *a, const char *b) {
    unsigned char left, right;
    do {
        left = letters_next(&a);
        right = letters_next(&b);
    } while (left && left == right);
    return left == right;
}

/* Digits alone are a code and no name of another. */
static inline bool letters_are_name(const char *text) {
    unsigned char c;
    while ((c = letters_next(&text)))
        if (c < '0' || c > '9')
            return true;
    return false;
}

#endif
