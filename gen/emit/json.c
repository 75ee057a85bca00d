/* SPDX-License-Identifier: MIT */
/* close-codes.json: what libraries in other languages copy; its schema beside
   it. */
#include "emit/emit.h"

#include <string.h>

#include "base/embedded.h"
#include "model/answer.h"
#include "model/link.h"
#include "shared/format.h"

/* Where a document is written that is never in memory as a whole. */
struct json {
    FILE *out;
    unsigned depth;
    bool has_member; /* where it is */
};

static void put_line(struct json *json) {
    fprintf(json->out, "\n%*s", (int)json->depth * 2, "");
}

/* Begins a member of an object, or of an array without a key. */
static void put_key(struct json *json, const char *key) {
    if (json->has_member)
        fputc(',', json->out);
    json->has_member = true;
    put_line(json);
    if (key)
        fprintf(json->out, "\"%s\": ", key);
}

static void begin(struct json *json, const char *key, char bracket) {
    if (json->depth)
        put_key(json, key);
    fputc(bracket, json->out);
    json->depth++;
    json->has_member = false;
}

static void end(struct json *json, char bracket) {
    json->depth--;
    if (json->has_member)
        put_line(json);
    fputc(bracket, json->out);
    json->has_member = true;
}

/* No text of a model has control characters. NULL: none. */
static void put_text(struct json *json, const char *key, const char *text) {
    put_key(json, key);
    if (!text) {
        fputs("null", json->out);
        return;
    }
    fputc('"', json->out);
    while (*text) {
        size_t len = strcspn(text, "\"\\");
        fwrite(text, 1, len, json->out);
        text += len;
        if (*text)
            fprintf(json->out, "\\%c", *text++);
    }
    fputc('"', json->out);
}

static void put_number(struct json *json, const char *key, unsigned number) {
    put_key(json, key);
    fprintf(json->out, "%u", number);
}

static void put_number_if(struct json *json, const char *key, unsigned number,
                          bool is_there) {
    if (is_there)
        put_number(json, key, number);
    else
        put_text(json, key, NULL);
}

static void put_bool(struct json *json, const char *key, bool value) {
    put_key(json, key);
    fputs(value ? "true" : "false", json->out);
}

static void put_links(struct json *json, const char *key, struct links links) {
    begin(json, key, '[');
    for (size_t i = 0; i < links.count; i++) {
        begin(json, NULL, '{');
        put_text(json, "text", links.list[i].text);
        put_text(json, "url", links.list[i].url);
        end(json, '}');
    }
    end(json, ']');
}

static void put_senders(struct json *json, const struct row *row) {
    enum senders senders = answer_senders(row);
    begin(json, "senders", '[');
    for (enum senders one = SENDERS_CLIENT; one <= SENDERS_SERVER; one++)
        if (senders == SENDERS_BOTH || senders == one)
            put_text(json, NULL, senders_texts[one]);
    end(json, ']');
}

static void put_reconnect(struct json *json, const struct model *model,
                          struct arena *arena, const struct row *row) {
    const struct semantics_entry *entry = row->semantics;
    enum advice advice = answer_advice(row);
    bool has_delay = advice == ADVICE_AFTER_DELAY;
    begin(json, "reconnect", '{');
    put_text(json, "advice", advice_texts[advice]);
    put_number_if(json, "min_ms", has_delay ? entry->min_ms : 0, has_delay);
    put_number_if(json, "max_ms", has_delay ? entry->max_ms : 0, has_delay);
    put_text(json, "basis", basis_texts[advice ? entry->basis : BASIS_NONE]);
    put_links(json, "sources", links_of_advice(arena, model, row));
    end(json, '}');
}

