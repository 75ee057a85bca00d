/* SPDX-License-Identifier: MIT */
/*
 * A folder to sync in, with servers on the loopback to sync from: they end with
 * the test.
 */
#ifndef TESTS_FETCH_SITE_H
#define TESTS_FETCH_SITE_H

#include <stdbool.h>
#include <sys/types.h>

#include "support/workshop.h"

struct server {
    pid_t pid; /* 0: none; leads its process group */
    int port;
};

/* Starts argv (ended by NULL) in the folder, which prints its port first;
   port: not 0 where it does not, but listens there before long. */
struct server server_start(struct workshop *workshop, const char *const *argv,
                           int port);
void server_stop(struct server *server);

/* A port that nobody listens on. */
int free_port(void);

/* ca.pem, good.pem, expired.pem, other.pem in the folder. */
void make_certificates(struct workshop *workshop);

/* What would have a fetch go elsewhere, or trust others. */
void site_unset_variables(void);

/* What ended how, in which time. */
struct timed {
    struct outcome outcome;
    double seconds;
};

/* sync of url into data/ and out/, with cache/ and the tests' authority, and
   with these arguments and variables, each ended by NULL. */
struct timed sync_url(struct workshop *workshop, const char *url,
                      const char *const *variables,
                      const char *const *arguments);

/* Everything that a sync may touch. */
const char *site_state(struct workshop *workshop);

/* The lines of a log; 0 if there is none. */
size_t log_length(struct workshop *workshop, const char *path);

/* Adds a row to the table that table_print() prints, and writes to
   fetch-table.txt where the test runs. */
void table_add(const char *what, int exit_code, double seconds,
               const char *message);
void table_print(void);

#endif
