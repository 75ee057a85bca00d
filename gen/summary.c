#include "summary.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

static bool has_change(const struct summary *summary, unsigned code,
                       enum change_kind kind) {
    for (size_t i = 0; i < summary->changes->count; i++) {
        const struct change *change = &summary->changes->list[i];
        if (change->first == code && change->kind == kind)
            return true;
    }
    return false;
}

void summary_find_wanting(struct model *model, struct summary *ret) {
    ret->wanting = arena_alloc(&model->arena, (model_named_count(model) + 1) *
                                                  sizeof *ret->wanting);
    ret->wanting_count = 0;
    for (size_t i = 0; i < model->row_count; i++)
        if (kind_is_named(model->rows[i].kind) &&
            (!model->rows[i].semantics ||
             has_change(ret, model->rows[i].first, CHANGE_RENAMED)))
            ret->wanting[ret->wanting_count++] = model->rows[i].first;
}

void summary_limit_wanting(struct summary *summary) {
    size_t kept = 0;
    for (size_t i = 0; i < summary->wanting_count; i++)
        if (has_change(summary, summary->wanting[i], CHANGE_ADDED) ||
            has_change(summary, summary->wanting[i], CHANGE_STATUS))
            summary->wanting[kept++] = summary->wanting[i];
    summary->wanting_count = kept;
}

static void codes_text(const struct change *change, char buffer[32]) {
    if (change->first == change->last)
        snprintf(buffer, 32, "%u", change->first);
    else
        snprintf(buffer, 32, "%u-%u", change->first, change->last);
}

static const char *wanting_text(unsigned code) {
    return code < MODEL_REGISTERED_FIRST
               ? "texts, and the decision whether it may stand in a frame"
               : "texts";
}

void summary_text(const struct summary *summary, FILE *out) {
    char codes[32];
    fprintf(out, "%s: %s -> %s, version: %s\n", summary->result,
            summary->from ? summary->from : "nothing", summary->to,
            changes_bump(summary->changes));
    for (size_t i = 0; i < summary->changes->count; i++) {
        const struct change *change = &summary->changes->list[i];
        codes_text(change, codes);
        fprintf(out, "  %-10s  %-9s  ", change_kind_name(change->kind), codes);
        if (change->before)
            fprintf(out, "\"%s\" -> ", change->before);
        fprintf(out, change->after ? "\"%s\"\n" : "none%s\n",
                change->after ? change->after : "");
    }
    for (size_t i = 0; i < summary->wanting_count; i++)
        fprintf(out, "  wanting     %-9u  %s\n", summary->wanting[i],
                wanting_text(summary->wanting[i]));
}

/* The longest run of backticks in a text. */
static size_t longest_run(const char *text) {
    size_t longest = 0, run = 0;
    for (; *text; text++) {
        run = *text == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

static void put_span(FILE *out, const char *text) {
    size_t fence = longest_run(text) + 1;
    for (size_t i = 0; i < fence; i++)
        fputc('`', out);
    fprintf(out, " %s ", text);
    for (size_t i = 0; i < fence; i++)
        fputc('`', out);
}

static void markdown_changes(const struct summary *summary,
                             enum change_kind kind, FILE *out) {
    char codes[32];
    bool first = true;
    for (size_t i = 0; i < summary->changes->count; i++) {
        const struct change *change = &summary->changes->list[i];
        if (change->kind != kind)
            continue;
        if (first)
            fprintf(out, "\n### %s\n\n", change_kind_name(kind));
        first = false;
        codes_text(change, codes);
        fprintf(out, "- %s: ", codes);
        if (change->before) {
            put_span(out, change->before);
            fputs(" → ", out);
        }
        if (change->after)
            put_span(out, change->after);
        else
            fputs("nothing", out);
        fputc('\n', out);
    }
}

void summary_markdown(const struct summary *summary, FILE *out) {
    fprintf(out,
            "## WebSocket close codes: %s\n"
            "\n"
            "IANA's registry of %s; held was %s. Version: %s.\n",
            summary->result, summary->to,
            summary->from ? summary->from : "nothing",
            changes_bump(summary->changes));
    for (enum change_kind kind = CHANGE_ADDED; kind <= CHANGE_DATES; kind++)
        markdown_changes(summary, kind, out);
    if (summary->wanting_count)
        fputs("\n### Wanting in gen/data/semantics.xml\n\n", out);
    for (size_t i = 0; i < summary->wanting_count; i++)
        fprintf(out, "- %u: %s\n", summary->wanting[i],
                wanting_text(summary->wanting[i]));
}

static json_t *must(json_t *json) {
    if (!json)
        memory_exhausted();
    return json;
}

static void set(json_t *object, const char *key, json_t *value) {
    if (json_object_set_new(object, key, must(value)) != 0)
        memory_exhausted();
}

static json_t *text_or_null(const char *text) {
    return text ? json_string(text) : json_null();
}

static json_t *json_of_changes(const struct changes *changes) {
    json_t *array = must(json_array());
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->list[i];
        json_t *object = must(json_object());
        set(object, "kind", json_string(change_kind_name(change->kind)));
        set(object, "first", json_integer(change->first));
        set(object, "last", json_integer(change->last));
        set(object, "before", text_or_null(change->before));
        set(object, "after", text_or_null(change->after));
        if (json_array_append_new(array, object) != 0)
            memory_exhausted();
    }
    return array;
}

void summary_json(const struct summary *summary, FILE *out) {
    json_t *wanting = must(json_array());
    for (size_t i = 0; i < summary->wanting_count; i++)
        if (json_array_append_new(wanting, json_integer(summary->wanting[i])) !=
            0)
            memory_exhausted();
    json_t *object = must(json_object());
    set(object, "result", json_string(summary->result));
    set(object, "from", text_or_null(summary->from));
    set(object, "to", json_string(summary->to));
    set(object, "bump", json_string(changes_bump(summary->changes)));
    set(object, "wanting", wanting);
    set(object, "changes", json_of_changes(summary->changes));
    json_dumpf(object, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(object);
}
