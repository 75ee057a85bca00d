/* SPDX-License-Identifier: MIT */
/* What libraries call the endings that were measured. */
#include <string.h>

#include "page/facts.h"

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
    page->item = item;
    return item < sizeof libraries / sizeof *libraries;
}

static const char *word_or_value(struct page *page, const char *text) {
    return strncmp(text, "page-", strlen("page-")) == 0 ? page_word(page, text)
                                                        : text;
}

const char *page_library(struct page *page) {
    return libraries[page->item].name;
}

const char *page_library_empty(struct page *page) {
    return word_or_value(page, libraries[page->item].empty);
}

const char *page_library_lost(struct page *page) {
    return word_or_value(page, libraries[page->item].lost);
}

const char *page_library_differs(struct page *page) {
    return page_word(page, libraries[page->item].differs);
}
