/*
 * Reading documents in our own namespace, where everything unknown is an error.
 */
#ifndef GEN_SCHEMA_H
#define GEN_SCHEMA_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "io/file.h"
#include "model/model.h"
#include "base/report.h"

struct schema_reader {
    const struct file *file;
    struct report *report;
    struct model *model;
    const char *source; /* of rules that name none; NULL: each must */
};

/* Is this an element of our namespace with this name? */
bool schema_is(const xmlNode *node, const char *name);

/* Is the name in a list that NULL ends? */
bool schema_is_in(const char *name, const char *const *list);

/* An attribute in no namespace; NULL if there is none. */
const char *schema_attribute(struct schema_reader *reader,
                             const xmlNode *element, const char *name);

/* The same; one that is missing, empty or no acceptable text is an error. */
int schema_required(struct schema_reader *reader, const xmlNode *element,
                    const char *name, const char **ret);

/* The names of a list that ends with NULL, for a sentence: "a, b and c". */
const char *schema_list(struct arena *arena, const char *const *names);

/* Refuses attributes that are not allowed: names in no namespace, or
   "xml:lang". */
int schema_check_attributes(struct schema_reader *reader,
                            const xmlNode *element, const char *const *allowed);

/* Refuses text, and child elements that are not of our namespace and allowed.
 */
int schema_check_children(struct schema_reader *reader, const xmlNode *element,
                          const char *const *allowed);

/* The list for an element that has no children. */
extern const char *const schema_nothing[];

#endif
