/* SPDX-License-Identifier: MIT */
/* The commands and the options, one row each: what the command line is parsed
   by, and what the help says. */
#ifndef GEN_OPTION_TABLE_H
#define GEN_OPTION_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "command/options.h"

/* Commands that have an option. */
enum { FOR_GENERATE = 1, FOR_SYNC = 2, FOR_DIFF = 4, FOR_STATUS = 8 };

/* What a value is, and the type of the field that it goes into. */
enum value {
    VALUE_NONE,        /* bool */
    VALUE_NAME,        /* const char *: a file, folder or URL */
    VALUE_COUNT,       /* long, from 1 on */
    VALUE_SIZE,        /* size_t, from 1 on */
    VALUE_CODE,        /* one more of the accepted codes */
    VALUE_PRIVATE_FILE /* one more of those */
};

struct option_row {
    const char *name, *argument; /* argument NULL: takes none */
    unsigned commands;
    enum value value;
    size_t field; /* its place in struct options */
    const char *help;
    long max;        /* of a number */
    bool is_instead; /* of the row before it: both together are refused */
};

struct command_row {
    const char *name;
    enum command command;
    unsigned options; /* FOR_; 0: takes nothing */
    const char *files, *help;
};

extern const struct option_row option_rows[];
extern const size_t option_row_count;
extern const struct command_row command_rows[];
extern const size_t command_row_count;

#endif
