/* SPDX-License-Identifier: MIT */
/* One attempt to get the document. */
#ifndef GEN_TRANSFER_H
#define GEN_TRANSFER_H

#include <curl/curl.h>

#include "base/fetching.h"
#include "base/memory.h"
#include "fetch/headers.h"
#include "fetch/meter.h"

struct transfer {
    const struct fetch_request *request;
    struct meter meter;
    CURL *curl;
    CURLM *multi;
    struct curl_slist *sent; /* headers */
    char error[CURL_ERROR_SIZE];
    struct headers headers;
    char *bytes; /* NUL behind them */
    size_t len, head_len;
    bool too_large;
    bool conditional;  /* a validator was sent */
    bool not_modified; /* it still holds */
};

enum outcome {
    OUTCOME_DONE,
    OUTCOME_FAILED,  /* for good */
    OUTCOME_PASSING, /* the next attempt may do better */
    OUTCOME_CUT,     /* so may the next, but some servers always end so */
    OUTCOME_OFFLINE, /* this machine has no network, yet */
    OUTCOME_NO_FILE  /* the certificate authorities cannot be read */
};

void transfer_open(struct transfer *transfer,
                   const struct fetch_request *request);
void transfer_close(struct transfer *transfer);

/* *why, in the arena, is set unless it is done. */
enum outcome transfer_attempt(struct transfer *transfer, long long left_ms,
                              struct arena *arena, const char **why);

/* The seconds that the server asks to wait, or 0. */
long long transfer_retry_after(struct transfer *transfer);

/* The URL that answered, to be freed. */
char *transfer_url(struct transfer *transfer);

#endif
