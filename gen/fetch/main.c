/* SPDX-License-Identifier: MIT */
/* wsclose-gen-fetch: gets one document over https for wsclose-gen, as
   base/fetching.h says. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fetching.h"
#include "base/report.h"
#include "fetch/attempts.h"
#include "fetch/url.h"

enum { MAX_URL = 1000 /* of the one that answered: the snapshot records it */ };

static int refuse(int result, const char *text, const char *more) {
    printf(FETCH_ANSWER "error %s%s\n\n", text, more);
    return result;
}

static int answer(const struct transfer *transfer, const char *url) {
    if (strlen(url) > MAX_URL)
        return refuse(GEN_UPSTREAM, "was answered from a URL that is too long",
                      "; nothing was changed");
    printf(FETCH_ANSWER "url %s\n", url);
    if (transfer->headers.etag)
        printf("etag %s\n", transfer->headers.etag);
    if (transfer->headers.last_modified)
        printf("last-modified %s\n", transfer->headers.last_modified);
    putchar('\n');
    if (!transfer->not_modified)
        fwrite(transfer->bytes, 1, transfer->len, stdout);
    return GEN_OK;
}

static int get(const struct fetch_request *request) {
    struct transfer transfer = {
        .meter.out = request->meter ? fdopen(FETCH_METER_FD, "w") : NULL};
    struct arena arena = {0};
    const char *why = NULL;
    int result;
    transfer_open(&transfer, request);
    enum outcome outcome = attempts(&transfer, &arena, &why);
    if (outcome == OUTCOME_DONE) {
        char *url = transfer_url(&transfer);
        result = answer(&transfer, url);
        free(url);
    } else {
        result = refuse(outcome == OUTCOME_NO_FILE ? GEN_FILE : GEN_UPSTREAM,
                        "cannot be fetched: ",
                        arena_printf(&arena, "%s; nothing was changed", why));
    }
    transfer_close(&transfer);
    arena_free(&arena);
    return result;
}

static int run(char **argv) {
    const struct fetch_request request = {
        .url = argv[FETCH_URL],
        .etag = argv[FETCH_ETAG],
        .last_modified = argv[FETCH_LAST_MODIFIED],
        .cacert = argv[FETCH_CACERT],
        .max_size = strtoul(argv[FETCH_MAX_SIZE], NULL, 10),
        .max_ms = strtoll(argv[FETCH_MAX_MS], NULL, 10),
        .meter = *argv[FETCH_METER]};
    if (url_has_credentials(request.url))
        return refuse(GEN_USAGE,
                      "--url takes no user name or password: it is recorded "
                      "for everybody to read",
                      "");
    return get(&request);
}

int main(int argc, char **argv) {
    if (argc != FETCH_ARGUMENTS ||
        strcmp(argv[FETCH_VERSION], WSCLOSE_GEN_VERSION) != 0) {
        fputs("this wsclose-gen-fetch is of " WSCLOSE_GEN_VERSION
              ", and is run by the wsclose-gen of that version\n",
              stderr);
        return -GEN_USAGE;
    }
    int result = run(argv);
    return fflush(stdout) == 0 ? -result : -GEN_FILE;
}
