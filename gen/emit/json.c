/* close-codes.json: what libraries in other languages copy; its schema beside
   it. */
#include "emit/emit.h"

#include <jansson.h>

#include "model/answer.h"
#include "base/embedded.h"

/* What jansson made; it makes nothing only for want of memory. */
static json_t *made(json_t *value) {
    if (!value)
        memory_exhausted();
    return value;
}

static void append(json_t *array, json_t *value) {
    if (json_array_append_new(array, made(value)) != 0)
        memory_exhausted();
}

static json_t *number_or_null(unsigned number) {
    return made(number ? json_integer(number) : json_null());
}

static json_t *references(struct arena *arena, const struct row *row) {
    json_t *array = made(json_array());
    for (size_t i = 0; i < row->reference_count; i++)
        append(array,
               json_string(reference_display(arena, &row->references[i])));
    return array;
}

static json_t *senders(const struct row *row) {
    enum senders senders = answer_senders(row);
    json_t *array = made(json_array());
    for (enum senders one = SENDERS_CLIENT; one <= SENDERS_SERVER; one++)
        if (senders == SENDERS_BOTH || senders == one)
            append(array, json_string(senders_texts[one]));
    return array;
}

static json_t *reconnect(const struct row *row) {
    const struct semantics_entry *entry = row->semantics;
    enum advice advice = answer_advice(row);
    bool has_delay = advice == ADVICE_AFTER_DELAY;
    return made(json_pack(
        "{s:s, s:o, s:o, s:s?}", "advice", advice_texts[advice], "min_ms",
        has_delay ? json_integer(entry->min_ms) : json_null(), "max_ms",
        has_delay ? json_integer(entry->max_ms) : json_null(), "source",
        advice ? entry->reconnect.source : NULL));
}

typedef const char *answer_text(const struct row *row, size_t language);

static json_t *texts(const struct model *model, const struct row *row,
                     answer_text *answer) {
    json_t *object = made(json_object());
    for (size_t i = 0; i < model->language_count; i++)
        if (json_object_set_new(object, model->languages[i].tag,
                                made(json_string(answer(row, i)))) != 0)
            memory_exhausted();
    return object;
}

/* The keys are those of wsclose --json list, in its order. */
static json_t *row_object(const struct model *model, struct arena *arena,
                          const struct row *row) {
    return made(json_pack(
        "{s:I, s:I, s:I, s:s, s:s, s:s, s:o, s:o, s:s?, s:o, s:s?, s:s?, s:s?, "
        "s:b, s:o, s:b, s:o, s:o, s:o}",
        "code", (json_int_t)row->first, "first", (json_int_t)row->first, "last",
        (json_int_t)row->last, "status", answer_status(arena, row), "symbol",
        answer_symbol(row), "name", row->name, "meaning",
        texts(model, row, answer_meaning), "description",
        texts(model, row, answer_description), "registered_text",
        *row->text ? row->text : NULL, "references", references(arena, row),
        "contact", row->contact, "registered", row->registered, "updated",
        row->updated, "wire", answer_wire(row) == WIRE_STRICT, "senders",
        senders(row), "browser_close", answer_browser_close(row), "reply",
        number_or_null(answer_reply(row)), "relay",
        number_or_null(answer_relay(row)), "reconnect", reconnect(row)));
}

void emit_json(const struct model *model, FILE *out) {
    struct arena arena = {0};
    json_t *languages = made(json_array()), *rows = made(json_array());
    for (size_t i = 0; i < model->language_count; i++)
        append(languages, json_string(model->languages[i].tag));
    for (size_t i = 0; i < model->row_count; i++)
        append(rows, row_object(model, &arena, &model->rows[i]));
    json_t *document = made(json_pack(
        "{s:s, s:s, s:s?, s:s, s:o, s:o}", "$schema", "close-codes.schema.json",
        "updated", model->updated, "source", model->source, "digest",
        model->digest, "languages", languages, "rows", rows));
    json_dumpf(document, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(document);
    arena_free(&arena);
}

void emit_json_schema(const struct model *model, FILE *out) {
    (void)model;
    fwrite(embedded_close_codes_schema_json.bytes, 1,
           embedded_close_codes_schema_json.len, out);
}
