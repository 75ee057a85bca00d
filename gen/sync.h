/* Taking a document of IANA's as the new snapshot. */
#ifndef GEN_SYNC_H
#define GEN_SYNC_H

#include "change.h"
#include "generate.h"
#include "policy.h"
#include "report.h"

struct sync {
    struct model held, model; /* model: of the document */
    struct changes changes;
    bool changed; /* the rows differ, or nothing was held */
};

/* Reads the document and the held snapshot (whose bytes may be NULL: there is
   none yet), compares them, judges the changes, and completes the model that is
   to be: symbols already given are kept, but
   the source is the caller's to set. */
int sync_compare(const struct file *document, const struct sources *sources,
                 const struct policy_overrides *overrides,
                 struct report *report, struct sync *ret);

/* Reads the held snapshot alone: there is no newer document. */
int sync_keep(const struct sources *sources, struct report *report,
              struct sync *ret);

/* The model that holds after the sync. */
struct model *sync_model(struct sync *sync);

void sync_free(struct sync *sync);

#endif
