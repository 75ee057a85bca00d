/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "status.h"

enum {
    OPTION_STATUS = 1000,
    OPTION_APP,
    OPTION_LENIENT,
    OPTION_JSON,
    OPTION_LANG,
    OPTION_NO_COLOR,
    OPTION_REGISTRY,
    OPTION_VERSION,
    OPTION_HELP
};

static const struct option known[] = {
    {"status", required_argument, NULL, OPTION_STATUS},
    {"app", required_argument, NULL, OPTION_APP},
    {"lenient", no_argument, NULL, OPTION_LENIENT},
    {"json", no_argument, NULL, OPTION_JSON},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"no-color", no_argument, NULL, OPTION_NO_COLOR},
    {"registry", required_argument, NULL, OPTION_REGISTRY},
    {"version", no_argument, NULL, OPTION_VERSION},
    {"help", no_argument, NULL, OPTION_HELP},
    {0}};

static enum result usage_about(enum word word, const char *about) {
    message_about(word, about);
    return RESULT_TROUBLE;
}

static enum result usage(enum word word) {
    message(word);
    return RESULT_TROUBLE;
}

/* getopt_long() leaves a short option in optopt and a long one in argv. */
static enum result unknown_option(char **argv) {
    char letter[] = {'-', (char)optopt, '\0'};
    bool is_short = optopt != 0 && optopt < OPTION_STATUS;
    return usage_about(WORD_NO_OPTION, is_short ? letter : argv[optind - 1]);
}

static enum result take_status(struct options *options) {
    options->has_status = status_from_name(optarg, &options->status);
    if (!options->has_status)
        return usage_about(WORD_NO_STATUS, optarg);
    return RESULT_FOUND;
}

static enum result take_option(int option, char **argv,
                               struct options *options) {
    switch (option) {
    case OPTION_STATUS:
        return take_status(options);
    case OPTION_APP:
        options->app = optarg;
        return RESULT_FOUND;
    case OPTION_LENIENT:
        options->lenient = true;
        return RESULT_FOUND;
    case OPTION_JSON:
        options->json = true;
        return RESULT_FOUND;
    case OPTION_LANG:
        options->lang = optarg;
        words_choose(optarg);
        return RESULT_FOUND;
    case OPTION_NO_COLOR:
        options->no_color = true;
        return RESULT_FOUND;
    case OPTION_REGISTRY:
        options->registry = optarg;
        return RESULT_FOUND;
    case OPTION_VERSION:
        options->command = COMMAND_VERSION;
        return RESULT_FOUND;
    case OPTION_HELP:
        options->command = COMMAND_HELP;
        return RESULT_FOUND;
    case ':':
        return usage_about(WORD_NO_VALUE, argv[optind - 1]);
    default:
        return unknown_option(argv);
    }
}

static void take_command(struct options *options) {
    static const struct {
        const char *name;
        enum command command;
    } commands[] = {{"list", COMMAND_LIST},   {"search", COMMAND_SEARCH},
                    {"apps", COMMAND_APPS},   {"frame", COMMAND_FRAME},
                    {"build", COMMAND_BUILD}, {"relay", COMMAND_RELAY}};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (options->word_count &&
            strcmp(options->words[0], commands[i].name) == 0) {
            options->command = commands[i].command;
            options->words++;
            options->word_count--;
            return;
        }
}

static enum result check_words(const struct options *options) {
    switch (options->command) {
    case COMMAND_LOOK_UP:
        if (!options->word_count)
            return usage(WORD_NOTHING_ASKED);
        break;
    case COMMAND_LIST:
        if (options->word_count)
            return usage_about(WORD_LIST_WORDS, options->words[0]);
        break;
    case COMMAND_SEARCH:
        if (options->word_count != 1 || !*options->words[0])
            return usage(WORD_SEARCH_WORDS);
        break;
    case COMMAND_APPS:
        if (options->word_count)
            return usage(WORD_APPS_WORDS);
        break;
    case COMMAND_FRAME:
        if (options->word_count != 1)
            return usage(WORD_FRAME_WORDS);
        break;
    case COMMAND_BUILD:
        if (options->word_count != 1 && options->word_count != 2)
            return usage(WORD_BUILD_WORDS);
        break;
    case COMMAND_RELAY:
        if (options->word_count != 1)
            return usage(WORD_RELAY_WORDS);
        break;
    case COMMAND_HELP:
    case COMMAND_VERSION:
        return RESULT_FOUND;
    }
    if (options->lenient && options->command != COMMAND_FRAME)
        return usage(WORD_LENIENT_ELSEWHERE);
    if (options->app && options->command != COMMAND_LOOK_UP &&
        options->command != COMMAND_LIST)
        return usage(WORD_APP_ELSEWHERE);
    if (options->has_status && options->command != COMMAND_LIST)
        return usage(WORD_STATUS_ELSEWHERE);
    return RESULT_FOUND;
}

enum result options_parse(int argc, char **argv, struct options *ret) {
    const char *registry = getenv("WSCLOSE_REGISTRY");
    *ret =
        (struct options){.command = COMMAND_LOOK_UP,
                         .registry = registry && *registry ? registry : NULL};
    opterr = 0;
    for (int option;
         (option = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
        enum result result = take_option(option, argv, ret);
        if (result != RESULT_FOUND)
            return result;
    }
    ret->words = argv + optind;
    ret->word_count = (size_t)(argc - optind);
    if (ret->command == COMMAND_LOOK_UP)
        take_command(ret);
    return check_words(ret);
}
