/* SPDX-License-Identifier: MIT */
#include "block.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"
#include "memory.h"
#include "range.h"
#include "usages.h"
#include "words.h"
#include "wrap.h"

enum { INDENT = FACTS_INDENT };

static void print_references(const struct pairs *facts, const struct row *row) {
    const char *label = word_text(WORD_REFERENCES);
    for (const struct link *at = row->references; at->text; at++, label = "")
        facts_put(facts, label, at->text);
}

/* What may not be in a frame is answered as the error that it is. */
static void print_reply(const struct pairs *facts, const struct row *row,
                        unsigned code) {
    unsigned reply = row_reply(row, code);
    char number[16];
    snprintf(number, sizeof number, "%u", reply);
    const struct value values[] = {{"code", number}, {0}};
    char *text = word_format(WORD_REPLY_IF_SENT, values);
    const char *plain = reply ? number : word_text(WORD_RELAY_NO_CODE);
    facts_put_named(facts, WORD_REPLY,
                    reply && !row->is_lenient ? text : plain);
    free(text);
}

/* Their texts with commas between. */
static void write_links(FILE *out, const struct link *links) {
    for (; links->text; links++)
        fprintf(out, "%s%s", links->text, links[1].text ? ", " : "");
}

/* Of what clients do, with their names; NULL: nothing is known. To be freed. */
static char *reconnect_of(const struct reconnect *reconnect) {
    char *advice = facts_reconnect(reconnect);
    if (!advice || reconnect->basis != WSCLOSE_BASIS_PRACTICE)
        return advice;
    struct text_stream stream;
    text_begin(&stream);
    write_links(stream.out, reconnect->sources);
    char *clients = text_end(&stream);
    const struct value values[] = {
        {"advice", advice}, {"clients", clients}, {0}};
    char *ret = word_format(WORD_RECONNECT_PRACTICE, values);
    free(clients);
    free(advice);
    return ret;
}

static void print_rules(const struct pairs *facts, const struct row *row,
                        unsigned code) {
    static const enum word wires[] = {WORD_WIRE_NEVER, WORD_WIRE_LENIENT,
                                      WORD_WIRE_STRICT};
    static const enum word senders[] = {WORD_SENDERS_NOBODY,
                                        WORD_SENDERS_CLIENT,
                                        WORD_SENDERS_SERVER, WORD_SENDERS_BOTH};
    static const enum word closes[] = {WORD_BROWSER_CLOSE_REFUSED,
                                       WORD_BROWSER_CLOSE_ACCEPTED};
    int wire = row->is_lenient + row->is_strict;
    int sender = row->by_client + 2 * row->by_server;
    unsigned relayed = row_relay(row, code);
    char number[16], *reconnect = reconnect_of(&row->reconnect);
    snprintf(number, sizeof number, "%u", relayed);
    facts_put_named(facts, WORD_WIRE, word_text(wires[wire]));
    facts_put_named(facts, WORD_SENDERS, word_text(senders[sender]));
    facts_put_named(facts, WORD_BROWSER_CLOSE,
                    word_text(closes[row->is_browsers]));
    print_reply(facts, row, code);
    facts_put_named(facts, WORD_RELAY,
                    relayed ? number : word_text(WORD_RELAY_NO_CODE));
    facts_put_named(facts, WORD_RECONNECT, reconnect);
    free(reconnect);
}

static enum word status_word(enum wsclose_registration_status status) {
    static const enum word words[] = {
        [WSCLOSE_STATUS_UNUSED] = WORD_STATUS_UNUSED,
        [WSCLOSE_STATUS_ASSIGNED] = WORD_STATUS_ASSIGNED,
        [WSCLOSE_STATUS_RESERVED] = WORD_STATUS_RESERVED,
        [WSCLOSE_STATUS_UNASSIGNED] = WORD_STATUS_UNASSIGNED,
        [WSCLOSE_STATUS_PRIVATE_USE] = WORD_STATUS_PRIVATE_USE,
        [WSCLOSE_STATUS_INVALID] = WORD_STATUS_INVALID,
    };
    return words[status];
}

