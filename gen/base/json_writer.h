/* SPDX-License-Identifier: MIT */
/* Writing JSON that is never in memory as a whole. */
#ifndef GEN_JSON_WRITER_H
#define GEN_JSON_WRITER_H

#include <stdbool.h>

#include "base/stream.h"

struct json {
    struct stream *out;
    unsigned depth;
    bool has_member; /* where it is */
};

/* A text between quotes, as JSON, JavaScript and Lua read it. It has no control
   characters, as no text of a model has. */
void json_quoted(struct stream *out, const char *text);

/* Each is a member of an object, or one of an array, without a key. */
void json_begin(struct json *json, const char *key, char bracket);
void json_end(struct json *json, char bracket);
void json_text(struct json *json, const char *key, const char *text);
void json_number(struct json *json, const char *key, unsigned number);
void json_number_if(struct json *json, const char *key, unsigned number,
                    bool is_there);
void json_bool(struct json *json, const char *key, bool value);

#endif
