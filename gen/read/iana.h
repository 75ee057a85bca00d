/* SPDX-License-Identifier: MIT */
/* The elements of IANA's schema that stand in documents and private files. */
#ifndef GEN_IANA_H
#define GEN_IANA_H

#include "read/parse.h"

/* Is it the <registry> with this id? */
bool iana_is_registry(struct parse *parse, const xmlNode *element,
                      const char *wanted);

/* The registry of close codes: the root or one of its children; NULL if there
   is none. A second one is an error. */
const xmlNode *iana_close_codes(struct parse *parse, const xmlNode *root);

/* An element's text with its references spelled out, white space collapsed,
   checked; what names it in messages. "" after an error. */
char *iana_text(struct parse *parse, const xmlNode *element, const char *what);

/* The <xref> children of an element. */
void iana_references(struct parse *parse, const xmlNode *parent,
                     struct reference **ret, size_t *count);

/* Fills people from the <people> of a document. */
void iana_index_people(struct parse *parse, const xmlNode *root);

/* What a <record> says in IANA's schema, with the symbol and the former symbols
   that are recorded in our namespace; its kind is that of its description. */
struct row iana_row(struct parse *parse, const xmlNode *record);

/* Adds a <range> to the model's policies. */
void iana_policy(struct parse *parse, const xmlNode *range);

#endif
