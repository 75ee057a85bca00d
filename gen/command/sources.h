/* SPDX-License-Identifier: MIT */
/* The files that a data folder holds. */
#ifndef GEN_SOURCES_H
#define GEN_SOURCES_H

#include <stdbool.h>

#include "base/memory.h"
#include "base/report.h"
#include "io/file.h"
#include "io/output.h"
#include "model/model.h"

struct files {
    struct file *list;
    size_t count;
};

struct sources {
    struct arena arena; /* of the paths */
    const char *folder;
    struct file snapshot, semantics;
    struct file installed;  /* the installed snapshot, if there is no other */
    bool no_applications;   /* they are not asked for */
    struct files languages; /* English first, then by tag */
    struct files applications, private_files;
};

/* Reads the snapshot of a folder, or the file named in place of it, and
   semantics.xml, languages/ and applications/, each from where data_part()
   finds it. The folder is data_folder()'s; there may be no applications. A
   snapshot that is missing is an error if it is needed. */
int sources_read(const char *folder, const char *snapshot, bool needs_snapshot,
                 struct report *report, struct sources *ret);
/* Reads the private files too, of max_size bytes each at most. */
int sources_read_private(struct sources *sources, const char *const *paths,
                         size_t count, size_t max_size, struct report *report);

/* Reads semantics, languages and applications into a model that has its
   registered rows. */
int sources_join(const struct sources *sources, struct report *report,
                 struct model *model);

/* Reads the snapshot and all that joins it, the private files too, into an
   empty model, which is whole then. */
int sources_model(const struct sources *sources, struct report *report,
                  struct model *ret);

/* Calls visit with the path of each file beside the snapshot. */
void sources_visit(const struct sources *sources,
                   void (*visit)(void *data, const char *path), void *data);

/* Keeps those files from being written. */
void sources_keep(const struct sources *sources, struct outputs *outputs);

void sources_free(struct sources *sources);

#endif
