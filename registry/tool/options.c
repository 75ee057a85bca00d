#include "options.h"

#include <getopt.h>
#include <string.h>

#include "message.h"
#include "status.h"

const char options_help[] =
    "usage: wsclose [OPTION]... CODE|NAME|RANGE...\n"
    "       wsclose [OPTION]... list [--status NAME]\n"
    "       wsclose [OPTION]... search WORD\n"
    "       wsclose [OPTION]... frame HEX [--lenient]\n"
    "       wsclose [OPTION]... build CODE [REASON]\n"
    "       wsclose [OPTION]... relay CODE\n"
    "\n"
    "Explains WebSocket close codes: 1006, going-away, 3000-3999.\n"
    "\n"
    "list    shows every code and range of the registry\n"
    "search  shows those with WORD in a name, a text, a contact or a\n"
    "        reference\n"
    "frame   takes the payload of a Close frame, or a whole one, apart\n"
    "build   makes the payload of a Close frame, in hexadecimal\n"
    "relay   shows what a proxy passes on in place of CODE\n"
    "\n"
    "  --status NAME  list only what is unused, assigned, reserved,\n"
    "                 unassigned, private-use or invalid\n"
    "  --lenient      take also what is unassigned below 3000, and 1004\n"
    "  --json         write JSON, for programs\n"
    "  --lang TAG     the language: en or ja (default: the locale's)\n"
    "  --no-color     write no colours, as when NO_COLOR is set\n"
    "  --version      show the version and the registry's date\n"
    "  --help         show this\n"
    "\n"
    "Exit: 0 found or valid; 1 a name or word not found, a code of 5000 or\n"
    "above, an invalid frame, or a code or reason that may not be sent; 2 "
    "usage,\n"
    "or the output could not be written.\n";

enum {
    OPTION_STATUS = 1000,
    OPTION_LENIENT,
    OPTION_JSON,
    OPTION_LANG,
    OPTION_NO_COLOR,
    OPTION_VERSION,
    OPTION_HELP
};

static const struct option known[] = {
    {"status", required_argument, NULL, OPTION_STATUS},
    {"lenient", no_argument, NULL, OPTION_LENIENT},
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
    case OPTION_LENIENT:
        options->lenient = true;
        return RESULT_FOUND;
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
    static const struct {
        const char *name;
        enum command command;
    } commands[] = {{"list", COMMAND_LIST},
                    {"search", COMMAND_SEARCH},
                    {"frame", COMMAND_FRAME},
                    {"build", COMMAND_BUILD},
                    {"relay", COMMAND_RELAY}};
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
    case COMMAND_FRAME:
        if (options->word_count != 1)
            return usage("frame takes one text; quote it if it has blanks");
        break;
    case COMMAND_BUILD:
        if (options->word_count != 1 && options->word_count != 2)
            return usage("build takes a code and a reason; quote the reason if "
                         "it has blanks");
        break;
    case COMMAND_RELAY:
        if (options->word_count != 1)
            return usage("relay takes one code");
        break;
    case COMMAND_HELP:
    case COMMAND_VERSION:
        return RESULT_FOUND;
    }
    if (options->lenient && options->command != COMMAND_FRAME)
        return usage("--lenient goes with frame: wsclose frame HEX --lenient");
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
