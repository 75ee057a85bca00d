/* SPDX-License-Identifier: MIT */
/* What the JSON has alike of rows and of applications. */
#ifndef GEN_JSON_PARTS_H
#define GEN_JSON_PARTS_H

#include "base/json_writer.h"
#include "model/link.h"
#include "model/model.h"

typedef const char *answer_text(const struct row *row, size_t language);

void json_link(struct json *json, const char *key, const char *text,
               const char *url);
void json_links(struct json *json, const char *key, struct links links);

void json_reconnect(struct json *json, const struct model *model,
                    struct arena *arena, const struct row *row);

/* In every language of the model. */
void json_texts(struct json *json, const char *key, const struct model *model,
                const struct row *row, answer_text *answer);

/* applications: what they mean by codes of the row. */
void json_usages(struct json *json, const struct model *model,
                 struct arena *arena, const struct row *row);

#endif
