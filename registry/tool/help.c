/* SPDX-License-Identifier: MIT */
#include "help.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen.h"
#include "status.h"
#include "width.h"
#include "words.h"
#include "wrap.h"

struct item {
    const char *syntax;
    enum word about;
};

static const struct item commands[] = {
    {"list [--status NAME] [--app NAME]", WORD_HELP_LIST},
    {"search WORD", WORD_HELP_SEARCH},
    {"apps", WORD_HELP_APPS},
    {"frame HEX [--lenient]", WORD_HELP_FRAME},
    {"build CODE [REASON]", WORD_HELP_BUILD},
    {"relay CODE", WORD_HELP_RELAY},
};

static const struct item options[] = {
    {"--status NAME", WORD_HELP_STATUS},
    {"--app NAME", WORD_HELP_APP},
    {"--lenient", WORD_HELP_LENIENT},
    {"--json", WORD_HELP_JSON},
    {"--lang TAG", WORD_HELP_LANG},
    {"--no-color", WORD_HELP_NO_COLOR},
    {"--registry FILE", WORD_HELP_REGISTRY},
    {"-V, --version", WORD_HELP_VERSION},
    {"-h, --help", WORD_HELP_HELP},
};

enum {
    COMMANDS = sizeof commands / sizeof *commands,
    OPTIONS = sizeof options / sizeof *options,
    /* In columns. */
    WIDTH = 80,
    INDENT = 2,
    COMMAND_COLUMN = 8,
    OPTION_COLUMN = 19
};

/* Where the line already has so many columns. */
static void put(const struct screen *screen, size_t column, enum word word) {
    const struct value values[] = {
        {"statuses", status_names()}, {"languages", words_languages()}, {0}};
    char *text = word_format(word, values);
    wrap_print(screen, column, screen->plain, text);
    free(text);
}

static void put_usage(const struct screen *screen) {
    const char *usage = word_text(WORD_USAGE);
    int indent = (int)text_width(usage) + INDENT;
    size_t column = (size_t)indent + sizeof "wsclose";
    printf("%s: wsclose ", usage);
    wrap_print(screen, column, screen->plain,
               "[OPTION]... CODE|NAME|RANGE|-...");
    for (size_t i = 0; i < COMMANDS; i++) {
        char syntax[80];
        snprintf(syntax, sizeof syntax, "[OPTION]... %s", commands[i].syntax);
        printf("%*swsclose ", indent, "");
        wrap_print(screen, column, screen->plain, syntax);
    }
}

void help_print(void) {
    struct screen screen = screen_of(stdout, true);
    if (screen.width > WIDTH)
        screen.width = WIDTH;
    screen.is_terminal = false; /* the names of options stay whole */
    put_usage(&screen);
    putchar('\n');
    put(&screen, 0, WORD_HELP_ABOUT);
    putchar('\n');
    for (size_t i = 0; i < COMMANDS; i++) {
        int len = (int)strcspn(commands[i].syntax, " ");
        printf("%-*.*s", COMMAND_COLUMN, len, commands[i].syntax);
        put(&screen, COMMAND_COLUMN, commands[i].about);
    }
    putchar('\n');
    for (size_t i = 0; i < OPTIONS; i++) {
        printf("%*s%-*s", INDENT, "", OPTION_COLUMN - INDENT,
               options[i].syntax);
        put(&screen, OPTION_COLUMN, options[i].about);
    }
    putchar('\n');
    put(&screen, 0, WORD_HELP_EXIT);
}
