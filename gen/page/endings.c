/* SPDX-License-Identifier: MIT */
/* How endings show: in a browser, and in the libraries that were measured. */
#include <string.h>

#include "page/facts.h"

static const struct ending {
    const char *title, *code, *reason, *was_clean; /* words, else values */
} endings[] = {
    {"page-ending-closed", NULL, NULL, "true"},
    {"page-ending-empty", "1005", "`\"\"`", "true"},
    {"page-ending-reset", NULL, NULL, "true"},
    {"page-ending-both", NULL, NULL, "true"},
    {"page-ending-unanswered", NULL, NULL, "false"},
    {"page-ending-alone", "1006", "`\"\"`", "false"},
    {"page-ending-lost", "1006", "`\"\"`", "false"},
    {"page-ending-failed", "1006", "`\"\"`", "false"},
    {"page-ending-broken", "1006", "`\"\"`", "false"},
    {"page-ending-never", "1006", "`\"\"`", "false"},
};

bool page_endings(struct page *page, size_t item) {
    page->ending = item;
    return item < sizeof endings / sizeof *endings;
}

const char *page_ending_title(struct page *page) {
    return page_word(page, endings[page->ending].title);
}

/* Where the code and the reason are none, they are the server's. */
const char *page_ending_code(struct page *page) {
    const char *code = endings[page->ending].code;
    return code ? code : page_word(page, "page-server-code");
}

const char *page_ending_reason(struct page *page) {
    const char *reason = endings[page->ending].reason;
    return reason ? reason : page_word(page, "page-server-reason");
}

const char *page_ending_was_clean(struct page *page) {
    return endings[page->ending].was_clean;
}

static const char *const differences[] = {
    "page-chromium-reset", "page-chromium-codes", "page-chromium-frame",
    "page-chromium-write", "page-chromium-error"};

bool page_differences(struct page *page, size_t item) {
    page->ending = item;
    return item < sizeof differences / sizeof *differences;
}

const char *page_difference(struct page *page) {
    return page_word(page, differences[page->ending]);
}

/* What small programs got in November 2026, from a peer that sends an empty
   Close frame and from one that is lost; words, else what they got. */
static const struct library {
    const char *name, *empty, *lost, *differs;
} libraries[] = {
    {"libcurl 8.14.1", "page-library-bytes", "page-library-error",
     "page-library-raw"},
    {"civetweb 1.15", "page-library-bytes", "page-library-handler",
     "page-library-raw"},
    {"mongoose", "page-library-bytes", "page-library-handler",
     "page-library-mongoose"},
    {"wslay 1.1.1", "0", "page-library-error", "page-library-wslay"},
    {"Boost.Beast", "0", "page-library-error", "page-library-beast"},
    {"libsoup 3.2.3", "1005", "0", "page-library-libsoup"},
    {"Qt WebSockets 5.15", "1000", "1000", "page-library-qt"},
    {"uWebSockets", "1005", "1006", "page-library-uwebsockets"},
    {"libwebsockets 4.1.6", "page-library-bytes", "page-library-handler",
     "page-library-libwebsockets"},
    {"nginx 1.22, HAProxy 2.6", "page-library-log", "page-library-log",
     "page-library-proxies"},
};

bool page_libraries(struct page *page, size_t item) {
    page->ending = item;
    return item < sizeof libraries / sizeof *libraries;
}

static const char *word_or_value(struct page *page, const char *text) {
    return strncmp(text, "page-", strlen("page-")) == 0 ? page_word(page, text)
                                                        : text;
}

const char *page_library(struct page *page) {
    return libraries[page->ending].name;
}

const char *page_library_empty(struct page *page) {
    return word_or_value(page, libraries[page->ending].empty);
}

const char *page_library_lost(struct page *page) {
    return word_or_value(page, libraries[page->ending].lost);
}

const char *page_library_differs(struct page *page) {
    return page_word(page, libraries[page->ending].differs);
}

static const struct source see_also[] = {
    {"RFC 6455: The WebSocket Protocol",
     "https://www.rfc-editor.org/rfc/rfc6455.html"},
    {"RFC 8441: WebSockets with HTTP/2",
     "https://www.rfc-editor.org/rfc/rfc8441.html"},
    {"RFC 9220: WebSockets with HTTP/3",
     "https://www.rfc-editor.org/rfc/rfc9220.html"},
    {"WHATWG: WebSockets Standard", "https://websockets.spec.whatwg.org/"},
    {"IANA: WebSocket Close Code Number Registry",
     "https://www.iana.org/assignments/websocket/"
     "websocket.xhtml#close-code-number"},
    {"MDN: CloseEvent",
     "https://developer.mozilla.org/en-US/docs/Web/API/CloseEvent"},
};

bool page_see_also(struct page *page, size_t item) {
    page->ending = item;
    return item < sizeof see_also / sizeof *see_also;
}

const char *page_see_also_title(struct page *page) {
    return see_also[page->ending].text;
}

const char *page_see_also_url(struct page *page) {
    return see_also[page->ending].url;
}
