/* SPDX-License-Identifier: MIT */
/* close-codes.json: what libraries in other languages copy; its schema beside
   it. */
#include "emit/emit.h"

#include "base/embedded.h"
#include "emit/json_parts.h"
#include "model/answer.h"
#include "shared/format.h"

static void put_senders(struct json *json, const struct row *row) {
    enum senders senders = answer_senders(row);
    json_begin(json, "senders", '[');
    for (enum senders one = SENDERS_CLIENT; one <= SENDERS_SERVER; one++)
        if (senders == SENDERS_BOTH || senders == one)
            json_text(json, NULL, senders_texts[one]);
    json_end(json, ']');
}

static void put_causes(struct json *json, const struct model *model,
                       const struct row *row) {
    json_begin(json, "causes", '[');
    for (size_t i = 0; i < answer_cause_count(row); i++) {
        const struct cause *cause = &row->semantics->causes[i];
        json_begin(json, NULL, '{');
        json_begin(json, "text", '{');
        for (size_t j = 0; j < model->language_count; j++)
            json_text(json, model->languages[j].tag, answer_cause(row, i, j));
        json_end(json, '}');
        json_links(json, "sources",
                   (struct links){cause->sources, cause->source_count});
        json_end(json, '}');
    }
    json_end(json, ']');
}

/* Another code, or none, or the one itself; 0 is none. */
static void put_code(struct json *json, const char *key, const struct row *row,
                     unsigned code) {
    if (code && code == row->first)
        json_text(json, key, "same");
    else
        json_number_if(json, key, code, code != 0);
}

static void put_names(struct json *json, const char *key, const struct row *row,
                      answer_list *list) {
    json_begin(json, key, '[');
    for (size_t i = 0; list(row, i); i++)
        json_text(json, NULL, list(row, i));
    json_end(json, ']');
}

/* The keys are those of wsclose --json list, in its order. */
static void put_row(struct json *json, const struct model *model,
                    struct arena *arena, const struct row *row) {
    json_begin(json, NULL, '{');
    json_number(json, "code", row->first);
    json_number(json, "first", row->first);
    json_number(json, "last", row->last);
    json_text(json, "status", answer_status(arena, row));
    json_text(json, "symbol", answer_symbol(row));
    json_text(json, "name", row->name);
    json_texts(json, "meaning", model, row, answer_meaning);
    json_texts(json, "description", model, row, answer_description);
    json_text(json, "registered_text", *row->text ? row->text : NULL);
    json_links(json, "references", links_of_references(arena, row));
    json_text(json, "contact", row->contact);
    json_text(json, "registered", row->registered);
    json_text(json, "updated", row->updated);
    json_text(json, "registration_rule", answer_registration_rule(model, row));
    json_bool(json, "wire", answer_wire(row) == WIRE_STRICT);
    json_bool(json, "local_only", answer_local_only(row));
    put_senders(json, row);
    json_bool(json, "browser_close", answer_browser_close(row));
    put_code(json, "reply", row, answer_reply(model, row));
    put_code(json, "relay", row, answer_relay(row));
    json_reconnect(json, model, arena, row);
    put_causes(json, model, row);
    json_usages(json, model, arena, row);
    put_names(json, "spellings", row, answer_spelling);
    put_names(json, "former_symbols", row, answer_former_symbol);
    json_end(json, '}');
}

void emit_json(const struct model *model, struct stream *out) {
    struct arena arena = {0};
    struct json json = {.out = out};
    json_begin(&json, NULL, '{');
    json_text(&json, "$schema", "close-codes.schema.json");
    json_number(&json, "format", JSON_FORMAT);
    json_text(&json, "generator", WSCLOSE_GEN_VERSION);
    json_text(&json, "updated", model->updated);
    json_text(&json, "source", model->source);
    json_text(&json, "digest", model->digest);
    json_begin(&json, "languages", '[');
    for (size_t i = 0; i < model->language_count; i++)
        json_text(&json, NULL, model->languages[i].tag);
    json_end(&json, ']');
    json_begin(&json, "rows", '[');
    for (size_t i = 0; i < model->row_count; i++) {
        put_row(&json, model, &arena, &model->rows[i]);
        arena_clear(&arena);
    }
    json_end(&json, ']');
    json_end(&json, '}');
    stream_char(out, '\n');
    arena_free(&arena);
}

void emit_json_schema(const struct model *model, struct stream *out) {
    (void)model;
    stream_write(out, embedded_close_codes_schema_json.bytes,
                 embedded_close_codes_schema_json.len);
}
