/* SPDX-License-Identifier: MIT */
/* Writing XML and HTML with libxml2's writer, into a stream. */
#ifndef GEN_MARKUP_H
#define GEN_MARKUP_H

#include <stddef.h>

#include <libxml/xmlwriter.h>

#include "base/stream.h"

/* What a character of a text or an attribute becomes; NULL: it stays. */
const char *markup_escaped(char c);

/* Writes a text, or what is in an attribute, of len bytes. */
void markup_put(struct stream *out, const char *text, size_t len);

struct markup {
    xmlTextWriter *writer;
};

void markup_open(struct markup *markup, struct stream *out);
void markup_close(struct markup *markup);

/* The writer's calls fail for want of memory alone. */
void markup_must(int written);

void markup_start(struct markup *markup, const char *name);
void markup_attribute(struct markup *markup, const char *name,
                      const char *text);
void markup_text(struct markup *markup, const char *text);

/* Ends an element, an empty one as <name/>. */
void markup_end(struct markup *markup);

/* An element that holds a text alone, if that is empty <name></name>. */
void markup_element(struct markup *markup, const char *name, const char *text);

#endif
