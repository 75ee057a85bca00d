/* SPDX-License-Identifier: MIT */
/* Getting a document over https, by the program that can: wsclose-gen holds no
   socket. */
#ifndef GEN_FETCH_H
#define GEN_FETCH_H

#include "base/fetching.h"
#include "base/memory.h"
#include "base/report.h"

struct fetch_response {
    struct arena arena; /* of all that follows, but for the bytes */
    bool not_modified;
    char *bytes; /* NUL behind them; NULL if not modified */
    size_t len;
    const char *url; /* that answered, after redirects; visible ASCII alone */
    const char *etag, *last_modified; /* NULL: none, or no good one */
};

/* GEN_UPSTREAM if the document could not be had, GEN_FILE if the file of
   certificate authorities cannot be read or the program is not there, GEN_USAGE
   if the URL is not to be asked. */
int fetch(const struct fetch_request *request, struct report *report,
          struct fetch_response *ret);
void fetch_response_free(struct fetch_response *response);

#endif
