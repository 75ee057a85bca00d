/*
 * What the pages say beside the registry, in the languages that there is a page
 * in. Inside a text `backticks` enclose code, and [text](URL) is a link, as in
 * Markdown; nothing else is markup.
 */
#ifndef GEN_PAGE_TEXTS_H
#define GEN_PAGE_TEXTS_H

#include <stddef.h>

/* What may be done with a code. */
enum page_rule {
    PAGE_SENDERS,
    PAGE_WIRE,
    PAGE_BROWSER_CLOSE,
    PAGE_REPLY,
    PAGE_RELAY,
    PAGE_RECONNECT,
    PAGE_RULE_COUNT
};

/* What codes are for: 0-999, the protocol's assigned ones, those kept for it,
   3000-3999, 4000-4999, 5000 and above. */
enum { PAGE_RANGE_COUNT = 6 };

enum { PAGE_STATUS_COUNT = 6, PAGE_ENDING_COUNT = 10 };

struct page_text {
    const char *title, *text;
};

/* A way that a connection ends, and the CloseEvent that it shows as. */
struct page_ending {
    const char *how, *code, *reason, *was_clean;
};

struct page_texts {
    const char *language, *language_name;
    const char *title, *lead, *introduction;

    const char *codes, *code, *name, *meaning, *and_above;
    const char *statuses[PAGE_STATUS_COUNT][2]; /* as in JSON, and here */
    const char *status, *symbol, *registered_text, *references, *contact,
        *registered, *updated;

    const char *ranges_title;
    struct page_text ranges[PAGE_RANGE_COUNT];

    const char *rules_title;
    struct page_text rules[PAGE_RULE_COUNT];
    const char
        *senders[5];     /* by value: unknown, both, client, server, nobody */
    const char *wire[4]; /* unknown, strict, lenient, never */
    const char *browser_close[2];
    const char *same_code, *no_code;
    const char *advice[6];      /* by value; NULL: after a delay */
    const char *after_delay[3]; /* two numbers of seconds stand between them */
    const char *mailing_list, *registration, *source;

    const char *browser_title, *browser, *how_it_ends, *chromium;
    struct page_ending endings[PAGE_ENDING_COUNT];

    const char *about_title, *about, *registry_of, *taken_from, *digest;

    /* Of the page in a browser alone. */
    const char *entries, *filter, *filter_hint, *found, *none_found, *no_script,
        *dark;
};

/* English is the first. */
extern const struct page_texts page_texts[];
extern const size_t page_texts_count;

/* A program in JavaScript, in lines. */
extern const char page_example[];

#endif
