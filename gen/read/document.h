/* SPDX-License-Identifier: MIT */
/*
 * From a document in IANA's schema to the model: IANA's own, or the snapshot
 * of its close-code registry that sync writes.
 */
#ifndef GEN_DOCUMENT_H
#define GEN_DOCUMENT_H

#include <stdbool.h>

#include "base/report.h"
#include "io/file.h"
#include "model/model.h"

enum document_origin {
    DOCUMENT_FROM_IANA, /* may not use our namespace */
    DOCUMENT_SNAPSHOT,  /* has symbols, source and digest in our namespace */
    DOCUMENT_EITHER     /* whichever of the two it is */
};

/* Does it begin like one that sync has written? */
bool document_is_snapshot(const struct file *file);

/* Fills an empty model: its metadata, policy ranges and rows. */
int document_read(const struct file *file, enum document_origin origin,
                  struct report *report, struct model *ret);

#endif
