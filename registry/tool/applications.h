/* SPDX-License-Identifier: MIT */
/* What applications mean by their codes: constant tables, whatever registry
   answers. */
#ifndef TOOL_APPLICATIONS_H
#define TOOL_APPLICATIONS_H

#include "options.h"
#include "registry.h"

struct application {
    const char *name; /* NULL behind the last of a list */
    const char *title;
    struct link source; /* with the application's page */
    const char *as_of;  /* YYYY-MM-DD */
};

/* In the order of their names. */
extern const struct application *const applications;

/* Fills in the applications of each row, in the language of the registry. */
void applications_join(struct registry *registry);

/* Takes all but the application that was asked for out of the rows, and that
   one too where the row has another status than was asked for. */
void applications_keep(struct registry *registry,
                       const struct options *options);

/* What is said of it in one of the tool's languages; NULL behind the last. */
const struct usage_texts *applications_texts(const struct usage *usage,
                                             size_t language);

/* The name, if it is one, or else the only one that begins so; NULL after a
   message. */
const char *applications_find(const char *beginning);

#endif
