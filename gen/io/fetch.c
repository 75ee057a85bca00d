#include "io/fetch.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <curl/curl.h>

#include "base/clock.h"
#include "base/memory.h"
#include "io/meter.h"
#include "base/text.h"

enum {
    MAX_ATTEMPTS = 5,
    CONNECT_SECONDS = 20,
    LOW_SPEED_BYTES = 100, /* a second, for */
    LOW_SPEED_SECONDS = 20,
    MAX_PAUSE_MS = 60 * 1000,
    MIN_LEFT_MS = 500, /* or another attempt can only run out of time */
    MAX_VALIDATOR = 256,
    MAX_URL = 1000 /* of the one that answered: the snapshot records it */
};

/* One fetch: all its attempts, under one deadline. */
struct fetching {
    const struct fetch_request *request;
    struct fetch_response *response;
    CURL *curl;
    CURLcode code; /* of the last attempt */
    char error[CURL_ERROR_SIZE];
    struct meter meter;
    long long deadline_ms;
    bool too_large;
    bool conditional; /* a validator was sent */
};

static size_t on_body(char *bytes, size_t size, size_t count, void *data) {
    struct fetching *fetching = data;
    struct fetch_response *response = fetching->response;
    size_t len = size * count;
    if (len > fetching->request->max_size - response->len) {
        fetching->too_large = true;
        return 0;
    }
    response->bytes = memory_resize(response->bytes, response->len + len + 1);
    memcpy(response->bytes + response->len, bytes, len);
    response->len += len;
    response->bytes[response->len] = '\0';
    return len;
}

/* A validator goes back to the server in a header: it may hold nothing that a
   header may not. */
static bool is_validator(const char *value) {
    size_t len = strlen(value);
    for (size_t i = 0; i < len; i++)
        if (value[i] < ' ' || value[i] > '~')
            return false;
    return len && len <= MAX_VALIDATOR;
}

/* "..." or W/"..." */
static bool is_etag(const char *value) {
    const char *quoted = strncmp(value, "W/", 2) == 0 ? value + 2 : value;
    const char *end = *quoted == '"' ? strchr(quoted + 1, '"') : NULL;
    return is_validator(value) && end && !end[1];
}

static void keep_validator(const char *value, size_t len,
                           bool (*is_good)(const char *), char **ret) {
    free(*ret);
    *ret = memory_resize(NULL, len + 1);
    memcpy(*ret, value, len);
    (*ret)[len] = '\0';
    text_collapse(*ret);
    if (is_good(*ret))
        return;
    free(*ret);
    *ret = NULL;
}

static size_t on_header(char *bytes, size_t size, size_t count, void *data) {
    struct fetch_response *response = ((struct fetching *)data)->response;
    size_t len = size * count;
    static const char etag[] = "etag:", modified[] = "last-modified:";
    if (len > 5 && strncmp(bytes, "HTTP/", 5) == 0) {
        /* a new response: what one before it said is not its own */
        keep_validator("", 0, is_etag, &response->etag);
        keep_validator("", 0, is_validator, &response->last_modified);
    } else if (len > 5 && strncasecmp(bytes, etag, 5) == 0) {
        keep_validator(bytes + 5, len - 5, is_etag, &response->etag);
    } else if (len > 14 && strncasecmp(bytes, modified, 14) == 0) {
        keep_validator(bytes + 14, len - 14, is_validator,
                       &response->last_modified);
    }
    return len;
}

static int on_progress(void *data, curl_off_t total, curl_off_t now,
                       curl_off_t up_total, curl_off_t up_now) {
    (void)up_total, (void)up_now;
    meter_bytes(data, now, total);
    return 0;
}

static struct curl_slist *add_header(struct curl_slist *list, const char *name,
                                     const char *value) {
    struct arena arena = {0};
    struct curl_slist *longer =
        curl_slist_append(list, arena_printf(&arena, "%s: %s", name, value));
    arena_free(&arena);
    if (!longer)
        memory_exhausted();
    return longer;
}

static const char *ca_file(const struct fetch_request *request) {
    const char *file = request->cacert;
    if (!file)
        file = getenv("CURL_CA_BUNDLE");
    if (!file || !*file)
        file = getenv("SSL_CERT_FILE");
    return file && *file ? file : NULL;
}

