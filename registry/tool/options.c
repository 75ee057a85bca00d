#include "options.h"

#include <getopt.h>
#include <string.h>

#include "message.h"
#include "status.h"

const char options_help[] =
    "usage: wsclose [OPTION]... CODE|NAME|RANGE...\n"
    "       wsclose [OPTION]... list [--status NAME]\n"
    "       wsclose [OPTION]... search WORD\n"
    "\n"
    "Explains WebSocket close codes: 1006, going-away, 3000-3999.\n"
    "\n"
    "list    shows every code and range of the registry\n"
    "search  shows those with WORD in a name, a text, a contact or a\n"
    "        reference\n"
    "\n"
    "  --status NAME  list only what is unused, assigned, reserved,\n"
    "                 unassigned, private-use or invalid\n"
    "  --json         write a JSON array, for programs\n"
    "  --lang TAG     the language: en or ja (default: the locale's)\n"
    "  --no-color     write no colours, as when NO_COLOR is set\n"
    "  --version      show the version and the registry's date\n"
    "  --help         show this\n"
    "\n"
    "Exit: 0 found; 1 a name or word not found, or a code of 5000 or above;\n"
    "2 usage, or the output could not be written.\n";

enum {
    OPTION_STATUS = 1000,
    OPTION_JSON,
    OPTION_LANG,
    OPTION_NO_COLOR,
    OPTION_VERSION,
    OPTION_HELP
};

static const struct option known[] = {
    {"status", required_argument, NULL, OPTION_STATUS},
    {"json", no_argument, NULL, OPTION_JSON},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"no-color", no_argument, NULL, OPTION_NO_COLOR},
    {"version", no_argument, NULL, OPTION_VERSION},
    {"help", no_argument, NULL, OPTION_HELP},
    {0}};

static enum result usage_about(const char *before, const char *word,
                               const char *after) {
    message_about(before, word, after);
    return RESULT_USAGE;
}

static enum result usage(const char *text) {
    message(text);
    return RESULT_USAGE;
}

/* getopt_long() leaves a short option in optopt and a long one in argv. */
static enum result unknown_option(char **argv) {
    char letter[] = {'-', (char)optopt, '\0'};
    bool is_short = optopt != 0 && optopt < OPTION_STATUS;
    return usage_about("there is no option ",
                       is_short ? letter : argv[optind - 1],
                       "; try wsclose --help");
}

static enum result take_status(struct options *options) {
    options->has_status = status_from_name(optarg, &options->status);
    if (!options->has_status)
        return usage_about("there is no status ", optarg,
                           "; it is one of unused, assigned, reserved, "
                           "unassigned, private-use, invalid");
    return RESULT_FOUND;
}

static enum result take_option(int option, char **argv,
                               struct options *options) {
    switch (option) {
    case OPTION_STATUS:
        return take_status(options);
    case OPTION_JSON:
        options->json = true;
        return RESULT_FOUND;
    case OPTION_LANG:
        options->lang = optarg;
        return RESULT_FOUND;
    case OPTION_NO_COLOR:
        options->no_color = true;
        return RESULT_FOUND;
    case OPTION_VERSION:
        options->command = COMMAND_VERSION;
        return RESULT_FOUND;
    case OPTION_HELP:
        options->command = COMMAND_HELP;
        return RESULT_FOUND;
    case ':':
        return usage_about("a value is missing behind ", argv[optind - 1],
                           "; try wsclose --help");
    default:
        return unknown_option(argv);
    }
}

static void take_command(struct options *options) {
    if (!options->word_count)
        return;
    if (strcmp(options->words[0], "list") == 0)
        options->command = COMMAND_LIST;
    else if (strcmp(options->words[0], "search") == 0)
        options->command = COMMAND_SEARCH;
    else
        return;
    options->words++;
    options->word_count--;
}

static enum result check_words(const struct options *options) {
    switch (options->command) {
    case COMMAND_LOOK_UP:
        if (!options->word_count)
            return usage("what is to be explained? Name a code, as in "
                         "wsclose 1006, or try wsclose --help");
        break;
    case COMMAND_LIST:
        if (options->word_count)
            return usage_about("list does not take ", options->words[0],
                               "; to list a part, use --status NAME");
        break;
    case COMMAND_SEARCH:
        if (options->word_count != 1 || !*options->words[0])
            return usage("search takes one word; quote it if it has blanks");
        break;
    case COMMAND_HELP:
    case COMMAND_VERSION:
        return RESULT_FOUND;
    }
    if (options->has_status && options->command != COMMAND_LIST)
        return usage("--status goes with list: wsclose list --status NAME");
    return RESULT_FOUND;
}

enum result options_parse(int argc, char **argv, struct options *ret) {
    *ret = (struct options){.command = COMMAND_LOOK_UP};
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
