/* SPDX-License-Identifier: MIT */
#include "fetch/transfer.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "fetch/authorities.h"
#include "fetch/lifeline.h"
#include "fetch/url.h"

enum {
    CONNECT_SECONDS = 20,
    LOW_SPEED_BYTES = 100, /* a second, for */
    LOW_SPEED_SECONDS = 20,
    MAX_HEAD = 64 * 1024, /* with the heads of redirects */
    POLL_MS = 1000
};

static void forget_body(struct transfer *transfer) {
    free(transfer->bytes);
    transfer->bytes = NULL;
    transfer->len = 0;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *data) {
    struct transfer *transfer = data;
    size_t len = size * count;
    if (len > transfer->request->max_size - transfer->len) {
        transfer->too_large = true;
        return 0;
    }
    transfer->bytes = memory_resize(transfer->bytes, transfer->len + len + 1);
    memcpy(transfer->bytes + transfer->len, bytes, len);
    transfer->len += len;
    transfer->bytes[transfer->len] = '\0';
    return len;
}

static size_t on_header(char *bytes, size_t size, size_t count, void *data) {
    struct transfer *transfer = data;
    size_t len = size * count;
    transfer->head_len += len;
    if (transfer->head_len > MAX_HEAD)
        return 0;
    headers_add(&transfer->headers, bytes, len);
    return len;
}

static int on_progress(void *data, curl_off_t total, curl_off_t now,
                       curl_off_t up_total, curl_off_t up_now) {
    (void)up_total, (void)up_now;
    meter_bytes(data, now, total);
    return 0;
}

static void send_header(struct transfer *transfer, const char *name,
                        const char *value) {
    struct arena arena = {0};
    struct curl_slist *longer = curl_slist_append(
        transfer->sent, arena_printf(&arena, "%s: %s", name, value));
    arena_free(&arena);
    if (!longer)
        memory_exhausted();
    transfer->sent = longer;
    transfer->conditional = true;
}

static void configure(struct transfer *transfer) {
    CURL *curl = transfer->curl;
    curl_easy_setopt(curl, CURLOPT_URL, transfer->request->url);
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
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, transfer->sent);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, transfer->error);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, transfer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, transfer);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer->meter);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, transfer->meter.out ? 0L : 1L);
    authorities_set(curl, transfer->request->cacert);
}

void transfer_open(struct transfer *transfer,
                   const struct fetch_request *request) {
    /* a server that hangs up is an error of the connection */
    signal(SIGPIPE, SIG_IGN);
    transfer->request = request;
    if (curl_global_init_mem(CURL_GLOBAL_DEFAULT, memory_alloc, free,
                             memory_resize, memory_text,
                             memory_zeroed) != CURLE_OK)
        memory_exhausted();
    transfer->curl = curl_easy_init();
    transfer->multi = curl_multi_init();
    if (!transfer->curl || !transfer->multi)
        memory_exhausted();
    if (headers_is_etag(request->etag))
        send_header(transfer, "If-None-Match", request->etag);
    if (headers_is_date(request->last_modified))
        send_header(transfer, "If-Modified-Since", request->last_modified);
    configure(transfer);
}

void transfer_close(struct transfer *transfer) {
    forget_body(transfer);
    headers_free(&transfer->headers);
    curl_slist_free_all(transfer->sent);
    curl_multi_cleanup(transfer->multi);
    curl_easy_cleanup(transfer->curl);
    curl_global_cleanup();
}

/* As curl_easy_perform() does, but that it ends with wsclose-gen. */
static CURLcode perform(struct transfer *transfer, long long left_ms) {
    CURLM *multi = transfer->multi;
    struct curl_waitfd lifeline = {STDIN_FILENO, CURL_WAIT_POLLIN, 0};
    int running = 1;
    forget_body(transfer);
    transfer->head_len = 0;
    transfer->error[0] = '\0';
    curl_easy_setopt(transfer->curl, CURLOPT_TIMEOUT_MS,
                     (long)(left_ms > 1 ? left_ms : 1));
    curl_multi_add_handle(multi, transfer->curl);
    while (running && curl_multi_perform(multi, &running) == CURLM_OK) {
        if (running)
            curl_multi_poll(multi, &lifeline, 1, POLL_MS, NULL);
        lifeline_wait(0);
    }
    const CURLMsg *message = curl_multi_info_read(multi, &running);
    if (!message)
        memory_exhausted();
    CURLcode code = message->data.result;
    curl_multi_remove_handle(multi, transfer->curl);
    text_make_printable(transfer->error);
    return code;
}