static void configure(struct fetching *fetching, struct curl_slist *headers) {
    CURL *curl = fetching->curl;
    const char *ca = ca_file(fetching->request);
    curl_easy_setopt(curl, CURLOPT_URL, fetching->request->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, 3L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, (long)LOW_SPEED_BYTES);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, (long)LOW_SPEED_SECONDS);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
    /* else a name server that never answers is waited for at the end */
    curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L);
#endif
    curl_easy_setopt(curl, CURLOPT_USERAGENT,
                     "wsclose-gen/" WSCLOSE_GEN_VERSION);
    /* asks for no compression, but undoes what comes all the same */
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "identity");
    curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, fetching->error);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, fetching);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, fetching);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &fetching->meter);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS,
                     fetching->request->meter ? 0L : 1L);
    if (!ca)
        return;
    curl_easy_setopt(curl, CURLOPT_CAINFO, ca);
    curl_easy_setopt(curl, CURLOPT_CAPATH, NULL); /* these and no others */
}

static bool is_passing_code(CURLcode code) {
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_HTTP2:
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2_STREAM:
        return true;
    default:
        return false;
    }
}

static bool is_passing_status(long status) {
    return status == 408 || status == 429 || status == 500 || status == 502 ||
           status == 503 || status == 504;
}

/* How long to wait before the next attempt: what the server asks for, or
   exponential back-off with jitter. */
static long long pause_ms(struct fetching *fetching, unsigned attempt) {
    curl_off_t asked = 0;
    curl_easy_getinfo(fetching->curl, CURLINFO_RETRY_AFTER, &asked);
    if (asked > 0)
        return asked > MAX_PAUSE_MS / 1000 ? MAX_PAUSE_MS : asked * 1000;
    long long base = 500LL << attempt;
    return base + clock_ms() * 7919 % base;
}

static void forget_body(struct fetch_response *response) {
    free(response->bytes);
    response->bytes = NULL;
    response->len = 0;
}

enum outcome { OUTCOME_DONE, OUTCOME_PASSING, OUTCOME_FAILED };

static CURLcode perform(struct fetching *fetching) {
    long long left = fetching->deadline_ms - clock_ms();
    forget_body(fetching->response);
    fetching->error[0] = '\0';
    curl_easy_setopt(fetching->curl, CURLOPT_TIMEOUT_MS,
                     (long)(left > 1 ? left : 1));
    CURLcode code = curl_easy_perform(fetching->curl);
    text_make_printable(fetching->error);
    return code;
}

/* One attempt; *why is set unless it is done. */
static enum outcome attempt(struct fetching *fetching, struct arena *arena,
                            const char **why) {
    struct fetch_response *response = fetching->response;
    long status = 0;
    CURLcode code = fetching->code = perform(fetching);
    curl_easy_getinfo(fetching->curl, CURLINFO_RESPONSE_CODE, &status);
    if (fetching->too_large) {
        *why = arena_printf(arena,
                            "the document is over %zu bytes long; if it is "
                            "meant to be, raise the limit with --max-size",
                            fetching->request->max_size);
        return OUTCOME_FAILED;
    }
    if (code != CURLE_OK && code != CURLE_HTTP_RETURNED_ERROR) {
        *why = arena_printf(arena, "%s",
                            fetching->error[0] ? fetching->error
                                               : curl_easy_strerror(code));
        return is_passing_code(code) ? OUTCOME_PASSING : OUTCOME_FAILED;
    }
    if (status == 304 && fetching->conditional) {
        forget_body(response);
        response->not_modified = true;
        return OUTCOME_DONE;
    }
    if (status == 200 && response->len)
        return OUTCOME_DONE;
    *why = status == 200
               ? "the server answered with an empty document"
               : arena_printf(arena, "the server answered with HTTP status %ld",
                              status);
    return is_passing_status(status) ? OUTCOME_PASSING : OUTCOME_FAILED;
}

