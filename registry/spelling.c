/* SPDX-License-Identifier: MIT */
/* From a name to its code: a hash table that the generator has filled. */
#include <stdbool.h>

#include <wsclose.h>

#include "names.h"
#include "shared/spelling.h"

/* Code 0, which has no name, is an empty slot. */
struct slot {
    wsclose_name_offset name;
    uint16_t code;
};

enum {
#define SLOTS(count, seed) SLOT_COUNT = (count), SEED = (seed)
#include "spellings.inc"
};

/* Symbols went in first, then former symbols, names, registered texts and
   spellings, each in the order of their codes; what was there already stayed.
 */
static const struct slot slots[SLOT_COUNT + 1] = {
#define SLOT(index, member, code)                                              \
    [index] = {offsetof(struct wsclose_names, member), code},
#include "spellings.inc"
    [SLOT_COUNT] = {0, 0}, /* so that an empty registry has an element */
};

_Static_assert((SLOT_COUNT & (SLOT_COUNT - 1)) == 0,
               "the number of slots is a power of two");

/* The next letter that counts; 0 at the end. */
static unsigned char next(const char *text, size_t len, size_t *at) {
    unsigned char c = 0;
    while (!c && *at < len)
        c = wsclose_fold((unsigned char)text[(*at)++]);
    return c;
}

/* Whether a text begins so; at becomes where it goes on. Inline, as most of a
   look-up is spent here. */
static inline bool begins(const char *text, size_t len, size_t *at,
                          const char *name) {
    for (; *name; name++) {
        unsigned char c = wsclose_fold((unsigned char)*name);
        if (*at < len && wsclose_fold((unsigned char)text[*at]) == c)
            ++*at;
        else if (c && next(text, len, at) != c)
            return false;
    }
    return true;
}

static bool is_spelt(const char *text, size_t len, const char *name) {
    size_t at = 0;
    return begins(text, len, &at, name) && !next(text, len, &at);
}

static int find(const char *text, size_t len) {
    size_t at = wsclose_spelling_hash(text, len, SEED) & (SLOT_COUNT - 1);
    for (; slots[at].code; at = (at + 1) & (SLOT_COUNT - 1))
        if (is_spelt(text, len, wsclose_name_at(slots[at].name)))
            return slots[at].code;
    return -1;
}

int wsclose_from_name(const char *text, size_t len) {
    int code = find(text, len);
    size_t prefix = 0;
    if (code >= 0 || !begins(text, len, &prefix, "WSCLOSE"))
        return code;
    return find(text + prefix, len - prefix);
}
