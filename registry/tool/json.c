/* SPDX-License-Identifier: MIT */
#include "json.h"

#include <stdbool.h>
#include <stdio.h>

#include <jansson.h>
#include <wsclose.h>

#include "message.h"

/* Appends to an array that may be NULL; gives it up where it cannot. */
static json_t *append(json_t *array, json_t *value) {
    if (json_array_append_new(array, value) == 0)
        return array;
    json_decref(array);
    return NULL;
}

static json_t *references(unsigned code) {
    json_t *array = json_array();
    const char *reference;
    for (size_t i = 0; (reference = wsclose_reference(code, i)); i++)
        array = append(array, json_string(reference));
    return array;
}

static const char *null_if_empty(const char *text) {
    return *text ? text : NULL;
}

static json_t *senders(unsigned code) {
    json_t *array = json_array();
    if (wsclose_may_send(code, WSCLOSE_ROLE_CLIENT))
        array = append(array, json_string("client"));
    if (wsclose_may_send(code, WSCLOSE_ROLE_SERVER))
        array = append(array, json_string("server"));
    return array;
}

static json_t *reconnect(unsigned code) {
    unsigned min_ms, max_ms;
    enum wsclose_advice advice = wsclose_reconnect(code, &min_ms, &max_ms);
    bool has_delay = advice == WSCLOSE_ADVICE_AFTER_DELAY;
    return json_pack("{s:s, s:o, s:o, s:s?}", "advice",
                     wsclose_advice_name(advice), "min_ms",
                     has_delay ? json_integer(min_ms) : json_null(), "max_ms",
                     has_delay ? json_integer(max_ms) : json_null(), "source",
                     wsclose_reconnect_source(code));
}

/* The answer to a received frame with this code. 0 in a frame is a code like
   the others of its row. */
static unsigned reply(unsigned code) {
    struct wsclose_frame frame;
    wsclose_frame_of(code ? code : wsclose_last(code), NULL, 0,
                     WSCLOSE_RULE_STRICT, &frame);
    return frame.answer;
}

json_t *json_number_or_null(unsigned number) {
    return number ? json_integer(number) : json_null();
}

static json_t *row(unsigned code, const char *lang) {
    return json_pack(
        "{s:I, s:I, s:I, s:s, s:s, s:s, s:s, s:s, s:s?, s:o, s:s?, s:s?, s:s?, "
        "s:b, s:o, s:b, s:o, s:o, s:o}",
        "code", (json_int_t)code, "first", (json_int_t)wsclose_first(code),
        "last", (json_int_t)wsclose_last(code), "status",
        wsclose_status_name(wsclose_status(code)), "symbol",
        wsclose_symbol(code), "name", wsclose_name(code), "meaning",
        wsclose_meaning(code, lang), "description",
        wsclose_description(code, lang), "registered_text",
        null_if_empty(wsclose_registered_text(code)), "references",
        references(code), "contact", wsclose_contact(code), "registered",
        wsclose_date_registered(code), "updated", wsclose_date_updated(code),
        "wire", wsclose_may_receive(code, WSCLOSE_RULE_STRICT), "senders",
        senders(code), "browser_close", wsclose_browser_may_close(code),
        "reply", json_number_or_null(reply(code)), "relay",
        json_number_or_null(wsclose_relay(code)), "reconnect", reconnect(code));
}

enum result json_print_object(json_t *object) {
    bool printed = object && json_dumpf(object, stdout, JSON_INDENT(2)) == 0;
    json_decref(object);
    if (printed) {
        putchar('\n');
        return RESULT_FOUND;
    }
    message(WORD_NO_JSON);
    return RESULT_TROUBLE;
}

enum result json_print(const struct codes *codes, const char *lang) {
    json_t *array = json_array();
    for (size_t i = 0; i < codes->count; i++)
        array = append(array, row(codes->list[i], lang));
    return json_print_object(array);
}
