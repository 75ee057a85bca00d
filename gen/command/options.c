/* SPDX-License-Identifier: MIT */
#include "command/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/report.h"
#include "base/text.h"
#include "command/option_table.h"
#include "read/value.h"

enum {
    DEFAULT_MAX_SIZE = 256 * 1024,
    DEFAULT_MAX_SECONDS = 120,
    GETOPT_HELP = 256, /* what getopt_long() answers with, no character */
    GETOPT_ROW         /* and on: for the rows of the table */
};

/* What was typed may hold anything: it is shown as it can be printed. */
static int usage_error(const char *text, const char *what) {
    struct arena arena = {0};
    char *shown = arena_copy(&arena, what, strlen(what));
    text_make_printable(shown);
    fprintf(stderr, "wsclose-gen: error: %s%s; see wsclose-gen --help\n", text,
            shown);
    arena_free(&arena);
    return GEN_USAGE;
}

/* A whole decimal number from 1 to the row's most. */
static int parse_number(const struct option_row *row, const char *text,
                        long *ret) {
    char *end;
    errno = 0;
    *ret = strtol(text, &end, 10);
    if (errno || *end || text[0] < '1' || text[0] > '9' || *ret > row->max) {
        fprintf(stderr,
                "wsclose-gen: error: --%s takes a whole number from 1 to %ld\n",
                row->name, row->max);
        return GEN_USAGE;
    }
    return GEN_OK;
}

static int parse_accept(const char *text, struct options *ret) {
    unsigned first, last;
    if (value_parse_codes(text, &first, &last) || first != last)
        return usage_error("--accept takes one code, not ", text);
    ret->accepted = memory_append(ret->accepted, ret->accepted_count,
                                  sizeof *ret->accepted);
    ret->accepted[ret->accepted_count++] = first;
    return GEN_OK;
}

static int refuse_nothing(void) {
    return usage_error("an option that names a file, folder or URL was given "
                       "nothing",
                       "");
}

static int parse_private(const char *path, struct options *ret) {
    if (!*path)
        return refuse_nothing();
    for (size_t i = 0; i < ret->private_count; i++)
        if (strcmp(path, ret->private_files[i]) == 0)
            return usage_error("--private names one file twice: ", path);
    ret->private_files = memory_append(ret->private_files, ret->private_count,
                                       sizeof *ret->private_files);
    ret->private_files[ret->private_count++] = path;
    return GEN_OK;
}

static int parse_option(const struct option_row *row, const char *text,
                        struct options *ret) {
    void *field = (char *)ret + row->field;
    long number;
    switch (row->value) {
    case VALUE_NONE:
        *(bool *)field = true;
        break;
    case VALUE_NAME:
        if (!*text)
            return refuse_nothing();
        *(const char **)field = text;
        break;
    case VALUE_COUNT:
        return parse_number(row, text, field);
    case VALUE_SIZE:
        if (parse_number(row, text, &number) < 0)
            return GEN_USAGE;
        *(size_t *)field = (size_t)number;
        break;
    case VALUE_CODE:
        return parse_accept(text, ret);
    case VALUE_PRIVATE_FILE:
        return parse_private(text, ret);
    }
    return GEN_OK;
}

/* answer is getopt's; it leaves in optopt which known option has a value and
   takes none. */
static int refuse_option(int answer, const char *typed) {
    if (answer == ':')
        return usage_error("a value is missing behind ", typed);
    if (optopt >= GETOPT_HELP && optopt < GETOPT_ROW + (int)option_row_count)
        return usage_error("this option takes no value: ", typed);
    return usage_error("there is no such option: ", typed);
}

/* Might a URL name a user, https://user:password@host/? Whatever a scheme and
   slashes are taken for, nothing of it is shown then. */
static bool has_credentials(const char *url) {
    url += strcspn(url, ":/?#@");
    url += strspn(url, ":/");
    return url[strcspn(url, "@/?#")] == '@';
}

