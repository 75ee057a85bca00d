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

static const char *skip(const char *name) {
    while (!wsclose_fold((unsigned char)*name))
        name++;
    return name;
}

/* How far both are written alike, as most are. */
static size_t alike(const char *name, const char *text, size_t len) {
    size_t i = 0;
    while (i < len && name[i] &&
           wsclose_fold((unsigned char)name[i]) ==
               wsclose_fold((unsigned char)text[i]))
        i++;
    return i;
}

static bool spells(const char *name, const char *text, size_t len) {
    size_t same = alike(name, text, len);
    name += same;
    for (size_t i = same; i < len; i++) {
        unsigned char c = wsclose_fold((unsigned char)text[i]);
        if (!c)
            continue;
        name = skip(name);
        if (!*name || wsclose_fold((unsigned char)*name) != c)
            return false;
        name++;
    }
    return !*skip(name);
}

static int find(const char *text, size_t len) {
    size_t at = wsclose_spelling_hash(text, len, SEED) & (SLOT_COUNT - 1);
    for (; slots[at].code; at = (at + 1) & (SLOT_COUNT - 1))
        if (spells(wsclose_name_at(slots[at].name), text, len))
            return slots[at].code;
    return -1;
}

/* How much of a text is the prefix WSCLOSE; 0 if it does not begin so. */
static size_t prefix_of(const char *text, size_t len) {
    const char *prefix = "WSCLOSE";
    for (size_t i = 0; i < len; i++) {
        unsigned char c = wsclose_fold((unsigned char)text[i]);
        if (!c)
            continue;
        if (c != (unsigned char)*prefix)
            return 0;
        if (!*++prefix)
            return i + 1;
    }
    return 0;
}

int wsclose_from_name(const char *text, size_t len) {
    int code = find(text, len);
    size_t prefix = code < 0 ? prefix_of(text, len) : 0;
    return prefix ? find(text + prefix, len - prefix) : code;
}
