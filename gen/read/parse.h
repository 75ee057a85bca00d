/* SPDX-License-Identifier: MIT */
/*
 * The parse context of one file, which all readers of it share. The first
 * error stays in it, and whatever is asked for afterwards does nothing, so
 * that readers read straight on.
 */
#ifndef GEN_PARSE_H
#define GEN_PARSE_H

#include <stdbool.h>

#include <libxml/hash.h>

#include "io/file.h"
#include "model/model.h"
#include "read/xml.h"

struct parse {
    const struct file *file;
    struct report *report;
    struct model *model;
    const char *source;   /* of rules that name none; NULL: each must */
    const char *codes;    /* what follows a refused value; NULL: nothing */
    const char *foreign;  /* languages that were warned of; NULL: none */
    bool may_be_nameless; /* a record, with an empty description */
    xmlHashTable *people; /* id -> name, once: many may refer to it */
    xmlDoc *doc;
    const char *path; /* the file's, as long as the model lives */
    int result;
};

/* Parses the file of the context; its root, or NULL after an error. */
const xmlNode *parse_begin(struct parse *parse);

/* Frees what parse_begin() made; the result. */
int parse_end(struct parse *parse);

/* A bad document, at the node's line or at a line. The first counts. */
void parse_error(struct parse *parse, const xmlNode *node, const char *format,
                 ...) __attribute__((format(printf, 3, 4)));
void parse_error_at(struct parse *parse, long line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Refuses a text that text_refusal() refuses; what names it in the message. */
void parse_check_text(struct parse *parse, const xmlNode *node,
                      const char *what, const char *text);

/* An attribute in no namespace; NULL if there is none. */
char *parse_attribute(struct parse *parse, const xmlNode *element,
                      const char *name);

/* The same; one that is missing, empty or no acceptable text is an error, and
   "" then. */
const char *parse_required(struct parse *parse, const xmlNode *element,
                           const char *name);

/* A required attribute with one of the values of a vocabulary, the first of
   which is none; 0 after an error. */
unsigned parse_value(struct parse *parse, const xmlNode *element,
                     const char *name, const char *const *vocabulary);

/* Refuses a file that is not ID.xml. what tells whose id it is, attribute where
   it was read. */
void parse_check_file_name(struct parse *parse, const xmlNode *root,
                           const char *what, const char *id,
                           const char *attribute);

/* xml:lang; NULL, and an error, if there is none. */
const char *parse_language(struct parse *parse, const xmlNode *element);

/* Is the name in a list that NULL ends? */
bool parse_is_in(const char *name, const char *const *list);

/* Refuses attributes that are not allowed: names in no namespace, or
   "xml:lang". */
void parse_check_attributes(struct parse *parse, const xmlNode *element,
                            const char *const *allowed);

/* Refuses text, and child elements that are not of our namespace and allowed.
 */
void parse_check_children(struct parse *parse, const xmlNode *element,
                          const char *const *allowed);

/* The list for an element that has none. */
extern const char *const parse_nothing[];

#endif
