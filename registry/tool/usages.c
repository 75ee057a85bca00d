/* SPDX-License-Identifier: MIT */
#include "usages.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"
#include "message.h"
#include "range.h"
#include "search.h"
#include "words.h"
#include "wrap.h"

enum { INDENT = FACTS_INDENT, GAP = 2 };

static void print_line(const struct pairs *lines, const struct usage *usage) {
    char *advice = facts_reconnect(&usage->reconnect);
    const struct value values[] = {
        {"meaning", usage->meaning}, {"advice", advice}, {0}};
    char *line = advice ? word_format(WORD_USAGE_ADVICE, values) : NULL;
    pairs_put(lines, usage->app, line ? line : usage->meaning);
    free(line);
    free(advice);
}

static void print_lines(const struct screen *screen, const struct row *row,
                        struct span span) {
    struct pairs lines = pairs_begin(screen, screen->plain, INDENT);
    for (const struct usage *at = row->applications; at->app; at++)
        if (usage_is_of(row, at, span))
            pairs_widen(&lines, at->app);
    for (const struct usage *at = row->applications; at->app; at++)
        if (usage_is_of(row, at, span)) {
            printf("%*s", INDENT, "");
            print_line(&lines, at);
        }
}

static void print_sentence(const struct screen *screen, enum word word,
                           const char *name, const char *codes) {
    const struct value values[] = {{name, codes}, {0}};
    char *text = word_format(word, values);
    putchar('\n');
    printf("%*s", INDENT, "");
    wrap_print(screen, INDENT, screen->plain, text);
    free(text);
}

static bool has_usage(const struct row *row, struct span span) {
    for (const struct usage *at = row->applications; at->app; at++)
        if (usage_is_of(row, at, span))
            return true;
    return false;
}

void usages_print(const struct screen *screen, const struct row *row,
                  struct span span) {
    char codes[RANGE_SIZE];
    if (!has_usage(row, span))
        return;
    range_of(span.first, span.last, codes);
    if (span.first != span.last) {
        print_sentence(screen, WORD_USAGES_OF_RANGE, "codes", codes);
        return;
    }
    print_sentence(screen, WORD_USAGES, "code", codes);
    print_lines(screen, row, span);
}

static void print_sender(const struct pairs *facts, const char *sender) {
    static const struct {
        const char *sender;
        enum word word;
    } senders[] = {{"client", WORD_SENDERS_CLIENT},
                   {"server", WORD_SENDERS_SERVER},
                   {"both", WORD_SENDERS_BOTH}};
    for (size_t i = 0; sender && i < sizeof senders / sizeof *senders; i++)
        if (strcmp(sender, senders[i].sender) == 0)
            facts_put_named(facts, WORD_SENT_BY, word_text(senders[i].word));
}

static void print_facts(const struct pairs *facts, const struct row *row,
                        const struct usage *usage) {
    char *reconnect = facts_reconnect(&usage->reconnect);
    facts_put_named(facts, WORD_APPLICATION, usage->title);
    print_sender(facts, usage->sender);
    facts_put_named(facts, WORD_RECONNECT, reconnect);
    if (reconnect)
        facts_put(facts, "", usage->reconnect.sources->text);
    facts_put_named(facts, WORD_SOURCE, usage->source.text);
    facts_put(facts, "", usage->source.url);
    facts_put_named(facts, WORD_AS_OF, usage->as_of);
    facts_put_named(facts, WORD_REGISTERED_TEXT, row->name);
    free(reconnect);
}

static void print_text(const struct screen *screen, const char *text) {
    if (!text)
        return;
    printf("%*s", INDENT, "");
    wrap_print(screen, INDENT, screen->plain, text);
}

static void print_full(const struct pairs *facts, const struct row *row,
                       const struct usage *usage) {
    const struct screen *screen = facts->screen;
    char codes[RANGE_SIZE];
    range_of(usage->first, usage->last, codes);
    printf("%s%s%s  ", screen->strong.on, codes, screen->strong.off);
    wrap_print(screen, strlen(codes) + 2, screen->strong,
               usage->name ? usage->name : usage->meaning);
    print_text(screen, usage->name ? usage->meaning : NULL);
    print_text(screen, usage->description);
    print_text(screen, usage->note);
    putchar('\n');
    print_facts(facts, row, usage);
}

void usages_print_full(const struct registry *registry,
                       const struct codes *codes, const struct screen *screen) {
    static const enum word names[] = {WORD_APPLICATION, WORD_SENT_BY,
                                      WORD_RECONNECT,   WORD_SOURCE,
                                      WORD_AS_OF,       WORD_REGISTERED_TEXT};
    const struct pairs facts =
        facts_begin(screen, names, sizeof names / sizeof *names);
    bool is_first = true;
    for (size_t i = 0; i < codes->count; i++) {
        const struct row *row = registry_row(registry, codes->list[i].first);
        for (const struct usage *at = row->applications; at->app; at++) {
            if (!usage_is_of(row, at, codes->list[i]))
                continue;
            if (!is_first)
                putchar('\n');
            is_first = false;
            print_full(&facts, row, at);
        }
    }
}

enum result usages_check(const struct registry *registry, const char *app,
                         const struct codes *codes, enum result result) {
    char text[RANGE_SIZE];
    for (size_t i = 0; i < codes->count; i++) {
        const struct span *span = &codes->list[i];
        if (has_usage(registry_row(registry, span->first), *span))
            continue;
        const struct value values[] = {
            {"app", app},
            {"code", range_of(span->first, span->last, text)},
            {0}};
        message_with(WORD_NOT_USED, values);
        result = RESULT_NOT_FOUND;
    }
    return result;
}

/* Where the names of what is listed begin, and the meanings. */
static struct pairs measure(const struct registry *registry,
                            const char *const *words,
                            const struct screen *screen) {
    char codes[RANGE_SIZE];
    size_t widest = 0;
    for (struct found at = {0}; search_next_usage(registry, words, &at);) {
        size_t len = strlen(range_of(at.usage->first, at.usage->last, codes));
        widest = len > widest ? len : widest;
    }
    struct pairs ret = pairs_begin(screen, screen->plain, widest + GAP);
    for (struct found at = {0}; search_next_usage(registry, words, &at);)
        pairs_widen(&ret, at.usage->app);
    return ret;
}

void usages_list(const struct registry *registry, const char *const *words,
                 const struct screen *screen) {
    struct screen page = *screen;
    char codes[RANGE_SIZE];
    if (!page.is_terminal)
        page.width = SIZE_MAX;
    struct pairs lines = measure(registry, words, &page);
    for (struct found at = {0}; search_next_usage(registry, words, &at);) {
        range_of(at.usage->first, at.usage->last, codes);
        printf("%s%s%s%*s", page.strong.on, codes, page.strong.off,
               (int)(lines.indent - strlen(codes)), "");
        print_line(&lines, at.usage);
    }
}
