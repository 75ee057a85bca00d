/* SPDX-License-Identifier: MIT */
/* What the heads of responses say: the validators. */
#ifndef GEN_HEADERS_H
#define GEN_HEADERS_H

#include <stdbool.h>
#include <stddef.h>

/* NULL: none, or no good one. */
struct headers {
    char *etag, *last_modified;
};

/* A line of the head. The first one of a new response makes those of the one
   before it forgotten: they are not its own. */
void headers_add(struct headers *headers, const char *line, size_t len);
void headers_free(struct headers *headers);

/* A validator goes back to the server in a header: it may hold nothing that a
   header may not. */
bool headers_is_date(const char *value);
bool headers_is_etag(const char *value); /* "..." or W/"..." */

#endif
