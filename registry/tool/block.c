#include "block.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

#include "labels.h"
#include "range.h"
#include "width.h"
#include "wrap.h"

/* In columns. A value with less room than this beside its label goes below. */
enum { INDENT = 2, GAP = 2, MIN_ROOM = 20 };

struct facts {
    const struct screen *screen;
    const struct labels *labels;
    size_t column; /* where the values begin */
};

static size_t value_column(const struct labels *labels) {
    const char *all[] = {
        labels->symbol,  labels->status,     labels->references,
        labels->contact, labels->registered, labels->updated,
        labels->text,    labels->wire,       labels->begin,
        labels->close,   labels->relay,      labels->reconnect};
    size_t widest = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (text_width(all[i]) > widest)
            widest = text_width(all[i]);
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
        print_fact(facts, i ? "" : facts->labels->references, reference);
}

static void print_reconnect(const struct facts *facts, unsigned code) {
    const struct labels *labels = facts->labels;
    unsigned min_ms, max_ms;
    enum wsclose_advice advice = wsclose_reconnect(code, &min_ms, &max_ms);
    char delay[128];
    snprintf(delay, sizeof delay, labels->delay, min_ms / 1000.0,
             max_ms / 1000.0);
    if (advice == WSCLOSE_ADVICE_AFTER_DELAY)
        print_fact(facts, labels->reconnect, delay);
    else if (*labels->advices[advice])
        print_fact(facts, labels->reconnect, labels->advices[advice]);
}

static void print_rules(const struct facts *facts, unsigned code) {
    const struct labels *labels = facts->labels;
    int wire = wsclose_may_receive(code, WSCLOSE_RULE_LENIENT) +
               wsclose_may_receive(code, WSCLOSE_RULE_STRICT);
    int begin = wsclose_may_send(code, WSCLOSE_ROLE_CLIENT) +
                2 * wsclose_may_send(code, WSCLOSE_ROLE_SERVER);
    unsigned relayed = wsclose_relay(code);
    char number[16];
    snprintf(number, sizeof number, "%u", relayed);
    print_fact(facts, labels->wire, labels->wires[wire]);
    print_fact(facts, labels->begin, labels->beginners[begin]);
    print_fact(facts, labels->close,
               labels->closes[wsclose_browser_may_close(code)]);
    print_fact(facts, labels->relay, relayed ? number : labels->no_code);
    print_reconnect(facts, code);
}

static void print_facts(const struct facts *facts, unsigned code) {
    const struct labels *labels = facts->labels;
    const char *text = wsclose_registered_text(code);
    bool says_more = *text && strcmp(text, wsclose_name(code)) != 0;
    print_fact(facts, labels->symbol, wsclose_symbol(code));
    print_fact(facts, labels->status, labels->statuses[wsclose_status(code)]);
    print_rules(facts, code);
    print_references(facts, code);
    print_fact(facts, labels->contact, wsclose_contact(code));
    print_fact(facts, labels->registered, wsclose_date_registered(code));
    print_fact(facts, labels->updated, wsclose_date_updated(code));
    print_fact(facts, labels->text, says_more ? text : NULL);
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
    const struct labels *labels = labels_for(lang);
    const struct facts facts = {screen, labels, value_column(labels)};
    for (size_t i = 0; i < codes->count; i++) {
        if (i)
            putchar('\n');
        print_heading(screen, codes->list[i]);
        print_texts(screen, codes->list[i], lang);
        putchar('\n');
        print_facts(&facts, codes->list[i]);
    }
}
