/* SPDX-License-Identifier: MIT */
#include "judge/change.h"

#include <stdlib.h>
#include <string.h>

#include "base/stream.h"
#include "model/link.h"

const char *change_kind_name(enum change_kind kind) {
    static const char *const names[] = {
        [CHANGE_ADDED] = "added",     [CHANGE_REMOVED] = "removed",
        [CHANGE_RENAMED] = "renamed", [CHANGE_STATUS] = "status",
        [CHANGE_SPLIT] = "split",     [CHANGE_REFERENCES] = "references",
        [CHANGE_CONTACT] = "contact", [CHANGE_DATES] = "dates"};
    return names[kind];
}

const char *changes_bump(const struct changes *changes) {
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->list[i];
        if (change->kind == CHANGE_ADDED || change->kind == CHANGE_REMOVED ||
            change->from != change->to)
            return "minor";
    }
    return changes->count ? "patch" : "none";
}

void changes_free(struct changes *changes) {
    free(changes->list);
    arena_free(&changes->arena);
    *changes = (struct changes){0};
}

static bool same(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool continues(const struct change *run, const struct change *next) {
    return next->first == run->last + 1 && next->kind == run->kind &&
           next->from == run->from && next->to == run->to &&
           same(next->before, run->before) && same(next->after, run->after);
}

struct change change_run(const struct changes *changes, size_t begin,
                         size_t *end) {
    struct change run = changes->list[begin];
    for (*end = begin + 1;
         *end < changes->count && continues(&run, &changes->list[*end]); ++*end)
        run.last = changes->list[*end].last;
    return run;
}

void change_codes(const struct change *change, char ret[32]) {
    snprintf(ret, 32, change->first == change->last ? "%u" : "%u-%u",
             change->first, change->last);
}

/* Codes that stand in one row before, and in one row now. */
struct interval {
    unsigned first, last;
    const struct row *from, *to;
};

static void add(struct changes *changes, enum change_kind kind,
                const struct interval *interval, const char *before,
                const char *after) {
    changes->list =
        memory_append(changes->list, changes->count, sizeof *changes->list);
    changes->list[changes->count++] = (struct change){kind,
                                                      interval->first,
                                                      interval->last,
                                                      interval->from->kind,
                                                      interval->to->kind,
                                                      before,
                                                      after};
}

static bool same_references(const struct row *a, const struct row *b) {
    if (a->reference_count != b->reference_count)
        return false;
    for (size_t i = 0; i < a->reference_count; i++) {
        const struct reference *x = &a->references[i], *y = &b->references[i];
        if (strcmp(x->type, y->type) != 0 || strcmp(x->data, y->data) != 0 ||
            strcmp(x->text, y->text) != 0)
            return false;
    }
    return true;
}

static const char *references_text(struct arena *arena, const struct row *row) {
    struct stream stream;
    if (!row->reference_count)
        return NULL;
    stream_begin(&stream);
    for (size_t i = 0; i < row->reference_count; i++)
        stream_printf(&stream, "%s%s", i ? ", " : "",
                      reference_display(arena, &row->references[i]));
    return stream_keep(&stream, arena);
}

static const char *dates_text(struct arena *arena, const struct row *row) {
    if (!row->registered && !row->updated)
        return NULL;
    return arena_printf(arena, "%s, updated %s",
                        row->registered ? row->registered : "no date",
                        row->updated ? row->updated : "never");
}

static void compare_facts(struct changes *changes,
                          const struct interval *interval) {
    const struct row *from = interval->from, *to = interval->to;
    struct arena *arena = &changes->arena;
    if (!same_references(from, to))
        add(changes, CHANGE_REFERENCES, interval, references_text(arena, from),
            references_text(arena, to));
    if (!same(from->contact, to->contact))
        add(changes, CHANGE_CONTACT, interval, from->contact, to->contact);
    if (!same(from->registered, to->registered) ||
        !same(from->updated, to->updated))
        add(changes, CHANGE_DATES, interval, dates_text(arena, from),
            dates_text(arena, to));
}

static void compare_rows(struct changes *changes,
                         const struct interval *interval) {
    const struct row *from = interval->from, *to = interval->to;
    bool was_named = kind_is_named(from->kind), named = kind_is_named(to->kind);
    if (!was_named && named)
        add(changes, CHANGE_ADDED, interval, NULL, to->text);
    else if (was_named && !named)
        add(changes, CHANGE_REMOVED, interval, from->text, to->text);
    else {
        if (from->kind != to->kind)
            add(changes, CHANGE_STATUS, interval, from->text, to->text);
        else if (strcmp(from->text, to->text) != 0)
            add(changes, CHANGE_RENAMED, interval, from->text, to->text);
        compare_facts(changes, interval);
    }
}

static bool is_unnamed(const struct interval *interval) {
    return !kind_is_named(interval->from->kind) &&
           !kind_is_named(interval->to->kind);
}

/* The bounds of rows that follow. */
static const char *bounds_text(struct arena *arena, const struct row *rows,
                               size_t count) {
    struct stream stream;
    stream_begin(&stream);
    for (const struct row *row = rows; row < rows + count; row++) {
        stream_printf(&stream, "%s%u", row > rows ? ", " : "", row->first);
        if (row->last > row->first)
            stream_printf(&stream, "-%u", row->last);
    }
    return stream_keep(&stream, arena);
}

static int by_code(const void *a, const void *b) {
    const struct change *left = a, *right = b;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    return left->kind < right->kind ? -1 : left->kind > right->kind;
}

/* Intervals that follow each other, that nobody has, and that one row covers on
   one side: where there are several, a range was cut or ranges were joined. */
struct run {
    const struct row *row; /* NULL: none */
    struct interval all;
    const struct row *parts; /* on the other side, and how many */
    size_t count;
};

static void end_run(struct changes *changes, struct run *run, bool cut) {
    if (run->count > 1) {
        const char *whole = bounds_text(&changes->arena, run->row, 1);
        const char *parts =
            bounds_text(&changes->arena, run->parts, run->count);
        add(changes, CHANGE_SPLIT, &run->all, cut ? whole : parts,
            cut ? parts : whole);
    }
    *run = (struct run){0};
}

static void extend_run(struct changes *changes, struct run *run,
                       const struct interval *interval, bool cut) {
    const struct row *row = cut ? interval->from : interval->to;
    if (run->row != row || !is_unnamed(interval))
        end_run(changes, run, cut);
    if (!is_unnamed(interval))
        return;
    if (!run->row) {
        run->all = *interval;
        run->parts = cut ? interval->to : interval->from;
    }
    run->row = row;
    run->all.last = interval->last;
    run->count++;
}

static int by_first(const void *a, const void *b) {
    unsigned left = (*(const struct policy *const *)a)->first;
    unsigned right = (*(const struct policy *const *)b)->first;
    return left < right ? -1 : left > right;
}

static const char *policies_text(struct arena *arena,
                                 const struct model *model) {
    struct stream stream;
    if (!model->policy_count)
        return NULL;
    const struct policy **sorted =
        arena_alloc(arena, model->policy_count * sizeof *sorted);
    for (size_t i = 0; i < model->policy_count; i++)
        sorted[i] = &model->policies[i];
    qsort(sorted, model->policy_count, sizeof *sorted, by_first);
    stream_begin(&stream);
    for (size_t i = 0; i < model->policy_count; i++)
        stream_printf(&stream, "%s%u-%u: %s", i ? "; " : "", sorted[i]->first,
                      sorted[i]->last, sorted[i]->rule);
    return stream_keep(&stream, arena);
}

static void compare_policies(struct changes *changes,
                             const struct model *current,
                             const struct model *model) {
    const char *from = policies_text(&changes->arena, current);
    const char *to = policies_text(&changes->arena, model);
    const struct row *row = model_row(model, 0);
    struct interval all = {0, PROTOCOL_CODE_LIMIT - 1, row, row};
    if (!same(from, to))
        add(changes, CHANGE_STATUS, &all, from, to);
}

static void add_all(struct changes *changes, const struct model *model) {
    static const struct row nothing = {.kind = KIND_UNUSED, .text = ""};
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        struct interval interval = {row->first, row->last, &nothing, row};
        if (kind_is_named(row->kind))
            add(changes, CHANGE_ADDED, &interval, NULL, row->text);
    }
}

static struct interval interval_from(const struct model *current,
                                     const struct model *model, unsigned code) {
    const struct row *from = model_row(current, code);
    const struct row *to = model_row(model, code);
    return (struct interval){
        code, from->last < to->last ? from->last : to->last, from, to};
}

void changes_find(const struct model *current, const struct model *model,
                  struct changes *ret) {
    struct run cut = {0}, joined = {0};
    struct interval interval;
    if (!current->row_count) {
        add_all(ret, model);
        return;
    }
    for (unsigned code = 0; code < PROTOCOL_CODE_LIMIT;
         code = interval.last + 1) {
        interval = interval_from(current, model, code);
        compare_rows(ret, &interval);
        extend_run(ret, &cut, &interval, true);
        extend_run(ret, &joined, &interval, false);
    }
    end_run(ret, &cut, true);
    end_run(ret, &joined, false);
    if (ret->count)
        qsort(ret->list, ret->count, sizeof *ret->list, by_code);
    compare_policies(ret, current, model);
}
