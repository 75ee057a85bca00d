/* SPDX-License-Identifier: MIT */
#include "applications.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "memory.h"
#include "message.h"
#include "words.h"

static const struct application list[] = {
#define APPLICATION(name, title, source, home, as_of)                          \
    {name, title, {source, home}, as_of},
#include "applications.inc"
    {0}};

const struct application *const applications = list;

static const struct known {
    unsigned application, first, last;
    const char *name, *sender;
    enum wsclose_advice advice;
    unsigned min_ms, max_ms;
    const char *source, *page;
} known[] = {
#define USAGE(application, first, last, name, sender, advice, min_ms, max_ms,  \
              source, page)                                                    \
    {application, first,  last,   name, sender, WSCLOSE_ADVICE_##advice,       \
     min_ms,      max_ms, source, page},
#include "applications.inc"
    {0}};

enum { KNOWN = sizeof known / sizeof *known - 1 };

/* NULL: not in this language. */
static const struct usage_texts said[][KNOWN + 1] = {
#define APPLICATION_TEXTS
#include "applications.inc"
};

/* The place of the registry's language among those of the tool. */
static size_t language_of(const struct registry *registry) {
    const char *tag = registry->languages[registry->language];
    const char *const *tags = words_tags();
    for (size_t i = 0; tags[i]; i++)
        if (strcmp(tags[i], tag) == 0)
            return i;
    return 0;
}

static const char *or_else(const char *text, const char *english) {
    return text ? text : english;
}

const struct usage_texts *applications_texts(const struct usage *usage,
                                             size_t language) {
    return language < sizeof said / sizeof *said ? &said[language][usage->index]
                                                 : NULL;
}

static struct reconnect reconnect_of(struct registry *registry,
                                     const struct known *at) {
    struct link *sources = registry_alloc(registry, 2, sizeof *sources);
    sources->text = at->source;
    return (struct reconnect){
        at->advice, at->source ? WSCLOSE_BASIS_PRIVATE : WSCLOSE_BASIS_NONE,
        at->min_ms, at->max_ms, sources};
}

static struct usage usage_of(struct registry *registry, size_t index,
                             size_t language) {
    const struct known *at = &known[index];
    const struct application *application = &list[at->application];
    const struct usage_texts *own = &said[language][index],
                             *english = said[0] + index;
    return (struct usage){.app = application->name,
                          .title = application->title,
                          .first = at->first,
                          .last = at->last,
                          .name = at->name,
                          .meaning = or_else(own->meaning, english->meaning),
                          .description =
                              or_else(own->description, english->description),
                          .note = or_else(own->note, english->note),
                          .index = index,
                          .sender = at->sender,
                          .reconnect = reconnect_of(registry, at),
                          .source = {application->source.text, at->page},
                          .as_of = application->as_of};
}

static void join_row(struct registry *registry, struct row *row,
                     size_t language) {
    size_t count = 0;
    for (size_t i = 0; i < KNOWN; i++)
        count += known[i].first <= row->last && known[i].last >= row->first;
    struct usage *usages = registry_alloc(registry, count + 1, sizeof *usages);
    row->applications = usages;
    for (size_t i = 0; i < KNOWN; i++)
        if (known[i].first <= row->last && known[i].last >= row->first)
            *usages++ = usage_of(registry, i, language);
}

void applications_join(struct registry *registry) {
    size_t language = language_of(registry);
    for (size_t i = 0; i < registry->row_count; i++)
        join_row(registry, &registry->rows[i], language);
}

static bool is_wanted(const struct usage *usage, const struct row *row,
                      const struct options *options) {
    return usage->app == options->app &&
           (!options->has_status || row->status == options->status);
}

void applications_keep(struct registry *registry,
                       const struct options *options) {
    for (size_t i = 0; i < registry->row_count; i++) {
        struct row *row = &registry->rows[i];
        const struct usage *all = row->applications;
        size_t count = 0;
        for (const struct usage *at = all; at->app; at++)
            count += is_wanted(at, row, options);
        struct usage *kept = registry_alloc(registry, count + 1, sizeof *kept);
        row->applications = kept;
        for (const struct usage *at = all; at->app; at++)
            if (is_wanted(at, row, options))
                *kept++ = *at;
    }
}

/* The names that begin so, to be freed. */
static char *names_with(const char *beginning) {
    struct text_stream stream;
    const char *comma = "";
    text_begin(&stream);
    for (const struct application *at = list; at->name; at++)
        if (strncasecmp(at->name, beginning, strlen(beginning)) == 0) {
            fprintf(stream.out, "%s%s", comma, at->name);
            comma = ", ";
        }
    return text_end(&stream);
}

const char *applications_find(const char *beginning) {
    const char *found = NULL;
    size_t count = 0;
    for (const struct application *at = list; at->name; at++) {
        if (strcasecmp(at->name, beginning) == 0)
            return at->name;
        if (strncasecmp(at->name, beginning, strlen(beginning)) == 0) {
            found = at->name;
            count++;
        }
    }
    if (count == 1)
        return found;
    char *names = names_with(beginning);
    const struct value values[] = {{"word", beginning}, {"names", names}, {0}};
    message_with(count ? WORD_SEVERAL_APPLICATIONS : WORD_NO_APPLICATION,
                 values);
    free(names);
    return NULL;
}
