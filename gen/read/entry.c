/* SPDX-License-Identifier: MIT */
#include "read/entry.h"

#include <string.h>

#include "model/symbol.h"
#include "read/cause.h"
#include "read/subject.h"

/* Bounds of a delay: a day, in milliseconds. */
enum { MAX_DELAY_MS = 24 * 60 * 60 * 1000 };

static const char *read_source(struct parse *parse, const xmlNode *element) {
    if (parse->source && !xmlHasProp(element, BAD_CAST "source"))
        return parse->source;
    return parse_required(parse, element, "source");
}

/* An element with one attribute of a vocabulary, and its source. */
static void read_rule(struct parse *parse, const xmlNode *element,
                      const char *name, const char *const *vocabulary,
                      struct rule *ret) {
    if (ret->value)
        parse_error(parse, element, "a second <%s> for one entry; give it one",
                    (const char *)element->name);
    parse_check_children(parse, element, parse_nothing);
    ret->value = parse_value(parse, element, name, vocabulary);
    ret->source = read_source(parse, element);
}

/* A rule without more than that. */
static void read_plain_rule(struct parse *parse, const xmlNode *element,
                            const char *name, const char *const *vocabulary,
                            struct rule *ret) {
    const char *const attributes[] = {name, "source", NULL};
    parse_check_attributes(parse, element, attributes);
    read_rule(parse, element, name, vocabulary, ret);
}

static unsigned read_delay(struct parse *parse, const xmlNode *element,
                           const char *name) {
    const char *text = parse_required(parse, element, name), *at = text;
    unsigned delay = 0;
    for (; *at >= '0' && *at <= '9' && delay <= MAX_DELAY_MS; at++)
        delay = 10 * delay + (unsigned)(*at - '0');
    if (*at || delay > MAX_DELAY_MS)
        parse_error(parse, element,
                    "%s=\"%s\" is no number of milliseconds up to a day", name,
                    text);
    return delay;
}

void entry_read_reconnect(struct parse *parse, const xmlNode *element,
                          struct semantics_entry *entry) {
    static const char *const plain[] = {"advice", "source", NULL};
    static const char *const delayed[] = {"advice", "min-ms", "max-ms",
                                          "source", NULL};
    read_rule(parse, element, "advice", advice_texts, &entry->reconnect);
    entry->basis = BASIS_STANDARD;
    bool has_delay = entry->reconnect.value == ADVICE_AFTER_DELAY;
    parse_check_attributes(parse, element, has_delay ? delayed : plain);
    if (!has_delay)
        return;
    entry->min_ms = read_delay(parse, element, "min-ms");
    entry->max_ms = read_delay(parse, element, "max-ms");
    if (entry->min_ms > entry->max_ms)
        parse_error(parse, element, "min-ms is more than max-ms; swap them");
}

static void check_entry(struct parse *parse, const xmlNode *element,
                        const struct semantics_entry *entry) {
    if (!entry->wire.value || !entry->senders.value)
        parse_error(parse, element,
                    "an entry needs <wire> and <sender>, each with its source");
    else if (entry->senders.value != SENDERS_NOBODY &&
             entry->wire.value != WIRE_STRICT)
        parse_error(parse, element,
                    "a code that somebody may send first needs "
                    "<wire accept=\"strict\">, or it could be sent and not "
                    "received");
}

static void read_spelling(struct parse *parse, const xmlNode *element,
                          struct semantics_entry *entry) {
    static const char *const attributes[] = {"text", "source", NULL};
    struct spelling spelling = {parse_required(parse, element, "text"),
                                parse_required(parse, element, "source")};
    parse_check_attributes(parse, element, attributes);
    parse_check_children(parse, element, parse_nothing);
    parse_check_text(parse, element, "the spelling", spelling.text);
    if (entry->code == MODEL_NO_CODE)
        parse_error(parse, element,
                    "a range has no spellings; give them to a code");
    if (!entry->spellings)
        entry->spellings = arena_alloc(&parse->model->arena,
                                       xmlChildElementCount(element->parent) *
                                           sizeof *entry->spellings);
    entry->spellings[entry->spelling_count++] = spelling;
}

/* The parts of an entry that codes and kinds of ranges have alike. */
static void read_parts(struct parse *parse, const xmlNode *element,
                       struct semantics_entry *entry) {
    static const char *const children[] = {"wire",     "sender", "reconnect",
                                           "spelling", "cause",  NULL};
    parse_check_children(parse, element, children);
    for (const xmlNode *child = xml_first_element(element); child;
         child = xml_next_element(child)) {
        if (xml_is_own(child, "wire"))
            read_plain_rule(parse, child, "accept", wire_texts, &entry->wire);
        else if (xml_is_own(child, "sender"))
            read_plain_rule(parse, child, "by", senders_texts, &entry->senders);
        else if (xml_is_own(child, "spelling"))
            read_spelling(parse, child, entry);
        else if (xml_is_own(child, "cause"))
            cause_read(parse, child, entry);
        else
            entry_read_reconnect(parse, child, entry);
    }
    check_entry(parse, element, entry);
}

static void read_symbol(struct parse *parse, const xmlNode *element,
                        struct semantics_entry *entry) {
    entry->symbol = parse_attribute(parse, element, "symbol");
    entry->name = parse_attribute(parse, element, "name");
    const char *reason = parse_attribute(parse, element, "reason");
    if ((entry->symbol || entry->name) && (!reason || !*reason))
        parse_error(parse, element,
                    "a symbol or name of our own needs its reason=\"...\"");
    if (entry->symbol && !symbol_is_legal(entry->symbol))
        parse_error(parse, element,
                    "the symbol \"%s\" is no identifier; write up to 55 "
                    "upper-case letters, digits and single underscores",
                    entry->symbol);
    if (!entry->name)
        return;
    if (!*entry->name)
        parse_error(parse, element,
                    "the name is empty; write it, or leave it out");
    parse_check_text(parse, element, "the name", entry->name);
}

/* The registration that an entry was written of. */
static void read_registration(struct parse *parse, const xmlNode *element,
                              struct semantics_entry *entry) {
    static const enum kind kinds[] = {KIND_ASSIGNED, KIND_RESERVED};
    entry->registered = parse_required(parse, element, "registered");
    const char *status = parse_attribute(parse, element, "status");
    size_t i = 0;
    while (status && i < 2 && strcmp(status, kind_facts(kinds[i])->id) != 0)
        i++;
    if (i == 2)
        parse_error(parse, element,
                    "status=\"%s\" is neither assigned nor reserved", status);
    else
        entry->registered_kind = kinds[i];
}

struct semantics_entry entry_read(struct parse *parse, const xmlNode *element) {
    static const char *const attributes[] = {
        "value", "registered", "status", "symbol", "name", "reason", NULL};
    struct semantics_entry entry = {.path = parse->path,
                                    .line = xmlGetLineNo(element)};
    if (xml_is_own(element, "code")) {
        parse_check_attributes(parse, element, attributes);
        entry.code = subject_read_code(parse, element);
        read_registration(parse, element, &entry);
        read_symbol(parse, element, &entry);
    } else {
        entry.code = subject_read(parse, element, &entry.kind);
    }
    read_parts(parse, element, &entry);
    return entry;
}
