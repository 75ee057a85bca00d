/* SPDX-License-Identifier: MIT */
#include "command/arrival.h"

#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/clock.h"

/* Does the text begin with the word, in whatever case? */
static bool begins(const char *text, const char *word) {
    return strncasecmp(text, word, strlen(word)) == 0;
}

/* Past a byte order mark, an XML declaration and comments. */
static const char *first_markup(const char *text) {
    if (begins(text, "\xef\xbb\xbf"))
        text += 3;
    for (;;) {
        text += strspn(text, " \t\r\n");
        const char *end = begins(text, "<?")     ? strstr(text, "?>")
                          : begins(text, "<!--") ? strstr(text, "->")
                                                 : NULL;
        if (!end)
            return text;
        text = end + 2;
    }
}

/* What came in place of the document is told as what it looks like: where it is
   fetched, a network that wants people to sign in sends it, or a proxy. */
static int check_kind(const struct arrival *arrival, struct report *report) {
    const struct file *document = &arrival->document;
    if (!document->bytes)
        return GEN_OK;
    if (begins(document->bytes, "\x1f\x8b"))
        return report_error(
            report, GEN_BAD_DOCUMENT, document->path, 0,
            arrival->is_fetched
                ? "is compressed with gzip, and no header says so: look "
                  "whether a proxy did this, or unpack it and give it with "
                  "--from FILE"
                : "is compressed with gzip; unpack it first");
    const char *markup = first_markup(document->bytes);
    if (begins(markup, "<!doctype html") || begins(markup, "<html"))
        return report_error(
            report, GEN_BAD_DOCUMENT, document->path, 0,
            arrival->is_fetched
                ? "is an HTML page: look in a browser whether this network or "
                  "a proxy wants you to sign in, and whether the URL is right"
                : "is an HTML page; save IANA's websocket.xml itself");
    return GEN_OK;
}

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
    int result = options->from
                     ? file_read(options->from, options->max_size, report,
                                 &ret->document)
                     : fetch_document(options, cache, deadline_ms, report, ret);
    return result < 0 ? result : check_kind(ret, report);
}

void arrival_free(struct arrival *arrival) {
    if (arrival->is_fetched)
        fetch_response_free(&arrival->response);
    else
        file_free(&arrival->document);
    *arrival = (struct arrival){0};
}
