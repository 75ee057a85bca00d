/*
 * One reading of a document, shared by who reads the document and who reads a
 * record of it.
 */
#ifndef GEN_READING_H
#define GEN_READING_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "read/document.h"

struct reading {
    const struct file *file;
    enum document_origin origin; /* of document_read() */
    struct report *report;
    struct model *model;
    xmlHashTable *people; /* id -> name, once: many may refer to it */
    const char *codes;    /* what follows a refused value; NULL: nothing */
};

/* Is this an element of IANA's namespace with this name? */
bool reading_is(const xmlNode *node, const char *name);

/* An attribute in no namespace; NULL if there is none. */
char *reading_attribute(struct reading *reading, const xmlNode *element,
                        const char *name);

/* A node's text, white space collapsed. */
char *reading_content(struct reading *reading, const xmlNode *node);

/* An element's text with its references spelled out, white space collapsed,
   checked; what names it in messages. */
int reading_text(struct reading *reading, const xmlNode *element,
                 const char *what, char **ret);

/* The <xref> children of an element. */
int reading_references(struct reading *reading, const xmlNode *parent,
                       struct reference **ret, size_t *count);

/* Fills people from the <people> of a document. */
void reading_index_people(struct reading *reading, const xmlNode *root);

/* What a <record> says in IANA's schema; its kind is that of its description.
 */
int reading_row(struct reading *reading, const xmlNode *record,
                struct row *ret);

/* The symbol and the former symbols that are recorded in our namespace. */
void reading_symbols(struct reading *reading, const xmlNode *record,
                     struct row *row);

/* Adds the <record> to the model's rows, the <range> to its policies. */
int reading_record(struct reading *reading, const xmlNode *record);
int reading_policy(struct reading *reading, const xmlNode *range);

#endif
