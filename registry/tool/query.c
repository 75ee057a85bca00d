/* SPDX-License-Identifier: MIT */
#include "query.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "message.h"
#include "search.h"
#include "suggest.h"

static const char digits[] = "0123456789";

/* Adds the first code asked for in each row that first to last touches. */
static void add_rows(const struct registry *registry, unsigned first,
                     unsigned last, struct codes *ret) {
    const struct row *end = registry_row(registry, last);
    for (const struct row *row = registry_row(registry, first); row <= end;
         row++)
        codes_add(ret, row->first > first ? row->first : first,
                  row->last < last ? row->last : last);
}

static enum result look_up_range(const struct registry *registry,
                                 const char *word, unsigned long long first,
                                 unsigned long long last, struct codes *ret) {
    if (first > last) {
        message_about(WORD_RANGE_BACKWARDS, word);
        return RESULT_TROUBLE;
    }
    if (last > UINT_MAX) {
        message_about(WORD_RANGE_TOO_LARGE, word);
        return RESULT_NOT_FOUND;
    }
    add_rows(registry, (unsigned)first, (unsigned)last, ret);
    return registry_row(registry, (unsigned)last)->status ==
                   WSCLOSE_STATUS_INVALID
               ? RESULT_NOT_FOUND
               : RESULT_FOUND;
}

/* "FIRST-LAST" */
static bool read_range(const char *word, unsigned long long *first,
                       unsigned long long *last) {
    char *part = strcpy(memory_get(strlen(word) + 1, 1), word);
    char *dash = strchr(part, '-');
    if (dash)
        *dash++ = '\0';
    bool is_range =
        dash && search_number(part, first) && search_number(dash, last);
    free(part);
    return is_range;
}

static enum result look_up_number(const struct registry *registry,
                                  const char *word, struct codes *ret) {
    unsigned long long first, last;
    if (search_number(word, &first))
        return look_up_range(registry, word, first, first, ret);
    if (read_range(word, &first, &last))
        return look_up_range(registry, word, first, last, ret);
    message_about(WORD_RANGE_MALFORMED, word);
    return RESULT_TROUBLE;
}

static enum result look_up_name(const struct registry *registry,
                                const char *word, struct codes *ret) {
    int code = registry_find_name(registry, word);
    unsigned long long number;
    if (code < 0) {
        char decimal[24];
        bool is_number = search_number(word, &number);
        snprintf(decimal, sizeof decimal, "%llu", number);
        const char *near = is_number ? decimal : suggest(registry, word);
        const struct value values[] = {{"word", word}, {"near", near}, {0}};
        message_with(near ? WORD_NO_NAME_NEAR : WORD_NO_NAME, values);
        return RESULT_NOT_FOUND;
    }
    codes_add(ret, (unsigned)code, (unsigned)code);
    return RESULT_FOUND;
}

static enum result look_up_word(const struct registry *registry,
                                const char *word, struct codes *ret) {
    bool is_number = strspn(word, digits) && !word[strspn(word, "0123456789-")];
    return is_number ? look_up_number(registry, word, ret)
                     : look_up_name(registry, word, ret);
}

/* A line without the blanks around it. A NUL does not end it, but is a byte
   that no name has. */
static char *trim(char *line, size_t len) {
    static const char blanks[] = " \t\r\n";
    for (size_t i = 0; i < len; i++)
        if (!line[i])
            line[i] = '\1';
    while (len && strchr(blanks, line[len - 1]))
        line[--len] = '\0';
    return line + strspn(line, blanks);
}

/* One look-up a line of standard input. */
static enum result look_up_lines(const struct registry *registry,
                                 struct codes *ret) {
    enum result result = RESULT_FOUND;
    char *line = NULL;
    size_t size = 0;
    for (ssize_t len; (len = getline(&line, &size, stdin)) >= 0;) {
        const char *word = trim(line, (size_t)len);
        enum result found =
            *word ? look_up_word(registry, word, ret) : RESULT_FOUND;
        if (found > result)
            result = found;
    }
    if (!feof(stdin)) {
        message_about(WORD_NO_INPUT, strerror(errno));
        result = RESULT_TROUBLE;
    }
    free(line);
    return result;
}

