/* SPDX-License-Identifier: MIT */
/* IANA's document as it arrives at a sync: from a file, or fetched. */
#ifndef GEN_ARRIVAL_H
#define GEN_ARRIVAL_H

#include <stdbool.h>

#include "base/report.h"
#include "command/options.h"
#include "io/cache.h"
#include "io/fetch.h"
#include "io/file.h"

#define IANA_URL "https://www.iana.org/assignments/websocket/websocket.xml"

struct arrival {
    struct file document; /* its path is the URL that was asked, or the file;
                             bytes NULL: the server has nothing newer */
    bool is_fetched;
    struct fetch_response response; /* of a fetched one */
};

/* Reads the file that the options name, or fetches: with the cache's validators
   where there is a cache, the whole document where that is NULL. The time is up
   at deadline_ms of clock_ms(). What ret had is freed. */
int arrival_get(const struct options *options, const struct cache *cache,
                long long deadline_ms, struct report *report,
                struct arrival *ret);
void arrival_free(struct arrival *arrival);

#endif
