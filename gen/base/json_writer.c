/* SPDX-License-Identifier: MIT */
#include "base/json_writer.h"

#include <string.h>

static void put_line(struct json *json) {
    fprintf(json->out, "\n%*s", (int)json->depth * 2, "");
}

/* Begins a member of an object, or of an array without a key. */
void json_key(struct json *json, const char *key) {
    if (json->has_member)
        fputc(',', json->out);
    json->has_member = true;
    put_line(json);
    if (key)
        fprintf(json->out, "\"%s\": ", key);
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
        put_line(json);
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
