/* SPDX-License-Identifier: MIT */
#include "base/json_writer.h"

#include <assert.h>
#include <string.h>

enum { MAX_DEPTH = 16 };

/* Behind a comma, or not, a line's end and the blanks of the next. */
static void put_line(struct json *json, bool has_comma) {
    static const char line[] = ",\n                                ";
    static_assert(sizeof line > 2 + 2 * MAX_DEPTH, "as deep as it goes");
    assert(json->depth <= MAX_DEPTH);
    fwrite(line + !has_comma, 1, has_comma + 1 + 2 * json->depth, json->out);
}

/* Begins a member of an object, or of an array without a key. */
void json_key(struct json *json, const char *key) {
    put_line(json, json->has_member);
    json->has_member = true;
    if (!key)
        return;
    fputc('"', json->out);
    fputs(key, json->out);
    fputs("\": ", json->out);
}

void json_begin(struct json *json, const char *key, char bracket) {
    if (json->depth)
        json_key(json, key);
    fputc(bracket, json->out);
    json->depth++;
    json->has_member = false;
}

void json_end(struct json *json, char bracket) {
    json->depth--;
    if (json->has_member)
        put_line(json, false);
    fputc(bracket, json->out);
    json->has_member = true;
}

void json_quoted(FILE *out, const char *text) {
    fputc('"', out);
    while (*text) {
        size_t len = strcspn(text, "\"\\");
        fwrite(text, 1, len, out);
        text += len;
        if (*text)
            fprintf(out, "\\%c", *text++);
    }
    fputc('"', out);
}

/* NULL: none. */
void json_text(struct json *json, const char *key, const char *text) {
    json_key(json, key);
    if (text)
        json_quoted(json->out, text);
    else
        fputs("null", json->out);
}

void json_number(struct json *json, const char *key, unsigned number) {
    json_key(json, key);
    fprintf(json->out, "%u", number);
}

void json_number_if(struct json *json, const char *key, unsigned number,
                    bool is_there) {
    if (is_there)
        json_number(json, key, number);
    else
        json_text(json, key, NULL);
}

void json_bool(struct json *json, const char *key, bool value) {
    json_key(json, key);
    fputs(value ? "true" : "false", json->out);
}
