/* SPDX-License-Identifier: MIT */
/*
 * A document from outside as a tree, or not at all: no DOCTYPE, no entities,
 * nothing fetched, UTF-8 alone, bounded depth, and any error of the parser a
 * refusal.
 */
#ifndef GEN_XML_H
#define GEN_XML_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/memory.h"
#include "base/report.h"
#include "io/file.h"

#define IANA_NAMESPACE "http://www.iana.org/assignments"
#define IANA_CLOSE_CODES "close-code-number" /* the id of the registry */

/* The namespace of what IANA's schema has no place for. */
#define XML_OWN_NAMESPACE "urn:wsclose:1"

int xml_parse(const struct file *file, struct report *report, xmlDocPtr *ret);

/* Is this an element of our namespace, of IANA's, with this name? */
bool xml_is_own(const xmlNode *node, const char *name);
bool xml_is_iana(const xmlNode *node, const char *name);

/* The element children of a node, one after the other; NULL at the end. */
xmlNode *xml_first_element(const xmlNode *parent);
xmlNode *xml_next_element(const xmlNode *element);

/* All text in a node, white space collapsed, in the arena. */
char *xml_content(struct arena *arena, const xmlNode *node);

/* An attribute's value (namespace_uri NULL: one in no namespace), white space
   collapsed, in the arena; NULL if there is none. */
char *xml_attribute(struct arena *arena, const xmlNode *element,
                    const char *namespace_uri, const char *name);

#endif
