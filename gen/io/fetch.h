/* Getting a document over https. */
#ifndef GEN_FETCH_H
#define GEN_FETCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/report.h"

struct fetch_request {
    const char *url;
    const char *etag, *last_modified; /* NULL: do not ask for changes alone */
    const char *cacert;               /* NULL: the environment's, or curl's */
    size_t max_size;                  /* of the decoded document, in bytes */
    long max_seconds;                 /* for everything, retries too */
    bool meter;                       /* show progress on standard error */
};

struct fetch_response {
    bool not_modified;
    char *bytes; /* NUL behind them; NULL if not modified */
    size_t len;
    char *url; /* that answered, after redirects; visible ASCII alone */
    char *etag, *last_modified; /* NULL: the server gave none, or no good one */
};

/* GEN_UPSTREAM if the document could not be had, GEN_FILE if the file of
   certificate authorities cannot be read. */
int fetch(const struct fetch_request *request, struct report *report,
          struct fetch_response *ret);
void fetch_response_free(struct fetch_response *response);

#endif