static int attempts(struct fetching *fetching, struct report *report) {
    struct arena arena = {0};
    const char *why = "the time was up";
    enum outcome outcome = OUTCOME_PASSING;
    for (unsigned i = 0; i < MAX_ATTEMPTS && outcome == OUTCOME_PASSING; i++) {
        if (i) {
            long long pause = pause_ms(fetching, i);
            if (clock_ms() + pause + MIN_LEFT_MS > fetching->deadline_ms)
                break;
            meter_wait(&fetching->meter, pause, why);
        }
        outcome = attempt(fetching, &arena, &why);
    }
    meter_end(&fetching->meter);
    int result = GEN_OK;
    if (outcome != OUTCOME_DONE)
        result = report_error(
            report,
            fetching->code == CURLE_SSL_CACERT_BADFILE ? GEN_FILE
                                                       : GEN_UPSTREAM,
            fetching->request->url, 0,
            "cannot be fetched: %s; nothing was changed", why);
    arena_free(&arena);
    return result;
}

/* A URL without the user's name and password that a redirect may have put into
   it, to be freed with curl_free(). */
static char *without_credentials(const char *url) {
    char *ret = NULL;
    CURLU *parts = curl_url();
    if (!parts || curl_url_set(parts, CURLUPART_URL, url, 0) != CURLUE_OK ||
        curl_url_set(parts, CURLUPART_USER, NULL, 0) != CURLUE_OK ||
        curl_url_set(parts, CURLUPART_PASSWORD, NULL, 0) != CURLUE_OK ||
        curl_url_set(parts, CURLUPART_OPTIONS, NULL, 0) != CURLUE_OK ||
        curl_url_get(parts, CURLUPART_URL, &ret, 0) != CURLUE_OK)
        memory_exhausted();
    curl_url_cleanup(parts);
    return ret;
}

/* The URL that answered; what is no visible ASCII is written as %XX. */
static int keep_url(struct fetching *fetching, struct report *report) {
    const char *answered = NULL;
    curl_easy_getinfo(fetching->curl, CURLINFO_EFFECTIVE_URL, &answered);
    char *url =
        without_credentials(answered ? answered : fetching->request->url);
    char *end = memory_resize(NULL, 3 * strlen(url) + 1);
    fetching->response->url = end;
    for (const char *at = url; *at; at++)
        end += sprintf(end, *at > ' ' && *at <= '~' ? "%c" : "%%%02X",
                       (unsigned char)*at);
    *end = '\0';
    curl_free(url);
    return end - fetching->response->url <= MAX_URL
               ? GEN_OK
               : report_error(report, GEN_UPSTREAM, fetching->request->url, 0,
                              "was answered from a URL of more than %d bytes; "
                              "nothing was changed",
                              (int)MAX_URL);
}

static int run(struct fetching *fetching, struct report *report) {
    const struct fetch_request *request = fetching->request;
    struct curl_slist *headers = NULL;
    fetching->curl = curl_easy_init();
    if (!fetching->curl)
        memory_exhausted();
    bool etag = request->etag && is_etag(request->etag);
    bool date = request->last_modified && is_validator(request->last_modified);
    fetching->conditional = etag || date;
    if (etag)
        headers = add_header(headers, "If-None-Match", request->etag);
    if (date)
        headers =
            add_header(headers, "If-Modified-Since", request->last_modified);
    configure(fetching, headers);
    int result = attempts(fetching, report);
    if (result == GEN_OK)
        result = keep_url(fetching, report);
    curl_slist_free_all(headers);
    curl_easy_cleanup(fetching->curl);
    return result;
}

int fetch(const struct fetch_request *request, struct report *report,
          struct fetch_response *ret) {
    struct fetching fetching = {.request = request,
                                .response = ret,
                                .meter = {.on = request->meter},
                                .deadline_ms =
                                    clock_ms() + request->max_seconds * 1000LL};
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    *ret = (struct fetch_response){0};
    if (curl_global_init_mem(CURL_GLOBAL_DEFAULT, memory_alloc, free,
                             memory_resize, memory_text,
                             memory_zeroed) != CURLE_OK)
        memory_exhausted();
    /* a server that hangs up is an error of the connection */
    sigaction(SIGPIPE, &ignore, &before);
    int result = run(&fetching, report);
    sigaction(SIGPIPE, &before, NULL);
    curl_global_cleanup();
    return result;
}

void fetch_response_free(struct fetch_response *response) {
    free(response->bytes);
    free(response->url);
    free(response->etag);
    free(response->last_modified);
    *response = (struct fetch_response){0};
}
