/*
 * How a name is compared: without case, blanks and hyphens as underscores.
 * The generator fills the hash table of names with the function below and the
 * library reads it with the same one.
 */
#ifndef WSCLOSE_SPELLING_H
#define WSCLOSE_SPELLING_H

#include <stddef.h>
#include <stdint.h>

static inline unsigned char wsclose_fold(unsigned char c) {
    if (c >= 'a' && c <= 'z')
        return (unsigned char)(c - 'a' + 'A');
    return c == ' ' || c == '-' ? '_' : c;
}

/* FNV-1a over the folded bytes. */
static inline uint32_t wsclose_spelling_hash(const char *text, size_t len) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ wsclose_fold((unsigned char)text[i])) * 16777619u;
    return hash ^ hash >> 15;
}

#endif