static void print_facts(const struct pairs *facts, const struct row *row,
                        unsigned code) {
    const char *text = row->registered_text;
    bool says_more = text && strcmp(text, row->name) != 0;
    facts_put_named(facts, WORD_SYMBOL, row->symbol);
    facts_put_named(facts, WORD_STATUS, word_text(status_word(row->status)));
    print_rules(facts, row, code);
    print_references(facts, row);
    facts_put_named(facts, WORD_CONTACT, row->contact);
    facts_put_named(facts, WORD_REGISTERED, row->registered);
    facts_put_named(facts, WORD_UPDATED, row->updated);
    facts_put_named(facts, WORD_REGISTERED_TEXT, says_more ? text : NULL);
}

static void print_heading(const struct screen *screen, const struct row *row,
                          unsigned code) {
    char range[RANGE_SIZE], heading[2 * RANGE_SIZE];
    range_of_row(row, range);
    if (row->first == row->last)
        snprintf(heading, sizeof heading, "%s  ", range);
    else
        snprintf(heading, sizeof heading, "%u (%s)  ", code, range);
    printf("%s%s%s", screen->strong.on, heading, screen->strong.off);
    wrap_print(screen, strlen(heading), screen->strong, row->name);
}

/* A code that nobody has written texts for yet answers its name. */
static void print_texts(const struct screen *screen, const struct row *row,
                        const struct texts *texts) {
    const char *both[] = {texts->meaning, texts->description};
    for (size_t i = 0; i < 2; i++)
        if (strcmp(both[i], row->name) != 0) {
            printf("%*s", INDENT, "");
            wrap_print(screen, INDENT, screen->plain, both[i]);
        }
}

/* A source is named here; where it stands is in the JSON. */
static void print_cause(const struct screen *screen, const char *text,
                        const struct link *sources) {
    struct text_stream stream;
    text_begin(&stream);
    fprintf(stream.out, "%s [", text);
    write_links(stream.out, sources);
    fputc(']', stream.out);
    char *line = text_end(&stream);
    printf("%*s- ", INDENT, "");
    wrap_print(screen, 2 * INDENT, screen->plain, line);
    free(line);
}

static void print_causes(const struct screen *screen, const struct row *row,
                         size_t language) {
    if (row->causes->texts)
        putchar('\n');
    for (const struct cause *at = row->causes; at->texts; at++)
        print_cause(screen, at->texts[language], at->sources);
}

/* A code that is unassigned in what is compiled in may be registered since. */
static void print_newer(const struct registry *registry,
                        const struct screen *screen) {
    const struct value values[] = {{"date", registry->updated}, {0}};
    char *text = word_format(WORD_NEWER_REGISTRY, values);
    putchar('\n');
    wrap_print(screen, 0, screen->faint, text);
    free(text);
}

void block_print(const struct registry *registry, const struct codes *codes,
                 const struct screen *screen) {
    static const enum word names[] = {
        WORD_SYMBOL,         WORD_STATUS,  WORD_WIRE,       WORD_SENDERS,
        WORD_BROWSER_CLOSE,  WORD_REPLY,   WORD_RELAY,      WORD_RECONNECT,
        WORD_REFERENCES,     WORD_CONTACT, WORD_REGISTERED, WORD_UPDATED,
        WORD_REGISTERED_TEXT};
    const struct pairs facts =
        facts_begin(screen, names, sizeof names / sizeof *names);
    bool is_behind = false;
    for (size_t i = 0; i < codes->count; i++) {
        unsigned code = codes->list[i].first;
        const struct row *row = registry_row(registry, code);
        if (i)
            putchar('\n');
        print_heading(screen, row, code);
        print_texts(screen, row, registry_texts(registry, row));
        print_causes(screen, row, registry->language);
        putchar('\n');
        print_facts(&facts, row, code);
        usages_print(screen, row, codes->list[i]);
        is_behind |= !registry->file && !row_is_named(row) &&
                     row->status == WSCLOSE_STATUS_UNASSIGNED;
    }
    if (is_behind)
        print_newer(registry, screen);
}
