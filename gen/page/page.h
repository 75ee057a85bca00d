/* SPDX-License-Identifier: MIT */
/* The pages, one file each. As an emitter, a page reads the model and writes a
   whole file to out; errors of out are its owner's to see. */
#ifndef GEN_PAGE_H
#define GEN_PAGE_H

#include "base/stream.h"
#include "model/model.h"

/* close-codes.html: to be read in a browser. */
void page_html(const struct model *model, struct stream *out);

/* close-codes.md: to be read as text. */
void page_markdown(const struct model *model, struct stream *out);

#endif
