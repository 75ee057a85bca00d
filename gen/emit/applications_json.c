/* SPDX-License-Identifier: MIT */
/* applications.json: what applications mean by their codes; its schema beside
   it. */
#include "model/application.h"

#include "base/embedded.h"
#include "emit/emit.h"
#include "emit/json_parts.h"
#include "model/answer.h"
#include "shared/format.h"

static void put_source(struct json *json, struct arena *arena,
                       const struct application *application,
                       const struct row *usage) {
    json_link(json, "source", application->source,
              link_of_usage(arena, application, usage));
}

/* In English, and in the languages that it was written in. */
static void put_texts(struct json *json, const char *key,
                      const struct model *model, const struct row *usage,
                      answer_text *answer) {
    const char *english = answer(usage, 0);
    json_begin(json, key, '{');
    for (size_t i = 0; i < model->language_count; i++)
        if (!i || answer(usage, i) != english)
            json_text(json, model->languages[i].tag, answer(usage, i));
    json_end(json, '}');
}

static void put_note(struct json *json, const struct model *model,
                     const struct row *usage) {
    if (answer_note(usage, 0))
        put_texts(json, "note", model, usage, answer_note);
    else
        json_text(json, "note", NULL);
}

static void put_codes(struct json *json, const struct row *usage) {
    json_number(json, "first", usage->first);
    json_number(json, "last", usage->last);
    json_text(json, "name", *usage->name ? usage->name : NULL);
}

static void put_rules(struct json *json, const struct model *model,
                      struct arena *arena, const struct row *usage) {
    enum senders sender = answer_senders(usage);
    put_note(json, model, usage);
    json_text(json, "sender", sender ? senders_texts[sender] : NULL);
    json_reconnect(json, model, arena, usage);
}

/* The keys are those of a row's applications in wsclose --json, in its order.
 */
static void put_usage(struct json *json, const struct model *model,
                      struct arena *arena,
                      const struct application *application,
                      const struct row *usage) {
    json_begin(json, NULL, '{');
    json_text(json, "app", application->id);
    json_text(json, "title", application->title);
    put_codes(json, usage);
    put_texts(json, "meaning", model, usage, answer_meaning);
    put_rules(json, model, arena, usage);
    put_source(json, arena, application, usage);
    json_text(json, "as_of", application->as_of);
    json_end(json, '}');
}

void json_usages(struct json *json, const struct model *model,
                 struct arena *arena, const struct row *row) {
    struct usage usage = {0};
    json_begin(json, "applications", '[');
    while (usage_next(model, row, &usage))
        put_usage(json, model, arena, usage.application, usage.row);
    json_end(json, ']');
}

static void put_code(struct json *json, const struct model *model,
                     struct arena *arena, const struct application *application,
                     const struct row *usage) {
    json_begin(json, NULL, '{');
    put_codes(json, usage);
    put_texts(json, "meaning", model, usage, answer_meaning);
    put_texts(json, "description", model, usage, answer_description);
    put_rules(json, model, arena, usage);
    put_source(json, arena, application, usage);
    json_end(json, '}');
}

static void put_application(struct json *json, const struct model *model,
                            struct arena *arena,
                            const struct application *application) {
    json_begin(json, NULL, '{');
    json_text(json, "app", application->id);
    json_text(json, "title", application->title);
    json_link(json, "source", application->source, application->home);
    json_text(json, "as_of", application->as_of);
    json_begin(json, "codes", '[');
    for (size_t i = 0; i < application->row_count; i++)
        put_code(json, model, arena, application, &application->rows[i]);
    json_end(json, ']');
    json_end(json, '}');
}

void emit_applications_json(const struct model *model, struct stream *out) {
    struct arena arena = {0};
    struct json json = {.out = out};
    json_begin(&json, NULL, '{');
    json_text(&json, "$schema", "applications.schema.json");
    json_number(&json, "format", JSON_FORMAT);
    json_text(&json, "generator", WSCLOSE_GEN_VERSION);
    json_begin(&json, "applications", '[');
    for (size_t i = 0; i < model->application_count; i++) {
        put_application(&json, model, &arena, &model->applications[i]);
        arena_clear(&arena);
    }
    json_end(&json, ']');
    json_end(&json, '}');
    stream_char(out, '\n');
    arena_free(&arena);
}

void emit_applications_schema(const struct model *model, struct stream *out) {
    (void)model;
    stream_write(out, embedded_applications_schema_json.bytes,
                 embedded_applications_schema_json.len);
}
