/* SPDX-License-Identifier: MIT */
/* wsclose: WebSocket close codes, explained to a person and to a script. */
#include <stdio.h>

#include <wsclose.h>

#include "applications.h"
#include "apps.h"
#include "block.h"
#include "build.h"
#include "compiled.h"
#include "frame.h"
#include "help.h"
#include "json.h"
#include "memory.h"
#include "message.h"
#include "options.h"
#include "query.h"
#include "registry_file.h"
#include "relay.h"
#include "screen.h"
#include "table.h"
#include "tool_locale.h"
#include "usages.h"

/* The rows that were found, then what applications mean. */
static void show_search(const struct registry *registry,
                        const struct options *options, struct codes codes,
                        const struct screen *screen) {
    codes.count = codes.row_count;
    table_print(registry, &codes, screen);
    usages_list(registry, options->words, screen);
}

static void show(const struct registry *registry, const struct options *options,
                 const struct codes *codes) {
    struct screen screen = screen_of(stdout, options->no_color);
    if (options->json)
        json_print(registry, codes);
    else if (options->command == COMMAND_SEARCH)
        show_search(registry, options, *codes, &screen);
    else if (options->command == COMMAND_LIST && options->app)
        usages_list(registry, NULL, &screen);
    else if (options->command == COMMAND_LIST)
        table_print(registry, codes, &screen);
    else if (options->app)
        usages_print_full(registry, codes, &screen);
    else
        block_print(registry, codes, &screen);
}

static enum result answer(const struct registry *registry,
                          const struct options *options) {
    struct codes codes = {0};
    enum result found = query_run(registry, options, &codes);
    if (options->app && found < RESULT_TROUBLE)
        found = usages_check(registry, options->app, &codes, found);
    if (found < RESULT_TROUBLE)
        show(registry, options, &codes);
    codes_free(&codes);
    return found;
}

static void print_version(const struct registry *registry) {
    const struct value values[] = {{"date", registry->updated},
                                   {"file", registry->file},
                                   {"version", registry->generator},
                                   {"languages", words_languages()},
                                   {0}};
    printf("wsclose %s\n", wsclose_version());
    word_print(stdout, WORD_VERSION_CODES, values);
    putchar('\n');
    if (registry->source)
        puts(registry->source);
    word_print(stdout,
               registry->file ? WORD_VERSION_FILE : WORD_VERSION_COMPILED,
               values);
    putchar('\n');
    word_print(stdout, WORD_VERSION_LANGUAGES, values);
    putchar('\n');
}

static enum result answer_with_applications(struct registry *registry,
                                            struct options *options) {
    applications_join(registry);
    if (options->app) {
        options->app = applications_find(options->app);
        if (!options->app)
            return RESULT_NOT_FOUND;
        applications_keep(registry, options);
    }
    return answer(registry, options);
}

static enum result run(struct registry *registry, struct options *options) {
    switch (options->command) {
    case COMMAND_VERSION:
        print_version(registry);
        return RESULT_FOUND;
    case COMMAND_APPS:
        apps_print(options);
        return RESULT_FOUND;
    case COMMAND_FRAME:
        return frame_run(registry, options);
    case COMMAND_BUILD:
        return build_run(registry, options);
    case COMMAND_RELAY:
        return relay_run(registry, options);
    default:
        return answer_with_applications(registry, options);
    }
}

static enum result run_with_registry(struct options *options,
                                     const char *lang) {
    struct registry registry = {0};
    enum result result = RESULT_FOUND;
    if (options->registry)
        result = registry_file_read(options->registry, lang, &registry);
    else
        registry = compiled_registry(lang);
    if (result == RESULT_FOUND)
        result = run(&registry, options);
    registry_free(&registry);
    return result;
}

/* A full disk shows when the last bytes are written. */
static enum result close_stdout(void) {
    int failed = ferror(stdout);
    if (fclose(stdout) != 0 || failed) {
        message(WORD_NO_OUTPUT);
        return RESULT_TROUBLE;
    }
    return RESULT_FOUND;
}

int main(int argc, char **argv) {
    const char *locale = locale_start();
    struct options options;
    memory_start();
    words_choose(locale);
    enum result result = options_parse(argc, argv, &options);
    if (result != RESULT_FOUND)
        return (int)result;
    if (options.command == COMMAND_HELP)
        help_print();
    else
        result =
            run_with_registry(&options, options.lang ? options.lang : locale);
    enum result closed = close_stdout();
    return (int)(closed > result ? closed : result);
}
