#include "json.h"

#include <stdio.h>

#include <jansson.h>
#include <wsclose.h>

#include "message.h"
#include "status.h"

static json_t *references(unsigned code) {
    json_t *array = json_array();
    const char *reference;
    for (size_t i = 0; (reference = wsclose_reference(code, i)); i++)
        json_array_append_new(array, json_string(reference));
    return array;
}

static const char *null_if_empty(const char *text) {
    return *text ? text : NULL;
}

static json_t *row(unsigned code, const char *lang) {
    return json_pack(
        "{s:I, s:I, s:I, s:s, s:s, s:s, s:s, s:s, s:s?, s:o, s:s?, s:s?, s:s?}",
        "code", (json_int_t)code, "first", (json_int_t)wsclose_first(code),
        "last", (json_int_t)wsclose_last(code), "status",
        status_name(wsclose_status(code)), "symbol", wsclose_symbol(code),
        "name", wsclose_name(code), "meaning", wsclose_meaning(code, lang),
        "description", wsclose_description(code, lang), "registered_text",
        null_if_empty(wsclose_registered_text(code)), "references",
        references(code), "contact", wsclose_contact(code), "registered",
        wsclose_date_registered(code), "updated", wsclose_date_updated(code));
}

enum result json_print(const struct codes *codes, const char *lang) {
    json_t *array = json_array();
    enum result result = array ? RESULT_FOUND : RESULT_TROUBLE;
    for (size_t i = 0; i < codes->count && result == RESULT_FOUND; i++)
        if (json_array_append_new(array, row(codes->list[i], lang)) < 0)
            result = RESULT_TROUBLE;
    if (result == RESULT_FOUND) {
        json_dumpf(array, stdout, JSON_INDENT(2));
        putchar('\n');
    } else {
        message("there is no memory left; ask for fewer codes");
    }
    json_decref(array);
    return result;
}
