/* SPDX-License-Identifier: MIT */
/*
 * What changed between two registries, row by row and by meaning: the order of
 * records, white space and other registries are none of it.
 */
#ifndef GEN_CHANGE_H
#define GEN_CHANGE_H

#include "model/model.h"

enum change_kind {
    CHANGE_ADDED,   /* a code was registered or reserved */
    CHANGE_REMOVED, /* a code lost its registration or reservation */
    CHANGE_RENAMED, /* a row has another description */
    CHANGE_STATUS,  /* reserved became assigned, or a policy changed */
    CHANGE_SPLIT,   /* codes that nobody has are cut into other ranges */
    CHANGE_REFERENCES,
    CHANGE_CONTACT,
    CHANGE_DATES
};

struct change {
    enum change_kind kind;
    unsigned first, last;
    enum kind from, to;         /* of the rows; alike for a policy */
    const char *before, *after; /* NULL: nothing */
};

struct changes {
    struct arena arena;
    struct change *list; /* by code; policies last */
    size_t count;
};

/* The change at begin with those behind it that say the same of the codes that
   follow; *end is the index behind them. */
struct change change_run(const struct changes *changes, size_t begin,
                         size_t *end);

/* Its codes: "3000" or "3000-3999". */
void change_codes(const struct change *change, char ret[32]);

/* "added", "removed", ... */
const char *change_kind_name(enum change_kind kind);

/* The part of the version that the changes call for: "none", "patch",
   "minor". */
const char *changes_bump(const struct changes *changes);

/* current may be empty: then every named row is added. */
void changes_find(const struct model *current, const struct model *model,
                  struct changes *ret);
void changes_free(struct changes *changes);

#endif
