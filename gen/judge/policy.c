/* SPDX-License-Identifier: MIT */
#include "judge/policy.h"

#include <string.h>

struct judge {
    const struct policy_overrides *overrides;
    const char *path; /* of the document */
    struct report *report;
    int result;
};

/* A change that an override accepts is a warning, else it is refused. */
static void refuse(struct judge *judge, bool overridden, long line,
                   const char *option, const char *text) {
    if (overridden)
        report_warning(judge->report, judge->path, line,
                       "%s; accepted because of %s", text, option);
    else
        judge->result = report_error(
            judge->report, GEN_REFUSED, judge->path, line,
            "%s; if that is right, accept it with %s", text, option);
}

static bool is_accepted(const struct policy_overrides *overrides,
                        unsigned code) {
    for (size_t i = 0; i < overrides->accepted_count; i++)
        if (overrides->accepted[i] == code)
            return true;
    return false;
}

/* Was the code registered before, as something else? */
static bool returns_as_another(const struct model *current,
                               const struct row *row) {
    const char *text = model_registered_as(current, row->first);
    return text && (row->kind != KIND_ASSIGNED || strcmp(text, row->text) != 0);
}

/* Does a change give a symbol that programs know to another meaning? */
static bool changes_meaning(const struct model *current,
                            const struct change *change,
                            const struct row *row) {
    switch (change->kind) {
    case CHANGE_ADDED:
        return returns_as_another(current, row);
    case CHANGE_RENAMED:
        return kind_is_named(change->to);
    case CHANGE_STATUS:
        return change->from != change->to && returns_as_another(current, row);
    default:
        return false;
    }
}

/* How the current registry calls a code. */
static const char *current_name(const struct model *current, unsigned code) {
    return current->row_count ? model_row(current, code)->name
                              : "not in the current registry";
}

/* Outside the codes that IANA gives away: no option accepts that. */
static void refuse_place(struct judge *judge, const struct model *current,
                         const struct change *run, long line) {
    char codes[32];
    change_codes(run, codes);
    judge->result = report_error(
        judge->report, GEN_REFUSED, judge->path, line,
        "%s was \"%s\" and is \"%s\" now: outside 1000-3999 no code can be "
        "registered; ask IANA before accepting this",
        codes, current_name(current, run->first), run->after);
}

static void refuse_loss(struct judge *judge, struct arena *arena,
                        const struct change *run, long line) {
    char codes[32];
    change_codes(run, codes);
    refuse(judge, judge->overrides->rollback, line, "--allow-rollback",
           arena_printf(arena,
                        "%s was \"%s\" and is \"%s\" now: a code that "
                        "programs use would vanish",
                        codes, run->before, run->after));
}

static void judge_change(struct judge *judge, struct arena *arena,
                         const struct model *current,
                         const struct change *change, const struct row *row) {
    const char *before = model_registered_as(current, row->first);
    if (changes_meaning(current, change, row))
        refuse(judge, is_accepted(judge->overrides, change->first), row->line,
               arena_printf(arena, "--accept %u", change->first),
               arena_printf(
                   arena,
                   "%u was \"%s\" and is \"%s\" now: only a person can tell a "
                   "better wording from another meaning",
                   change->first, before ? before : change->before,
                   change->after));
}

/* Neighbours that change alike are one line, unless each may be
   accepted by itself. */
static void judge_changes(struct judge *judge, struct arena *arena,
                          const struct model *current,
                          const struct model *model,
                          const struct changes *changes) {
    for (size_t i = 0, end; i < changes->count; i = end) {
        struct change run = change_run(changes, i, &end);
        long line = model_row(model, run.first)->line;
        if (run.kind == CHANGE_REMOVED)
            refuse_loss(judge, arena, &run, line);
        else if (run.kind == CHANGE_ADDED && !(model_can_register(run.first) &&
                                               model_can_register(run.last)))
            refuse_place(judge, current, &run, line);
        else
            for (; i < end; i++)
                judge_change(judge, arena, current, &changes->list[i],
                             model_row(model, changes->list[i].first));
    }
}

/* A document that lost most of its rows is hardly whole. */
static void judge_loss(struct judge *judge, struct arena *arena,
                       const struct model *current,
                       const struct changes *changes) {
    size_t removed = 0, count = model_code_count(current);
    for (size_t i = 0; i < changes->count; i++)
        removed += changes->list[i].kind == CHANGE_REMOVED;
    if (removed * 2 > count)
        refuse(judge, judge->overrides->rollback, 0, "--allow-rollback",
               arena_printf(arena,
                            "has lost %zu of the %zu codes of the current "
                            "registry, so it is hardly whole",
                            removed, count));
}

int policy_judge(const struct model *current, const struct model *model,
                 const struct changes *changes,
                 const struct policy_overrides *overrides, const char *path,
                 struct report *report) {
    struct judge judge = {overrides, path, report, GEN_OK};
    struct arena arena = {0};
    if (current->updated && changes->count &&
        strcmp(model->updated, current->updated) < 0)
        refuse(&judge, overrides->rollback, 0, "--allow-rollback",
               arena_printf(&arena,
                            "is of %s, older than the current registry of "
                            "%s, and its rows differ",
                            model->updated, current->updated));
    judge_loss(&judge, &arena, current, changes);
    judge_changes(&judge, &arena, current, model, changes);
    arena_free(&arena);
    return judge.result;
}
