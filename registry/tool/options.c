/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <getopt.h>
#include <stdint.h>
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

/* getopt_long() leaves a short option in optopt and a long one in argv; optopt
   is that of a long one that got a value and takes none. */
static enum result unknown_option(char **argv) {
    char letter[] = {'-', (char)optopt, '\0'};
    bool is_short = optopt != 0 && optopt < OPTION_STATUS;
    if (is_short && optopt >= '0' && optopt <= '9')
        return usage_about(WORD_NEGATIVE, argv[optind - 1]);
    if (optopt >= OPTION_STATUS)
        return usage_about(WORD_NO_VALUE_WANTED, argv[optind - 1]);
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
        if (!words_choose(optarg))
            message_remark(WORD_NO_LANGUAGE, optarg);
        return RESULT_FOUND;
    case OPTION_NO_COLOR:
        options->no_color = true;
        return RESULT_FOUND;
    case OPTION_REGISTRY:
        options->registry = optarg;
        return RESULT_FOUND;
    case 'V':
    case OPTION_VERSION:
        options->command = COMMAND_VERSION;
        return RESULT_FOUND;
    case 'h':
    case OPTION_HELP:
        options->command = COMMAND_HELP;
        return RESULT_FOUND;
    case ':':
        return usage_about(WORD_NO_VALUE, argv[optind - 1]);
    default:
        return unknown_option(argv);
    }
}

/* Their names, how many words they take, and what is said else. */
static const struct {
    const char *name;
    size_t least, most;
    enum word usage;
} commands[] = {
    [COMMAND_LOOK_UP] = {NULL, 1, SIZE_MAX, WORD_NOTHING_ASKED},
    [COMMAND_LIST] = {"list", 0, 0, WORD_LIST_WORDS},
    [COMMAND_SEARCH] = {"search", 1, SIZE_MAX, WORD_SEARCH_WORDS},
    [COMMAND_APPS] = {"apps", 0, 0, WORD_APPS_WORDS},
    [COMMAND_FRAME] = {"frame", 1, 1, WORD_FRAME_WORDS},
    [COMMAND_BUILD] = {"build", 1, 2, WORD_BUILD_WORDS},
    [COMMAND_RELAY] = {"relay", 1, 1, WORD_RELAY_WORDS},
    [COMMAND_HELP] = {"help", 0, SIZE_MAX, 0},
    [COMMAND_VERSION] = {NULL, 0, SIZE_MAX, 0},
};

const char *options_command(size_t i) {
    return commands[COMMAND_LIST + i].name;
}

static void take_command(struct options *options) {
    const char *name;
    for (size_t i = 0; (name = options_command(i)); i++)
        if (options->word_count && strcmp(options->words[0], name) == 0) {
            options->command = COMMAND_LIST + (enum command)i;
            options->words++;
            options->word_count--;
            return;
        }
}

static enum result check_options(const struct options *options) {
    if (options->lenient && options->command != COMMAND_FRAME)
        return usage(WORD_LENIENT_ELSEWHERE);
    if (options->app && options->command != COMMAND_LOOK_UP &&
        options->command != COMMAND_LIST)
        return usage(WORD_APP_ELSEWHERE);
    if (options->has_status && options->command != COMMAND_LIST)
        return usage(WORD_STATUS_ELSEWHERE);
    return RESULT_FOUND;
}

static bool has_empty_word(const struct options *options) {
    for (size_t i = 0; i < options->word_count; i++)
        if (!*options->words[i])
            return true;
    return false;
}

static enum result check_words(const struct options *options) {
    size_t least = commands[options->command].least;
    size_t most = commands[options->command].most;
    bool is_empty =
        options->command == COMMAND_SEARCH && has_empty_word(options);
    if (options->word_count >= least && options->word_count <= most &&
        !is_empty)
        return RESULT_FOUND;
    return usage_about(commands[options->command].usage,
                       options->word_count ? options->words[0] : "");
}

enum result options_parse(int argc, char **argv, struct options *ret) {
    const char *registry = getenv("WSCLOSE_REGISTRY");
    *ret =
        (struct options){.command = COMMAND_LOOK_UP,
                         .registry = registry && *registry ? registry : NULL};
    opterr = 0;
    for (int option;
         (option = getopt_long(argc, argv, ":hV", known, NULL)) != -1;) {
        enum result result = take_option(option, argv, ret);
        if (result != RESULT_FOUND)
            return result;
    }
    ret->words = (const char *const *)argv + optind;
    ret->word_count = (size_t)(argc - optind);
    if (ret->command == COMMAND_LOOK_UP)
        take_command(ret);
    bool is_about_itself =
        ret->command == COMMAND_HELP || ret->command == COMMAND_VERSION;
    enum result result = is_about_itself ? RESULT_FOUND : check_options(ret);
    return result == RESULT_FOUND ? check_words(ret) : result;
}
