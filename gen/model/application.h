/* SPDX-License-Identifier: MIT */
/* What one application or protocol means by close codes. */
#ifndef GEN_APPLICATION_H
#define GEN_APPLICATION_H

#include "model/model.h"

/* NULL: a private file may leave it out. */
struct application {
    const char *id; /* the name of its file */
    const char *title, *home, *source;
    const char *as_of;  /* the day that the source was read: YYYY-MM-DD */
    const char *prefix; /* of its symbols; NULL: none */
    const char *path;
    /* By code, a code before the range that it stands in; of semantics there
       are senders and reconnect. */
    struct row *rows;
    size_t row_count;
};

/* What applications mean by the codes of a row, one after the other. */
struct usage {
    const struct application *application;
    const struct row *row; /* the application's */
};

/* Goes on to the next, from {0} to the first; false: there is none. Where an
   application has a record of a code and one of a range around it, the code's
   counts. */
bool usage_next(const struct model *model, const struct row *row,
                struct usage *at);

#endif