/* What no single option can tell. */
static int check(int left, char **arguments, struct options *ret) {
    int wanted = ret->command == COMMAND_DIFF ? 2 : 0;
    if (left > wanted)
        return usage_error("what is this: ", arguments[wanted]);
    if (left < wanted)
        return usage_error("diff needs two documents", "");
    if (wanted) {
        ret->old_file = arguments[0];
        ret->new_file = arguments[1];
    }
    if (ret->check && ret->depfile)
        return usage_error("--check writes nothing, so it takes no ",
                           "--depfile");
    if (ret->url && has_credentials(ret->url))
        return usage_error("--url takes no user name or password: it is "
                           "recorded for everybody to read",
                           "");
    if (ret->url &&
        text_invalid_at(ret->url, strlen(ret->url)) != strlen(ret->url))
        return usage_error("--url takes UTF-8, not ", ret->url);
    return GEN_OK;
}

/* Were two given of which one stands instead of the other? */
static int check_given(const bool *given) {
    for (size_t i = 0; i < option_row_count; i++)
        for (size_t j = i + 1;
             j < option_row_count && option_rows[j].is_instead; j++)
            if (given[i] && given[j]) {
                fprintf(stderr,
                        "wsclose-gen: error: --%s and --%s exclude each other; "
                        "see wsclose-gen --help\n",
                        option_rows[i].name, option_rows[j].name);
                return GEN_USAGE;
            }
    return GEN_OK;
}

/* The rows of a command for getopt_long(), to be freed. */
static struct option *known_options(unsigned command) {
    struct option *ret = memory_zeroed(option_row_count + 2, sizeof *ret);
    size_t count = 0;
    ret[count++] = (struct option){"help", no_argument, NULL, GETOPT_HELP};
    for (size_t i = 0; i < option_row_count; i++)
        if (option_rows[i].commands & command)
            ret[count++] = (struct option){
                option_rows[i].name,
                option_rows[i].argument ? required_argument : no_argument, NULL,
                GETOPT_ROW + (int)i};
    return ret;
}

static int parse_options(int argc, char **argv, const struct option *known,
                         bool *given, struct options *ret) {
    opterr = 0;
    for (int answer;
         (answer = getopt_long(argc, argv, ":h", known, NULL)) != -1;) {
        if (answer == '?' || answer == ':')
            return refuse_option(answer, argv[optind - 1]);
        if (answer == GETOPT_HELP || answer == 'h') {
            ret->command = COMMAND_HELP;
            return GEN_OK;
        }
        given[answer - GETOPT_ROW] = true;
        if (parse_option(&option_rows[answer - GETOPT_ROW], optarg, ret) < 0)
            return GEN_USAGE;
    }
    int result = check_given(given);
    return result < 0 ? result : check(argc - optind, argv + optind, ret);
}

static const struct command_row *find_command(const char *name) {
    for (size_t i = 0; i < command_row_count; i++)
        if (strcmp(name, command_rows[i].name) == 0)
            return &command_rows[i];
    return NULL;
}

int options_parse(int argc, char **argv, struct options *ret) {
    *ret = (struct options){.out = "generated",
                            .max_size = DEFAULT_MAX_SIZE,
                            .max_seconds = DEFAULT_MAX_SECONDS};
    if (argc < 2)
        return usage_error("name a command", "");
    const struct command_row *command = find_command(argv[1]);
    if (!command)
        return usage_error("there is no command ", argv[1]);
    ret->command = command->command;
    if (!command->options)
        return GEN_OK;
    struct option *known = known_options(command->options);
    bool *given = memory_zeroed(option_row_count, sizeof *given);
    int result = parse_options(argc - 1, argv + 1, known, given, ret);
    free(given);
    free(known);
    return result;
}

void options_free(struct options *options) {
    free(options->accepted);
    free(options->private_files);
    options->accepted = NULL;
    options->private_files = NULL;
}
