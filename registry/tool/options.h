/* SPDX-License-Identifier: MIT */
/* The command line. */
#ifndef TOOL_OPTIONS_H
#define TOOL_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include <wsclose.h>

#include "result.h"

enum command {
    COMMAND_LOOK_UP,
    COMMAND_LIST,
    COMMAND_SEARCH,
    COMMAND_APPS,
    COMMAND_FRAME,
    COMMAND_BUILD,
    COMMAND_RELAY,
    COMMAND_HELP,
    COMMAND_VERSION
};

struct options {
    enum command command;
    const char *const *words; /* what follows the command; ends with a NULL */
    size_t word_count;
    const char *registry; /* a file; NULL: what is compiled in */
    const char *lang;     /* NULL: the locale's; its words are chosen */
    bool json, no_color;
    const char *app; /* of COMMAND_LOOK_UP and _LIST; NULL: all */
    bool lenient;    /* of COMMAND_FRAME */
    bool has_status;
    enum wsclose_registration_status status; /* of COMMAND_LIST */
};

/* The name of each; NULL behind the last. */
const char *options_command(size_t i);

/* RESULT_FOUND, or RESULT_TROUBLE after a message. */
enum result options_parse(int argc, char **argv, struct options *ret);

#endif
