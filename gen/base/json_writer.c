/* SPDX-License-Identifier: MIT */
#include "base/json_writer.h"

#include <assert.h>
#include <string.h>

enum { MAX_DEPTH = 16 };

/* Ends a line, with a comma or without, and indents the next one. */
static void put_line(struct json *json, bool has_comma) {
    static const char line[] = ",\n                                ";
    static_assert(sizeof line > 2 + 2 * MAX_DEPTH, "as deep as it goes");
    assert(json->depth <= MAX_DEPTH);
    stream_write(json->out, line + !has_comma, has_comma + 1 + 2 * json->depth);
}

static void put_key(struct json *json, const char *key) {
    put_line(json, json->has_member);
    json->has_member = true;
    if (!key)
        return;
    stream_char(json->out, '"');
    stream_put(json->out, key);
    stream_put(json->out, "\": ");
}

void json_begin(struct json *json, const char *key, char bracket) {
    if (json->depth)
        put_key(json, key);
    stream_char(json->out, bracket);
    json->depth++;
    json->has_member = false;
}

void json_end(struct json *json, char bracket) {
    json->depth--;
    if (json->has_member)
        put_line(json, false);
    stream_char(json->out, bracket);
    json->has_member = true;
}

void json_quoted(struct stream *out, const char *text) {
    stream_char(out, '"');
    while (*text) {
        size_t len = strcspn(text, "\"\\");
        stream_write(out, text, len);
        text += len;
        if (*text)
            stream_printf(out, "\\%c", *text++);
    }
    stream_char(out, '"');
}

/* NULL: none. */
void json_text(struct json *json, const char *key, const char *text) {
    put_key(json, key);
    if (text)
        json_quoted(json->out, text);
    else
        stream_put(json->out, "null");
}

void json_number(struct json *json, const char *key, unsigned number) {
    put_key(json, key);
    stream_printf(json->out, "%u", number);
}

void json_number_if(struct json *json, const char *key, unsigned number,
                    bool is_there) {
    if (is_there)
        json_number(json, key, number);
    else
        json_text(json, key, NULL);
}

void json_bool(struct json *json, const char *key, bool value) {
    put_key(json, key);
    stream_put(json->out, value ? "true" : "false");
}
