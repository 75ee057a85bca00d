/* SPDX-License-Identifier: MIT */
#include "help.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pairs.h"
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
    {"search WORD...", WORD_HELP_SEARCH},
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
    INDENT = 2
};

static char *text_of(enum word word) {
    const struct value values[] = {
        {"statuses", status_names()}, {"languages", words_languages()}, {0}};
    return word_format(word, values);
}

static void put(const struct screen *screen, enum word word) {
    char *text = text_of(word);
    wrap_print(screen, 0, screen->plain, text);
    free(text);
}

static void put_pair(const struct pairs *pairs, const char *syntax,
                     enum word word) {
    char *text = text_of(word);
    printf("%*s", (int)pairs->indent, "");
    pairs_put(pairs, syntax, text);
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

static void put_commands(const struct screen *screen) {
    struct pairs pairs = pairs_begin(screen, screen->plain, 0);
    char names[COMMANDS][16] = {""};
    for (size_t i = 0; i < COMMANDS; i++) {
        strncpy(names[i], commands[i].syntax, strcspn(commands[i].syntax, " "));
        pairs_widen(&pairs, names[i]);
    }
    for (size_t i = 0; i < COMMANDS; i++)
        put_pair(&pairs, names[i], commands[i].about);
}

static void put_options(const struct screen *screen) {
    struct pairs pairs = pairs_begin(screen, screen->plain, INDENT);
    for (size_t i = 0; i < OPTIONS; i++)
        pairs_widen(&pairs, options[i].syntax);
    for (size_t i = 0; i < OPTIONS; i++)
        put_pair(&pairs, options[i].syntax, options[i].about);
}

void help_print(void) {
    struct screen screen = screen_of(stdout, true);
    if (screen.width > WIDTH)
        screen.width = WIDTH;
    screen.is_terminal = false; /* the names of options stay whole */
    put_usage(&screen);
    putchar('\n');
    put(&screen, WORD_HELP_ABOUT);
    putchar('\n');
    put_commands(&screen);
    putchar('\n');
    put_options(&screen);
    putchar('\n');
    put(&screen, WORD_HELP_EXIT);
}
