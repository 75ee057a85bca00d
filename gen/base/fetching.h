/* SPDX-License-Identifier: MIT */
/*
 * How wsclose-gen has wsclose-gen-fetch get a document: what is asked, what
 * comes, and how the two programs tell each other.
 *
 * The request is the arguments, in the order of enum fetch_argument; "" is
 * what is not asked for. Standard input is a pipe that ends with wsclose-gen;
 * FETCH_METER_FD is a terminal if there is to be a meter. The answer, on
 * standard output, is FETCH_ANSWER, lines of "key value", an empty line, and
 * the document's bytes. The exit code is one of wsclose-gen's.
 */
#ifndef GEN_FETCHING_H
#define GEN_FETCHING_H

#include <stdbool.h>
#include <stddef.h>

#define FETCH_ANSWER "wsclose-gen-fetch answers\n"

enum fetch_argument {
    FETCH_PROGRAM,
    FETCH_VERSION, /* of wsclose-gen */
    FETCH_URL,
    FETCH_MAX_SIZE,
    FETCH_MAX_MS,
    FETCH_CACERT,
    FETCH_ETAG,
    FETCH_LAST_MODIFIED,
    FETCH_METER, /* "meter" */
    FETCH_ARGUMENTS
};

enum { FETCH_METER_FD = 3 };

/* What wsclose-gen asks for as NULL reaches wsclose-gen-fetch as "". */
struct fetch_request {
    const char *url;
    const char *etag, *last_modified; /* NULL: do not ask for changes alone */
    const char *cacert;               /* NULL: the environment's, or curl's */
    size_t max_size;                  /* of the decoded document, in bytes */
    long long max_ms;                 /* for everything, retries too */
    bool meter;                       /* show progress on standard error */
};

#endif