static void put_causes(struct json *json, const struct model *model,
                       const struct row *row) {
    begin(json, "causes", '[');
    for (size_t i = 0; i < answer_cause_count(row); i++) {
        const struct cause *cause = &row->semantics->causes[i];
        begin(json, NULL, '{');
        begin(json, "text", '{');
        for (size_t j = 0; j < model->language_count; j++)
            put_text(json, model->languages[j].tag, answer_cause(row, i, j));
        end(json, '}');
        put_links(json, "sources",
                  (struct links){cause->sources, cause->source_count});
        end(json, '}');
    }
    end(json, ']');
}

/* Another code, or none, or the one itself. */
static void put_code(struct json *json, const char *key, const struct row *row,
                     unsigned code) {
    if (code == row->first)
        put_text(json, key, "same");
    else
        put_number_if(json, key, code, code != 0);
}

static void put_spellings(struct json *json, const struct row *row) {
    begin(json, "spellings", '[');
    for (size_t i = 0; i < row->alias_count; i++)
        put_text(json, NULL, row->aliases[i]);
    end(json, ']');
}

static void put_empty(struct json *json, const char *key) {
    begin(json, key, '[');
    end(json, ']');
}

typedef const char *answer_text(const struct row *row, size_t language);

static void put_texts(struct json *json, const char *key,
                      const struct model *model, const struct row *row,
                      answer_text *answer) {
    begin(json, key, '{');
    for (size_t i = 0; i < model->language_count; i++)
        put_text(json, model->languages[i].tag, answer(row, i));
    end(json, '}');
}

/* The keys are those of wsclose --json list, in its order. */
static void put_row(struct json *json, const struct model *model,
                    struct arena *arena, const struct row *row) {
    begin(json, NULL, '{');
    put_number(json, "code", row->first);
    put_number(json, "first", row->first);
    put_number(json, "last", row->last);
    put_text(json, "status", answer_status(arena, row));
    put_text(json, "symbol", answer_symbol(row));
    put_text(json, "name", row->name);
    put_texts(json, "meaning", model, row, answer_meaning);
    put_texts(json, "description", model, row, answer_description);
    put_text(json, "registered_text", *row->text ? row->text : NULL);
    put_links(json, "references", links_of_references(arena, row));
    put_text(json, "contact", row->contact);
    put_text(json, "registered", row->registered);
    put_text(json, "updated", row->updated);
    put_text(json, "registration_rule", answer_registration_rule(model, row));
    put_bool(json, "wire", answer_wire(row) == WIRE_STRICT);
    put_bool(json, "local_only", answer_local_only(row));
    put_senders(json, row);
    put_bool(json, "browser_close", answer_browser_close(row));
    put_code(json, "reply", row, answer_reply(row));
    put_code(json, "relay", row, answer_relay(row));
    put_reconnect(json, model, arena, row);
    put_causes(json, model, row);
    put_empty(json, "applications");
    put_spellings(json, row);
    end(json, '}');
}

void emit_json(const struct model *model, FILE *out) {
    struct arena arena = {0};
    struct json json = {.out = out};
    begin(&json, NULL, '{');
    put_text(&json, "$schema", "close-codes.schema.json");
    put_number(&json, "format", JSON_FORMAT);
    put_text(&json, "generator", WSCLOSE_GEN_VERSION);
    put_text(&json, "updated", model->updated);
    put_text(&json, "source", model->source);
    put_text(&json, "digest", model->digest);
    begin(&json, "languages", '[');
    for (size_t i = 0; i < model->language_count; i++)
        put_text(&json, NULL, model->languages[i].tag);
    end(&json, ']');
    begin(&json, "rows", '[');
    for (size_t i = 0; i < model->row_count; i++) {
        put_row(&json, model, &arena, &model->rows[i]);
        arena_clear(&arena);
    }
    end(&json, ']');
    end(&json, '}');
    fputc('\n', out);
    arena_free(&arena);
}

void emit_json_schema(const struct model *model, FILE *out) {
    (void)model;
    fwrite(embedded_close_codes_schema_json.bytes, 1,
           embedded_close_codes_schema_json.len, out);
}
