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
#define SLOTS(count) SLOT_COUNT = count
#include "spellings.inc"
};

/* Symbols and former symbols went in first, then names, each in the order of
   their codes; what was there already stayed. */
static const struct slot slots[SLOT_COUNT + 1] = {
#define SLOT(index, member, code)                                              \
    [index] = {offsetof(struct wsclose_names, member), code},
#include "spellings.inc"
    [SLOT_COUNT] = {0, 0}, /* so that an empty registry has an element */
};

_Static_assert((SLOT_COUNT & (SLOT_COUNT - 1)) == 0,
               "the number of slots is a power of two");

static bool spells(const char *name, const char *text, size_t len) {
    for (size_t i = 0; i < len; i++)
        if (!name[i] || wsclose_fold((unsigned char)name[i]) !=
                            wsclose_fold((unsigned char)text[i]))
            return false;
    return !name[len];
}

static int find(const char *text, size_t len) {
    size_t at = wsclose_spelling_hash(text, len) & (SLOT_COUNT - 1);
    for (; slots[at].code; at = (at + 1) & (SLOT_COUNT - 1))
        if (spells(wsclose_name_at(slots[at].name), text, len))
            return slots[at].code;
    return -1;
}

int wsclose_from_name(const char *text, size_t len) {
    static const char prefix[] = "WSCLOSE_";
    const size_t prefix_len = sizeof prefix - 1;

    int code = find(text, len);
    if (code < 0 && len > prefix_len) {
        for (size_t i = 0; i < prefix_len; i++)
            if (wsclose_fold((unsigned char)text[i]) !=
                (unsigned char)prefix[i])
                return -1;
        code = find(text + prefix_len, len - prefix_len);
    }
    return code;
}
