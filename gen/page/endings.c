/* SPDX-License-Identifier: MIT */
/* How endings show in a browser. */
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
    page->item = item;
    return item < sizeof endings / sizeof *endings;
}

const char *page_ending_title(struct page *page) {
    return page_word(page, endings[page->item].title);
}

/* Where the code and the reason are none, they are the server's. */
const char *page_ending_code(struct page *page) {
    const char *code = endings[page->item].code;
    return code ? code : page_word(page, "page-server-code");
}

const char *page_ending_reason(struct page *page) {
    const char *reason = endings[page->item].reason;
    return reason ? reason : page_word(page, "page-server-reason");
}

const char *page_ending_was_clean(struct page *page) {
    return endings[page->item].was_clean;
}

static const char *const differences[] = {
    "page-chromium-reset", "page-chromium-codes", "page-chromium-frame",
    "page-chromium-write", "page-chromium-error"};

bool page_differences(struct page *page, size_t item) {
    page->item = item;
    return item < sizeof differences / sizeof *differences;
}

const char *page_difference(struct page *page) {
    return page_word(page, differences[page->item]);
}
