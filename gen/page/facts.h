/* SPDX-License-Identifier: MIT */
/*
 * What the pages tell, in the words of one language after the other. A page
 * stands at a language, a row, a rule, and so on: a list moves it to an item, a
 * fact is what it tells of the items where it stands.
 */
#ifndef GEN_PAGE_FACTS_H
#define GEN_PAGE_FACTS_H

#include "model/application.h"
#include "model/model.h"

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

struct page {
    const struct model *model;
    struct arena arena;   /* what facts are put together in; a row's is emptied
                             for the next */
    size_t language;      /* in the model */
    const char *unbroken; /* the language's word that stays on one line */
    const struct row *row;
    enum page_rule rule;
    size_t range, reference, cause, source;
    size_t item; /* of a list that stands in no other */
    struct usage usage;
    const struct row *owner; /* of what applications mean by its code */
};

/* Sets where the page stands to the item; false: there is none. */
typedef bool page_list(struct page *page, size_t item);
page_list page_languages;
page_list page_ranges;
page_list page_rules;
page_list page_permissions; /* the first rules, which say yes or no */
page_list page_rows;
page_list page_clients;    /* whose practice is an advice */
page_list page_references; /* of the row */
page_list page_causes;     /* of the row */
page_list page_sources;    /* of the cause */
page_list page_row_usages; /* what applications mean by the row's code */
page_list page_applications;
page_list page_usages;      /* the codes of the application */
page_list page_said;        /* the languages that have a word for it */
page_list page_endings;     /* of a connection, as a browser shows them */
page_list page_differences; /* of Chromium from the standards */
page_list page_libraries;
page_list page_see_also;

/* A label of the language. In it `backticks` enclose code, and [text](URL) is a
   link; nothing else is markup. */
const char *page_word(struct page *page, const char *id);

/* The word with the mark, "{code}", replaced. */
const char *page_fill_text(struct page *page, const char *word,
                           const char *mark, const char *text);
const char *page_fill(struct page *page, const char *word, const char *mark,
                      double number);

/* Do clients do different things after the row's code? */
bool page_has_practice(const struct page *page);

/* A text that stays until the next row; NULL: there is none. */
typedef const char *page_fact(struct page *page);
page_fact page_tag;
page_fact page_tags; /* and, behind blanks, what it answers for too */
page_fact page_language_name;
page_fact page_prefix; /* of anchors: "ja-"; "" in the first language */

page_fact page_range_codes; /* "1000–1015", "5000 and above" */
page_fact page_range_title; /* a word, as all that is called title or text */
page_fact page_range_text;

page_fact page_codes;
page_fact page_anchor; /* "1006", "ja-1006" */
page_fact page_meaning;
page_fact page_description;
page_fact page_status;
page_fact page_registered_text; /* where it is not the name alone */

page_fact page_rule_title;
page_fact page_rule_text;
page_fact page_rule_answer;     /* what the rule says of the row's codes, if
                                   anything */
page_fact page_practice;        /* which clients do what after the row's code,
                                   where they differ */
page_fact page_rule_refusal;    /* "no" where it is one of permissions' */
page_fact page_rule_source;     /* of a URL the word for it alone */
page_fact page_rule_source_url; /* a registration's: what the row refers to */

page_fact page_has_clients;
page_fact page_client;
page_fact page_client_url;

page_fact page_reference; /* one to the mailing list as such */
page_fact page_reference_url;

page_fact page_cause;
page_fact page_source;
page_fact page_source_url;

page_fact page_code_usages;  /* are there row usages? */
page_fact page_range_usages; /* or are there some of codes of the range? */
page_fact page_has_applications;
page_fact page_application_id;
page_fact page_application_title;
page_fact page_application_home;
page_fact page_application_source;
page_fact page_application_as_of;
page_fact page_usage_name;

page_fact page_ending_title;
page_fact page_ending_code; /* prose, as the reason */
page_fact page_ending_reason;
page_fact page_ending_was_clean;

page_fact page_difference;
page_fact page_library;
page_fact page_library_empty; /* prose, as those below */
page_fact page_library_lost;
page_fact page_library_differs;

page_fact page_see_also_title;
page_fact page_see_also_url;

#endif
