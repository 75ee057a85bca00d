/*
 * What a sync or diff has to tell: for people, for a pull request, for
 * programs.
 */
#ifndef GEN_SUMMARY_H
#define GEN_SUMMARY_H

#include <stdio.h>

#include "change.h"
#include "model.h"

struct summary {
    const char *result;    /* "unchanged", "updated", "refused" */
    const char *from, *to; /* dates; from NULL: nothing was held */
    const struct changes *changes;
    unsigned *wanting; /* codes that semantics.xml says nothing of */
    size_t wanting_count;
};

/* Finds the codes of the model that are wanting, in the model's arena: those
   that semantics.xml says nothing of, and those that ret's changes rename. */
void summary_find_wanting(struct model *model, struct summary *ret);

/* Drops those that no change gives a new meaning. */
void summary_limit_wanting(struct summary *summary);

void summary_text(const struct summary *summary, FILE *out);

/* Text from outside stands in code spans alone, where it can make no link,
   mention, HTML or block. */
void summary_markdown(const struct summary *summary, FILE *out);

void summary_json(const struct summary *summary, FILE *out);

#endif
