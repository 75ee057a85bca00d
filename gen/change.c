#include "change.h"

#include <stdlib.h>
#include <string.h>

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

/* A stretch of codes that stand in one row before and in one row now. */
struct stretch {
    unsigned first, last;
    const struct row *from, *to;
};

static void add(struct changes *changes, enum change_kind kind,
                const struct stretch *stretch, const char *before,
                const char *after) {
    changes->list =
        memory_append(changes->list, changes->count, sizeof *changes->list);
    changes->list[changes->count++] = (struct change){kind,
                                                      stretch->first,
                                                      stretch->last,
                                                      stretch->from->kind,
                                                      stretch->to->kind,
                                                      before,
                                                      after};
}

static bool same(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
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
    const char *text = NULL;
    for (size_t i = 0; i < row->reference_count; i++) {
        const char *one = reference_display(arena, &row->references[i]);
        text = text ? arena_printf(arena, "%s, %s", text, one) : one;
    }
    return text;
}

static const char *dates_text(struct arena *arena, const struct row *row) {
    if (!row->registered && !row->updated)
        return NULL;
    return arena_printf(arena, "%s, updated %s",
                        row->registered ? row->registered : "no date",
                        row->updated ? row->updated : "never");
}

static void compare_facts(struct changes *changes,
                          const struct stretch *stretch) {
    const struct row *from = stretch->from, *to = stretch->to;
    struct arena *arena = &changes->arena;
    if (!same_references(from, to))
        add(changes, CHANGE_REFERENCES, stretch, references_text(arena, from),
            references_text(arena, to));
    if (!same(from->contact, to->contact))
        add(changes, CHANGE_CONTACT, stretch, from->contact, to->contact);
    if (!same(from->registered, to->registered) ||
        !same(from->updated, to->updated))
        add(changes, CHANGE_DATES, stretch, dates_text(arena, from),
            dates_text(arena, to));
}

static void compare_rows(struct changes *changes,
                         const struct stretch *stretch) {
    const struct row *from = stretch->from, *to = stretch->to;
    bool was_named = kind_is_named(from->kind), named = kind_is_named(to->kind);
    if (!was_named && named)
        add(changes, CHANGE_ADDED, stretch, NULL, to->text);
    else if (was_named && !named)
        add(changes, CHANGE_REMOVED, stretch, from->text, to->text);
    else {
        if (from->kind != to->kind)
            add(changes, CHANGE_STATUS, stretch, from->text, to->text);
        else if (strcmp(from->text, to->text) != 0)
            add(changes, CHANGE_RENAMED, stretch, from->text, to->text);
        compare_facts(changes, stretch);
    }
}

static const char *bounds_text(struct arena *arena, const struct row *row) {
    return row->first == row->last
               ? arena_printf(arena, "%u", row->first)
               : arena_printf(arena, "%u-%u", row->first, row->last);
}

/* Two neighbours that nobody has, in one row on one side and in two on the
   other: a range was cut there, or two were joined. */
static void compare_cut(struct changes *changes, const struct stretch *before,
                        const struct stretch *stretch) {
    struct arena *arena = &changes->arena;
    bool cut = before->from == stretch->from && before->to != stretch->to;
    bool joined = before->from != stretch->from && before->to == stretch->to;
    if (kind_is_named(before->from->kind) || kind_is_named(before->to->kind) ||
        kind_is_named(stretch->from->kind) || kind_is_named(stretch->to->kind))
        return;
    const char *left = bounds_text(arena, cut ? before->to : before->from);
    const char *right = bounds_text(arena, cut ? stretch->to : stretch->from);
    const char *two = arena_printf(arena, "%s, %s", left, right);
    struct stretch both = {before->first, stretch->last, stretch->from,
                           stretch->to};
    if (cut)
        add(changes, CHANGE_SPLIT, &both, bounds_text(arena, stretch->from),
            two);
    else if (joined)
        add(changes, CHANGE_SPLIT, &both, two, bounds_text(arena, stretch->to));
}

static const char *policies_text(struct arena *arena,
                                 const struct model *model) {
    const char *text = NULL;
    for (size_t i = 0; i < model->policy_count; i++) {
        const struct policy *policy = &model->policies[i];
        const char *one = arena_printf(arena, "%u-%u: %s", policy->first,
                                       policy->last, policy->rule);
        text = text ? arena_printf(arena, "%s; %s", text, one) : one;
    }
    return text;
}

void changes_find(const struct model *held, const struct model *model,
                  struct changes *ret) {
    struct stretch before = {0};
    for (unsigned code = 0; code < MODEL_CODE_LIMIT; code = before.last + 1) {
        static const struct row nothing = {
            .last = MODEL_CODE_LIMIT - 1, .kind = KIND_UNUSED, .text = ""};
        struct stretch stretch = {.first = code};
        stretch.from = held->row_count ? model_row(held, code) : &nothing;
        stretch.to = model_row(model, code);
        stretch.last = stretch.from->last < stretch.to->last
                           ? stretch.from->last
                           : stretch.to->last;
        if (held->row_count || kind_is_named(stretch.to->kind))
            compare_rows(ret, &stretch);
        if (held->row_count && before.from)
            compare_cut(ret, &before, &stretch);
        before = stretch;
    }
    const char *from = policies_text(&ret->arena, held);
    const char *to = policies_text(&ret->arena, model);
    if (held->row_count && !same(from, to)) {
        struct stretch all = {0, MODEL_CODE_LIMIT - 1, before.to, before.to};
        add(ret, CHANGE_STATUS, &all, from, to);
    }
}