static long number(struct transfer *transfer, CURLINFO info) {
    long ret = 0;
    curl_easy_getinfo(transfer->curl, info, &ret);
    return ret;
}

/* A response without a length ends with the connection. Newer versions of
   libcurl report an error where that ends without TLS's close_notify, though
   the body may be complete. */
static bool is_cut(struct transfer *transfer, CURLcode code) {
    curl_off_t length = -1;
    curl_easy_getinfo(transfer->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T,
                      &length);
    return code == CURLE_RECV_ERROR && transfer->len && length < 0;
}

static enum outcome outcome_of_code(struct transfer *transfer, CURLcode code) {
    if (is_cut(transfer, code))
        return OUTCOME_CUT;
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return OUTCOME_OFFLINE;
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_COULDNT_CONNECT:
    case CURLE_HTTP2:
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2_STREAM:
        return OUTCOME_PASSING;
    default:
        return OUTCOME_FAILED;
    }
}

static enum outcome outcome_of_status(long status) {
    return status == 408 || status == 429 || status == 500 || status == 502 ||
                   status == 503 || status == 504
               ? OUTCOME_PASSING
               : OUTCOME_FAILED;
}

/* libcurl reports a header line over its own limit as if memory had run out. It
   has not: then this program would have ended. */
static bool is_head_too_large(const struct transfer *transfer, CURLcode code) {
#if LIBCURL_VERSION_NUM >= 0x080600
    if (code == CURLE_TOO_LARGE)
        return true;
#endif
    return code == CURLE_OUT_OF_MEMORY || transfer->head_len > MAX_HEAD;
}

static enum outcome judge_status(struct transfer *transfer, struct arena *arena,
                                 const char **why) {
    long status = number(transfer, CURLINFO_RESPONSE_CODE);
    if (status == 304 && transfer->conditional) {
        transfer->not_modified = true;
        return OUTCOME_DONE;
    }
    if (status == 200 && transfer->len)
        return OUTCOME_DONE;
    *why = status == 200
               ? "the server answered with an empty document"
               : arena_printf(arena, "the server answered with HTTP status %ld",
                              status);
    return outcome_of_status(status);
}

enum outcome transfer_attempt(struct transfer *transfer, long long left_ms,
                              struct arena *arena, const char **why) {
    CURLcode code = perform(transfer, left_ms);
    long proxy = number(transfer, CURLINFO_HTTP_CONNECTCODE);
    if (transfer->too_large) {
        *why = arena_printf(arena,
                            "the document is over %zu bytes long; if it is "
                            "meant to be, raise the limit with --max-size",
                            transfer->request->max_size);
        return OUTCOME_FAILED;
    }
    if (is_head_too_large(transfer, code)) {
        *why = "the answer has a header that is too long for one; look whether "
               "the URL and the proxy are right";
        return OUTCOME_FAILED;
    }
    if (proxy && proxy / 100 != 2) {
        *why = arena_printf(arena,
                            "the proxy refused the connection with HTTP status "
                            "%ld; look whether https_proxy is right",
                            proxy);
        return outcome_of_status(proxy);
    }
    if (code == CURLE_OK || code == CURLE_HTTP_RETURNED_ERROR)
        return judge_status(transfer, arena, why);
    const char *file = authorities_file(transfer->request->cacert);
    if (code == CURLE_SSL_CACERT_BADFILE && file) {
        *why = arena_printf(
            arena, "the certificate authorities of %s cannot be read", file);
        return OUTCOME_NO_FILE;
    }
    *why = arena_printf(arena, "%s",
                        transfer->error[0] ? transfer->error
                                           : curl_easy_strerror(code));
    return outcome_of_code(transfer, code);
}

long long transfer_retry_after(struct transfer *transfer) {
    curl_off_t ret = 0;
    curl_easy_getinfo(transfer->curl, CURLINFO_RETRY_AFTER, &ret);
    return ret;
}

char *transfer_url(struct transfer *transfer) {
    const char *url = NULL;
    curl_easy_getinfo(transfer->curl, CURLINFO_EFFECTIVE_URL, &url);
    return url_for_everybody(url ? url : transfer->request->url);
}
