#include "command/arrival.h"

#include <string.h>
#include <unistd.h>

#include "base/clock.h"

static int fetch_document(const struct options *options,
                          const struct cache *cache, long long deadline_ms,
                          struct report *report, struct arrival *ret) {
    const char *url = options->url ? options->url : IANA_URL;
    struct fetch_request request = {.url = url,
                                    .cacert = options->cacert,
                                    .max_size = options->max_size,
                                    .max_ms = deadline_ms - clock_ms(),
                                    .meter = !options->quiet &&
                                             isatty(STDERR_FILENO)};
    if (cache && cache->url && strcmp(cache->url, url) == 0) {
        request.etag = cache->etag;
        request.last_modified = cache->last_modified;
    }
    ret->is_fetched = true;
    int result = fetch(&request, report, &ret->response);
    ret->document = (struct file){url, ret->response.bytes, ret->response.len};
    return result;
}

int arrival_get(const struct options *options, const struct cache *cache,
                long long deadline_ms, struct report *report,
                struct arrival *ret) {
    arrival_free(ret);
    return options->from
               ? file_read(options->from, options->max_size, report,
                           &ret->document)
               : fetch_document(options, cache, deadline_ms, report, ret);
}

void arrival_free(struct arrival *arrival) {
    if (arrival->is_fetched)
        fetch_response_free(&arrival->response);
    else
        file_free(&arrival->document);
    *arrival = (struct arrival){0};
}
