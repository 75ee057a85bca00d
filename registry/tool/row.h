/* SPDX-License-Identifier: MIT */
/* What is known of a code, or of every code of a range. Whichever registry
   answers, what is printed is taken from such rows. */
#ifndef TOOL_ROW_H
#define TOOL_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include <wsclose.h>

#include "codes.h"

/* A reference or source. */
struct link {
    const char *text; /* NULL behind the last of a list */
    const char *url;  /* http or https; NULL: none */
};

/* In one language. */
struct texts {
    const char *meaning, *description;
};

struct reconnect {
    enum wsclose_advice advice;
    enum wsclose_basis basis;
    unsigned min_ms, max_ms; /* of AFTER_DELAY */
    const struct link *sources;
};

/* Why people meet the code, and what they look at then. */
struct cause {
    const char *const *texts; /* by the languages of the registry; NULL behind
                                 the last of a list */
    const struct link *sources;
};

struct usage_texts {
    const char *meaning, *description, *note;
};

/* What an application means by the code; NULL where its source says nothing. */
struct usage {
    const char *app; /* NULL behind the last of a list */
    const char *title;
    unsigned first, last;
    const char *name, *meaning, *description, *note;
    size_t index;       /* of its texts, in every language */
    const char *sender; /* client, server or both */
    struct reconnect reconnect;
    struct link source;
    const char *as_of; /* YYYY-MM-DD */
};

/* In place of a code: the one that was asked for. */
#define ROW_SAME (~0u)

/* A list is never NULL; it ends with a NULL. */
struct row {
    unsigned first, last;
    enum wsclose_registration_status status;
    const char *symbol, *name;
    const struct texts *texts; /* by the languages of the registry */
    const char *registered_text, *contact, *registered, *updated; /* or NULL */
    const char *registration_rule;                                /* or NULL */
    const struct link *references;
    bool is_strict, is_lenient; /* who accepts it in a Close frame */
    bool is_local_only, is_browsers;
    bool by_client, by_server; /* who may begin closing with it */
    unsigned reply, relay;     /* 0: a Close frame without a code */
    struct reconnect reconnect;
    const char *const *spellings, *const *former_symbols;
    const struct cause *causes;
    const struct usage *applications; /* by applications_join() */
};

/* Does the usage, one of the row's, speak of codes of the span? Where an
   application has one for a single code and one for a range around it, the
   code's counts. */
bool usage_is_of(const struct row *row, const struct usage *usage,
                 struct span span);

/* Has it a name of its own, and not only that of its status? */
bool row_is_named(const struct row *row);

/* May anybody send a Close frame with it? */
bool row_is_sent(const struct row *row);

/* What a code of the row is answered with, and passed on as. */
unsigned row_reply(const struct row *row, unsigned code);
unsigned row_relay(const struct row *row, unsigned code);

#endif
