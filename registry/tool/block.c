/* SPDX-License-Identifier: MIT */
#include "block.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include "range.h"
#include "width.h"
#include "words.h"
#include "wrap.h"

/* In columns. A value with less room than this beside its label goes below. */
enum { INDENT = 2, GAP = 2, MIN_ROOM = 20 };

struct facts {
    const struct screen *screen;
    size_t column; /* where the values begin */
};

static size_t value_column(void) {
    static const enum word names[] = {
        WORD_SYMBOL,     WORD_STATUS,        WORD_WIRE,
        WORD_SENDERS,    WORD_BROWSER_CLOSE, WORD_RELAY,
        WORD_RECONNECT,  WORD_REFERENCES,    WORD_CONTACT,
        WORD_REGISTERED, WORD_UPDATED,       WORD_REGISTERED_TEXT};
    size_t widest = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_width(word_text(names[i])) > widest)
            widest = text_width(word_text(names[i]));
    return INDENT + widest + GAP;
}

/* A word, an address say, that would have to be cut beside the label may be
   whole below it. */
static bool stands_beside(const struct facts *facts, const char *value) {
    size_t width = facts->screen->width;
    return width >= facts->column + MIN_ROOM &&
           (strchr(value, ' ') || text_width(value) <= width - facts->column);
}

/* label: "" on the lines that go on with the same one. */
static void print_fact(const struct facts *facts, const char *label,
                       const char *value) {
    if (!value)
        return;
    bool beside = stands_beside(facts, value);
    size_t column = beside ? facts->column : 2 * INDENT, used = 0;
    if (*label) {
        struct style faint = facts->screen->faint;
        printf("%*s%s%s%s%s", INDENT, "", faint.on, label, faint.off,
               beside ? "" : "\n");
        used = beside ? INDENT + text_width(label) : 0;
    }
    printf("%*s", (int)(column - used), "");
    wrap_print(facts->screen, column, facts->screen->plain, value);
}

static void print_references(const struct facts *facts, unsigned code) {
    const char *reference;
    for (size_t i = 0; (reference = wsclose_reference(code, i)); i++)
        print_fact(facts, i ? "" : word_text(WORD_REFERENCES), reference);
}

static void print_named(const struct facts *facts, enum word name,
                        const char *value) {
    print_fact(facts, word_text(name), value);
}

static void print_delay(const struct facts *facts, unsigned min_ms,
                        unsigned max_ms) {
    char min[16], max[16];
    snprintf(min, sizeof min, "%g", min_ms / 1000.0);
    snprintf(max, sizeof max, "%g", max_ms / 1000.0);
    const struct value values[] = {{"min", min}, {"max", max}, {0}};
    char *text = word_format(WORD_RECONNECT_AFTER_DELAY, values);
    print_named(facts, WORD_RECONNECT, text);
    free(text);
}

static void print_reconnect(const struct facts *facts, unsigned code) {
    unsigned min_ms, max_ms;
    switch (wsclose_reconnect(code, &min_ms, &max_ms)) {
    case WSCLOSE_ADVICE_NEVER:
        print_named(facts, WORD_RECONNECT, word_text(WORD_RECONNECT_NEVER));
        break;
    case WSCLOSE_ADVICE_AT_ONCE:
        print_named(facts, WORD_RECONNECT, word_text(WORD_RECONNECT_AT_ONCE));
        break;
    case WSCLOSE_ADVICE_AFTER_DELAY:
        print_delay(facts, min_ms, max_ms);
        break;
    case WSCLOSE_ADVICE_ELSEWHERE:
        print_named(facts, WORD_RECONNECT, word_text(WORD_RECONNECT_ELSEWHERE));
        break;
    case WSCLOSE_ADVICE_AGAIN:
        print_named(facts, WORD_RECONNECT, word_text(WORD_RECONNECT_AGAIN));
        break;
    default:
        break;
    }
}

