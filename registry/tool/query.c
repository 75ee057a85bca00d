/* SPDX-License-Identifier: MIT */
#include "query.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "search.h"
#include "suggest.h"

/* One more than the largest code: what a number too large is read as. */
#define TOO_LARGE (UINT_MAX + 1ull)

static const char digits[] = "0123456789";

static unsigned long long read_number(const char **at) {
    unsigned long long number = 0;
    for (; **at >= '0' && **at <= '9'; ++*at) {
        number = number * 10 + (unsigned)(**at - '0');
        if (number > UINT_MAX)
            number = TOO_LARGE;
    }
    return number;
}

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

static enum result look_up_number(const struct registry *registry,
                                  const char *word, struct codes *ret) {
    const char *at = word;
    unsigned long long first = read_number(&at), last = first;
    if (*at == '-' && strspn(at + 1, digits)) {
        at++;
        last = read_number(&at);
    }
    if (*at) {
        message_about(WORD_RANGE_MALFORMED, word);
        return RESULT_TROUBLE;
    }
    return look_up_range(registry, word, first, last, ret);
}

static enum result look_up_name(const struct registry *registry,
                                const char *word, struct codes *ret) {
    int code = registry_find_name(registry, word);
    if (code < 0) {
        const char *near = suggest(registry, word);
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

/* One look-up a line of standard input. */
static enum result look_up_lines(const struct registry *registry,
                                 struct codes *ret) {
    enum result result = RESULT_FOUND;
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, stdin) > 0) {
        line[strcspn(line, "\r\n")] = '\0';
        enum result found =
            *line ? look_up_word(registry, line, ret) : RESULT_FOUND;
        if (found > result)
            result = found;
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
    *ret = calloc(size, 1);
    for (size_t i = 0; *ret && i < options->word_count; i++) {
        strcat(*ret, i ? " " : "");
        strcat(*ret, options->words[i]);
    }
    return *ret && options->word_count > 1 &&
           registry_find_name(registry, options->words[0]) < 0 &&
           registry_find_name(registry, *ret) >= 0;
}

static enum result look_up(const struct registry *registry,
                           const struct options *options, struct codes *ret) {
    enum result result = RESULT_FOUND;
    char *all;
    bool is_one = are_one_name(registry, options, &all);
    if (is_one)
        message_about(WORD_NOT_QUOTED, all);
    free(all);
    if (is_one)
        return RESULT_NOT_FOUND;
    for (size_t i = 0; i < options->word_count; i++) {
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

/* The codes of what applications mean that has the word; NULL: of all. */
static void add_usages(const struct registry *registry, const char *word,
                       struct codes *ret) {
    for (struct found at = {0}; search_next_usage(registry, word, &at);)
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

/* The row of a number comes first. */
static enum result search(const struct registry *registry, const char *word,
                          struct codes *ret) {
    const char *at = word;
    unsigned long long number = read_number(&at);
    const struct row *own = !*at && number < TOO_LARGE
                                ? registry_row(registry, (unsigned)number)
                                : NULL;
    if (own)
        codes_add(ret, (unsigned)number, (unsigned)number);
    for (size_t i = 0; i < registry->row_count; i++) {
        const struct row *row = &registry->rows[i];
        if (row != own && search_matches(registry, row, word))
            codes_add(ret, row->first, row->last);
    }
    ret->row_count = ret->count;
    add_usages(registry, word, ret);
    if (ret->count)
        return RESULT_FOUND;
    message_about(WORD_NOTHING_FOUND, word);
    return RESULT_NOT_FOUND;
}

enum result query_run(const struct registry *registry,
                      const struct options *options, struct codes *ret) {
    switch (options->command) {
    case COMMAND_LIST:
        list(registry, options, ret);
        return RESULT_FOUND;
    case COMMAND_SEARCH:
        return search(registry, options->words[0], ret);
    default:
        return look_up(registry, options, ret);
    }
}
