/* SPDX-License-Identifier: MIT */
/* The command line of wsclose-gen. */
#ifndef GEN_OPTIONS_H
#define GEN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum command {
    COMMAND_GENERATE,
    COMMAND_SYNC,
    COMMAND_DIFF,
    COMMAND_STATUS,
    COMMAND_HELP,
    COMMAND_VERSION
};

struct options {
    enum command command;
    const char *data, *out;
    const char *snapshot, *depfile;  /* generate */
    const char *url, *from;          /* sync: from NULL: fetch url */
    const char *report;              /* sync */
    const char *cacert, *cache;      /* sync, status */
    const char *old_file, *new_file; /* diff */
    const char **private_files;      /* generate; freed by options_free() */
    size_t private_count;
    bool no_pages, check, dry_run, rollback, json, markdown, quiet;
    unsigned *accepted; /* freed by options_free() */
    size_t accepted_count;
    size_t max_size;  /* bytes */
    long max_seconds; /* of a fetch */
    long max_days;    /* status; 0: any */
};

/* GEN_USAGE after a message on standard error, or GEN_OK. */
int options_parse(int argc, char **argv, struct options *ret);
void options_free(struct options *options);

#endif
