/* SPDX-License-Identifier: MIT */
/* The ways a connection to a browser ends. */
#ifndef INTEROP_CHROMIUM_CASES_H
#define INTEROP_CHROMIUM_CASES_H

#include <stddef.h>

/* What the browser saw and did. */
enum saw {
    /* Its Close frame went out. */
    SENT = 1,
    /* It failed the connection. */
    FAILED = 2,
    /* The opening handshake was not completed. */
    NOT_OPENED = 4
};

struct way {
    const char *name;
    /* What the server does (script.h); % stands for the payload. */
    const char *steps;
    /* The payload of the Close frame that reaches the browser, or NULL. */
    const unsigned char *payload;
    size_t len;
    unsigned saw;
    /* The code of the Close frame that the page or a failure makes the browser
       send, 1005 for an empty one; 0: it answers the server's, or sends none */
    unsigned own;
    /* What the page does, as members of a JavaScript object, or NULL. */
    const char *page;
    /* Instead of the server, or what goes before the steps; PORT, CLOSED and
       TLS stand for ports. */
    const char *url;
};

/* Calls a function with each way and its number, counted from 0. */
void chromium_cases(void (*take)(const struct way *way, unsigned number));

#endif
