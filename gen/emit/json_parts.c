/* SPDX-License-Identifier: MIT */
#include "emit/json_parts.h"

#include "model/answer.h"

void json_link(struct json *json, const char *key, const char *text,
               const char *url) {
    json_begin(json, key, '{');
    json_text(json, "text", text);
    json_text(json, "url", url);
    json_end(json, '}');
}

void json_links(struct json *json, const char *key, struct links links) {
    json_begin(json, key, '[');
    for (size_t i = 0; i < links.count; i++)
        json_link(json, NULL, links.list[i].text, links.list[i].url);
    json_end(json, ']');
}

void json_reconnect(struct json *json, const struct model *model,
                    struct arena *arena, const struct row *row) {
    const struct semantics_entry *entry = row->semantics;
    enum advice advice = answer_advice(row);
    bool has_delay = advice == ADVICE_AFTER_DELAY;
    json_begin(json, "reconnect", '{');
    json_text(json, "advice", advice_texts[advice]);
    json_number_if(json, "min_ms", has_delay ? entry->min_ms : 0, has_delay);
    json_number_if(json, "max_ms", has_delay ? entry->max_ms : 0, has_delay);
    json_text(json, "basis", basis_texts[advice ? entry->basis : BASIS_NONE]);
    json_links(json, "sources", links_of_advice(arena, model, row));
    json_end(json, '}');
}

void json_texts(struct json *json, const char *key, const struct model *model,
                const struct row *row, answer_text *answer) {
    json_begin(json, key, '{');
    for (size_t i = 0; i < model->language_count; i++)
        json_text(json, model->languages[i].tag, answer(row, i));
    json_end(json, '}');
}