/* Did the words want quotes, as in: wsclose Going Away? */
static bool are_one_name(const struct registry *registry,
                         const struct options *options, char **ret) {
    size_t size = 1;
    for (size_t i = 0; i < options->word_count; i++)
        size += strlen(options->words[i]) + 1;
    *ret = memory_get(size, 1);
    for (size_t i = 0; i < options->word_count; i++) {
        strcat(*ret, i ? " " : "");
        strcat(*ret, options->words[i]);
    }
    return options->word_count > 1 &&
           registry_find_name(registry, options->words[0]) < 0 &&
           registry_find_name(registry, *ret) >= 0;
}

/* Is the first word a command that is misspelt? Then those behind it are not
   looked up. */
static bool begins_with_command(const struct registry *registry,
                                const struct options *options) {
    const char *word = options->words[0], *near = NULL;
    unsigned long long number;
    if (!search_number(word, &number) && registry_find_name(registry, word) < 0)
        near = suggest(registry, word);
    for (size_t i = 0; near && options_command(i); i++)
        if (near == options_command(i))
            return true;
    return false;
}

static enum result look_up(const struct registry *registry,
                           const struct options *options, struct codes *ret) {
    enum result result = RESULT_FOUND;
    size_t count =
        begins_with_command(registry, options) ? 1 : options->word_count;
    char *all;
    bool is_one = are_one_name(registry, options, &all);
    if (is_one)
        message_about(WORD_NOT_QUOTED, all);
    free(all);
    if (is_one)
        return RESULT_NOT_FOUND;
    for (size_t i = 0; i < count; i++) {
        const char *word = options->words[i];
        enum result found = strcmp(word, "-") == 0
                                ? look_up_lines(registry, ret)
                                : look_up_word(registry, word, ret);
        if (found > result)
            result = found;
    }
    return result;
}

enum result query_one(const struct registry *registry, const char *word,
                      unsigned *ret) {
    struct codes codes = {0};
    if (strspn(word, digits) && strchr(word, '-')) {
        message_about(WORD_RANGE_NOT_CODE, word);
        return RESULT_TROUBLE;
    }
    enum result result = look_up_word(registry, word, &codes);
    if (codes.count) {
        *ret = codes.list[0].first;
        result = RESULT_FOUND;
    }
    codes_free(&codes);
    return result;
}

/* The codes of what applications mean that has the words; NULL: of all. */
static void add_usages(const struct registry *registry,
                       const char *const *words, struct codes *ret) {
    for (struct found at = {0}; search_next_usage(registry, words, &at);)
        codes_add(ret, at.usage->first,
                  at.usage->last < at.row->last ? at.usage->last
                                                : at.row->last);
}

static void list(const struct registry *registry, const struct options *options,
                 struct codes *ret) {
    if (options->app) {
        add_usages(registry, NULL, ret);
        return;
    }
    for (size_t i = 0; i < registry->row_count; i++) {
        const struct row *row = &registry->rows[i];
        if (!options->has_status || row->status == options->status)
            codes_add(ret, row->first, row->last);
    }
}

static void add_matches(const struct registry *registry,
                        const char *const *words, bool asked_for,
                        struct codes *ret) {
    for (size_t i = 0; i < registry->row_count; i++) {
        const struct row *row = &registry->rows[i];
        unsigned code = row->first;
        if (search_is_asked_for(row, words, &code) == asked_for &&
            search_matches(registry, row, words))
            codes_add(ret, code, asked_for ? code : row->last);
    }
}

/* The row of a number comes first. */
static enum result search(const struct registry *registry,
                          const char *const *words, struct codes *ret) {
    add_matches(registry, words, true, ret);
    add_matches(registry, words, false, ret);
    ret->row_count = ret->count;
    add_usages(registry, words, ret);
    if (ret->count)
        return RESULT_FOUND;
    message_about(WORD_NOTHING_FOUND, words[0]);
    return RESULT_NOT_FOUND;
}

enum result query_run(const struct registry *registry,
                      const struct options *options, struct codes *ret) {
    switch (options->command) {
    case COMMAND_LIST:
        list(registry, options, ret);
        return RESULT_FOUND;
    case COMMAND_SEARCH:
        return search(registry, options->words, ret);
    default:
        return look_up(registry, options, ret);
    }
}
