/* SPDX-License-Identifier: MIT */
/*
 * What a sync or diff has to tell: for people, for a pull request, for
 * programs.
 */
#ifndef GEN_SUMMARY_H
#define GEN_SUMMARY_H

#include "base/stream.h"
#include "judge/change.h"
#include "model/model.h"

struct summary {
    const char *result;    /* "unchanged", "updated", "refused" */
    const char *from, *to; /* dates; from NULL: there was no current one */
    const struct changes *changes;
    const struct report
        *reported;     /* errors are why it is refused; NULL: none */
    unsigned *wanting; /* codes that semantics.xml says nothing of */
    size_t wanting_count;
};

/* Finds the codes of the model that are wanting, in the model's arena: those
   that semantics.xml says nothing of, or says it of another registration. */
void summary_find_wanting(struct model *model, struct summary *ret);

/* Drops those that no change gives a new meaning. */
void summary_limit_wanting(struct summary *summary);

/* What is wanted of a code. */
const char *summary_wanting_text(unsigned code);

/* The wanting codes at begin and those behind it that follow and want the same:
   only first and last are set; *end is the index behind them. */
struct change summary_wanting_run(const struct summary *summary, size_t begin,
                                  size_t *end);

void summary_text(const struct summary *summary, struct stream *out);

/* Text from outside stands in code spans alone, where it can make no link,
   mention, HTML or block. At most 60,000 bytes: a pull request takes 65,536
   characters. */
void summary_markdown(const struct summary *summary, struct stream *out);

void summary_json(const struct summary *summary, struct stream *out);

#endif
