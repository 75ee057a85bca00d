/* SPDX-License-Identifier: MIT */
#include "json.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>
#include <wsclose.h>

static json_t *link_or_null(const struct link *link) {
    return link->text
               ? json_pack("{s:s, s:s?}", "text", link->text, "url", link->url)
               : json_null();
}

static json_t *links(const struct link *at) {
    json_t *array = json_array();
    for (; at->text; at++)
        json_array_append_new(array, link_or_null(at));
    return array;
}

static json_t *senders(const struct row *row) {
    json_t *array = json_array();
    if (row->by_client)
        json_array_append_new(array, json_string("client"));
    if (row->by_server)
        json_array_append_new(array, json_string("server"));
    return array;
}

static json_t *reconnect_of(const struct reconnect *reconnect) {
    bool has_delay = reconnect->advice == WSCLOSE_ADVICE_AFTER_DELAY;
    return json_pack("{s:s, s:o, s:o, s:s, s:o}", "advice",
                     wsclose_advice_name(reconnect->advice), "min_ms",
                     has_delay ? json_integer(reconnect->min_ms) : json_null(),
                     "max_ms",
                     has_delay ? json_integer(reconnect->max_ms) : json_null(),
                     "basis", wsclose_basis_name(reconnect->basis), "sources",
                     links(reconnect->sources));
}

static json_t *names(const char *const *at) {
    json_t *array = json_array();
    for (; *at; at++)
        json_array_append_new(array, json_string(*at));
    return array;
}

static json_t *causes(const struct row *row, size_t language) {
    json_t *array = json_array();
    for (const struct cause *at = row->causes; at->texts; at++)
        json_array_append_new(array, json_pack("{s:s, s:o}", "text",
                                               at->texts[language], "sources",
                                               links(at->sources)));
    return array;
}

static json_t *usage_of(const struct usage *usage) {
    return json_pack(
        "{s:s, s:s, s:I, s:I, s:s?, s:s, s:s?, s:s?, s:o, s:o, s:s}", "app",
        usage->app, "title", usage->title, "first", (json_int_t)usage->first,
        "last", (json_int_t)usage->last, "name", usage->name, "meaning",
        usage->meaning, "note", usage->note, "sender", usage->sender,
        "reconnect", reconnect_of(&usage->reconnect), "source",
        link_or_null(&usage->source), "as_of", usage->as_of);
}

static json_t *usages(const struct row *row, struct span span) {
    json_t *array = json_array();
    for (const struct usage *at = row->applications; at->app; at++)
        if (usage_is_of(row, at, span))
            json_array_append_new(array, usage_of(at));
    return array;
}

json_t *json_number_or_null(unsigned number) {
    return number ? json_integer(number) : json_null();
}

static json_t *row_of(const struct registry *registry, struct span span) {
    unsigned code = span.first;
    const struct row *row = registry_row(registry, code);
    const struct texts *texts = registry_texts(registry, row);
    return json_pack(
        "{s:I, s:I, s:I, s:s, s:s, s:s, s:s, s:s, s:s?, s:o, s:s?, s:s?, s:s?, "
        "s:s?, s:b, s:b, s:o, s:b, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
        "code", (json_int_t)code, "first", (json_int_t)row->first, "last",
        (json_int_t)row->last, "status", wsclose_status_name(row->status),
        "symbol", row->symbol, "name", row->name, "meaning", texts->meaning,
        "description", texts->description, "registered_text",
        row->registered_text, "references", links(row->references), "contact",
        row->contact, "registered", row->registered, "updated", row->updated,
        "registration_rule", row->registration_rule, "wire", row->is_strict,
        "local_only", row->is_local_only, "senders", senders(row),
        "browser_close", row->is_browsers, "reply",
        json_number_or_null(row_reply(row, code)), "relay",
        json_number_or_null(row_relay(row, code)), "reconnect",
        reconnect_of(&row->reconnect), "causes",
        causes(row, registry->language), "applications", usages(row, span),
        "spellings", names(row->spellings), "former_symbols",
        names(row->former_symbols));
}

void json_print_object(json_t *object) {
    json_dumpf(object, stdout, JSON_INDENT(2));
    json_decref(object);
    putchar('\n');
}

/* As an element of an array that is printed as json_print_object() would. */
static void print_element(const char *before, json_t *object) {
    char *text = json_dumps(object, JSON_INDENT(2));
    fputs(before, stdout);
    for (const char *at = text; *at; at++) {
        putchar(*at);
        if (*at == '\n')
            fputs("  ", stdout);
    }
    free(text);
    json_decref(object);
}

/* Row by row: those of many lines of standard input would fill the memory. */
void json_print(const struct registry *registry, const struct codes *codes) {
    putchar('[');
    for (size_t i = 0; i < codes->count; i++)
        print_element(i ? ",\n  " : "\n  ", row_of(registry, codes->list[i]));
    puts(codes->count ? "\n]" : "]");
}