static void print_rules(const struct facts *facts, unsigned code) {
    static const enum word wires[] = {WORD_WIRE_NEVER, WORD_WIRE_LENIENT,
                                      WORD_WIRE_STRICT};
    static const enum word senders[] = {WORD_SENDERS_NOBODY,
                                        WORD_SENDERS_CLIENT,
                                        WORD_SENDERS_SERVER, WORD_SENDERS_BOTH};
    static const enum word closes[] = {WORD_BROWSER_CLOSE_REFUSED,
                                       WORD_BROWSER_CLOSE_ACCEPTED};
    int wire = wsclose_may_receive(code, WSCLOSE_RULE_LENIENT) +
               wsclose_may_receive(code, WSCLOSE_RULE_STRICT);
    int sender = wsclose_may_send(code, WSCLOSE_ROLE_CLIENT) +
                 2 * wsclose_may_send(code, WSCLOSE_ROLE_SERVER);
    unsigned relayed = wsclose_relay(code);
    char number[16];
    snprintf(number, sizeof number, "%u", relayed);
    print_named(facts, WORD_WIRE, word_text(wires[wire]));
    print_named(facts, WORD_SENDERS, word_text(senders[sender]));
    print_named(facts, WORD_BROWSER_CLOSE,
                word_text(closes[wsclose_browser_may_close(code)]));
    print_named(facts, WORD_RELAY,
                relayed ? number : word_text(WORD_RELAY_NO_CODE));
    print_reconnect(facts, code);
}

static enum word status_word(unsigned code) {
    static const enum word words[] = {
        [WSCLOSE_STATUS_UNUSED] = WORD_STATUS_UNUSED,
        [WSCLOSE_STATUS_ASSIGNED] = WORD_STATUS_ASSIGNED,
        [WSCLOSE_STATUS_RESERVED] = WORD_STATUS_RESERVED,
        [WSCLOSE_STATUS_UNASSIGNED] = WORD_STATUS_UNASSIGNED,
        [WSCLOSE_STATUS_PRIVATE_USE] = WORD_STATUS_PRIVATE_USE,
        [WSCLOSE_STATUS_INVALID] = WORD_STATUS_INVALID,
    };
    return words[wsclose_status(code)];
}

static void print_facts(const struct facts *facts, unsigned code) {
    const char *text = wsclose_registered_text(code);
    bool says_more = *text && strcmp(text, wsclose_name(code)) != 0;
    print_named(facts, WORD_SYMBOL, wsclose_symbol(code));
    print_named(facts, WORD_STATUS, word_text(status_word(code)));
    print_rules(facts, code);
    print_references(facts, code);
    print_named(facts, WORD_CONTACT, wsclose_contact(code));
    print_named(facts, WORD_REGISTERED, wsclose_date_registered(code));
    print_named(facts, WORD_UPDATED, wsclose_date_updated(code));
    print_named(facts, WORD_REGISTERED_TEXT, says_more ? text : NULL);
}

static void print_heading(const struct screen *screen, unsigned code) {
    char row[RANGE_SIZE], heading[2 * RANGE_SIZE];
    range_of_row(code, row);
    if (wsclose_first(code) == wsclose_last(code))
        snprintf(heading, sizeof heading, "%s  ", row);
    else
        snprintf(heading, sizeof heading, "%u (%s)  ", code, row);
    printf("%s%s%s", screen->strong.on, heading, screen->strong.off);
    wrap_print(screen, strlen(heading), screen->strong, wsclose_name(code));
}

/* A code that nobody has written texts for yet answers its name. */
static void print_texts(const struct screen *screen, unsigned code,
                        const char *lang) {
    const char *texts[] = {wsclose_meaning(code, lang),
                           wsclose_description(code, lang)};
    for (size_t i = 0; i < 2; i++)
        if (strcmp(texts[i], wsclose_name(code)) != 0) {
            printf("%*s", INDENT, "");
            wrap_print(screen, INDENT, screen->plain, texts[i]);
        }
}

void block_print(const struct codes *codes, const char *lang,
                 const struct screen *screen) {
    const struct facts facts = {screen, value_column()};
    for (size_t i = 0; i < codes->count; i++) {
        if (i)
            putchar('\n');
        print_heading(screen, codes->list[i]);
        print_texts(screen, codes->list[i], lang);
        putchar('\n');
        print_facts(&facts, codes->list[i]);
    }
}
