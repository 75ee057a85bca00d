/* SPDX-License-Identifier: MIT */
#include "judge/summary.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_writer.h"

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

void summary_text(const struct summary *summary, struct stream *out) {
    char codes[32];
    stream_printf(out, "%s: %s -> %s, version: %s\n", summary->result,
                  summary->from ? summary->from : "nothing", summary->to,
                  changes_bump(summary->changes));
    for (size_t i = 0, end; i < summary->changes->count; i = end) {
        struct change run = change_run(summary->changes, i, &end);
        change_codes(&run, codes);
        stream_printf(out, "  %-10s  %-9s  ", change_kind_name(run.kind),
                      codes);
        if (run.before)
            stream_printf(out, "\"%s\" -> ", run.before);
        stream_printf(out, run.after ? "\"%s\"\n" : "none%s\n",
                      run.after ? run.after : "");
    }
    for (size_t i = 0, end; i < summary->wanting_count; i = end) {
        struct change run = summary_wanting_run(summary, i, &end);
        change_codes(&run, codes);
        stream_printf(out, "  wanting     %-9s  %s\n", codes,
                      summary_wanting_text(run.first));
    }
}

static void put_change(struct json *json, const struct change *change) {
    json_begin(json, NULL, '{');
    json_text(json, "kind", change_kind_name(change->kind));
    json_number(json, "first", change->first);
    json_number(json, "last", change->last);
    json_text(json, "before", change->before);
    json_text(json, "after", change->after);
    json_end(json, '}');
}

void summary_json(const struct summary *summary, struct stream *out) {
    struct json json = {.out = out};
    json_begin(&json, NULL, '{');
    json_text(&json, "result", summary->result);
    json_text(&json, "from", summary->from);
    json_text(&json, "to", summary->to);
    json_text(&json, "bump", changes_bump(summary->changes));
    json_begin(&json, "wanting", '[');
    for (size_t i = 0; i < summary->wanting_count; i++)
        json_number(&json, NULL, summary->wanting[i]);
    json_end(&json, ']');
    json_begin(&json, "changes", '[');
    for (size_t i = 0; i < summary->changes->count; i++)
        put_change(&json, &summary->changes->list[i]);
    json_end(&json, ']');
    json_end(&json, '}');
    stream_char(out, '\n');
}
