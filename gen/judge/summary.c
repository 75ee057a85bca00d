/* SPDX-License-Identifier: MIT */
#include "judge/summary.h"

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
    ret->wanting = arena_alloc(&model->arena, (model_code_count(model) + 1) *
                                                  sizeof *ret->wanting);
    ret->wanting_count = 0;
    for (size_t i = 0; i < model->row_count; i++)
        if (kind_is_named(model->rows[i].kind) &&
            (!model->rows[i].semantics || model->rows[i].is_reworded))
            ret->wanting[ret->wanting_count++] = model->rows[i].first;
}

void summary_limit_wanting(struct summary *summary) {
    size_t kept = 0;
    for (size_t i = 0; i < summary->wanting_count; i++)
        if (has_change(summary, summary->wanting[i], CHANGE_ADDED) ||
            has_change(summary, summary->wanting[i], CHANGE_RENAMED) ||
            has_change(summary, summary->wanting[i], CHANGE_STATUS))
            summary->wanting[kept++] = summary->wanting[i];
    summary->wanting_count = kept;
}

const char *summary_wanting_text(unsigned code) {
    return code < PROTOCOL_REGISTERED_FIRST
               ? "texts, and the decision whether it may stand in a frame"
               : "texts";
}

struct change summary_wanting_run(const struct summary *summary, size_t begin,
                                  size_t *end) {
    const unsigned *codes = summary->wanting;
    struct change run = {.first = codes[begin], .last = codes[begin]};
    for (*end = begin + 1;
         *end < summary->wanting_count && codes[*end] == run.last + 1 &&
         summary_wanting_text(codes[*end]) == summary_wanting_text(run.first);
         ++*end)
        run.last++;
    return run;
}

void summary_text(const struct summary *summary, FILE *out) {
    char codes[32];
    fprintf(out, "%s: %s -> %s, version: %s\n", summary->result,
            summary->from ? summary->from : "nothing", summary->to,
            changes_bump(summary->changes));
    for (size_t i = 0, end; i < summary->changes->count; i = end) {
        struct change run = change_run(summary->changes, i, &end);
        change_codes(&run, codes);
        fprintf(out, "  %-10s  %-9s  ", change_kind_name(run.kind), codes);
        if (run.before)
            fprintf(out, "\"%s\" -> ", run.before);
        fprintf(out, run.after ? "\"%s\"\n" : "none%s\n",
                run.after ? run.after : "");
    }
    for (size_t i = 0, end; i < summary->wanting_count; i = end) {
        struct change run = summary_wanting_run(summary, i, &end);
        change_codes(&run, codes);
        fprintf(out, "  wanting     %-9s  %s\n", codes,
                summary_wanting_text(run.first));
    }
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
