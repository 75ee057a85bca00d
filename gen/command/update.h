/* SPDX-License-Identifier: MIT */
/* Taking a document of IANA's as the new snapshot. */
#ifndef GEN_UPDATE_H
#define GEN_UPDATE_H

#include "base/report.h"
#include "command/sources.h"
#include "judge/change.h"
#include "judge/policy.h"

struct sync {
    struct model current, model; /* model: of the document */
    struct model
        installed; /* where there is no current one: the installed one */
    struct changes changes;
    bool is_read;   /* the document */
    bool is_joined; /* the document, refused, with semantics.xml */
    bool changed;   /* the rows differ, or there was no current one */
};

/* Reads the current snapshot, if there is one. */
int sync_read_current(const struct sources *sources, struct report *report,
                      struct sync *ret);

/* Reads the document, compares it with the current one, judges the changes, and
   completes the model that is to be: symbols already given are kept, but the
   source is the caller's to set. After GEN_BAD_DOCUMENT it may be called again
   with another document. */
int sync_compare(const struct file *document, const struct sources *sources,
                 const struct policy_overrides *overrides,
                 struct report *report, struct sync *ret);

/* Completes the current one: there is no newer document. */
int sync_keep(const struct sources *sources, struct report *report,
              struct sync *ret);

/* The model that is current after the sync. */
struct model *sync_model(struct sync *sync);

void sync_free(struct sync *sync);

#endif
