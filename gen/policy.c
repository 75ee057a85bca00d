#include "policy.h"

#include <string.h>

struct judge {
    const struct policy_overrides *overrides;
    const struct file *document;
    struct report *report;
    int result;
};

/* A change that an override takes is a warning, else it is refused. */
static void refuse(struct judge *judge, bool overridden, long line,
                   const char *option, const char *text) {
    if (overridden)
        report_warning(judge->report, judge->document->path, line,
                       "%s; taken because of %s", text, option);
    else
        judge->result = report_error(
            judge->report, GEN_REFUSED, judge->document->path, line,
            "%s; if that is right, take it with %s", text, option);
}

static bool is_accepted(const struct policy_overrides *overrides,
                        unsigned code) {
    for (size_t i = 0; i < overrides->accepted_count; i++)
        if (overrides->accepted[i] == code)
            return true;
    return false;
}

static void judge_change(struct judge *judge, struct arena *arena,
                         const struct change *change, const struct row *row) {
    if (change->kind == CHANGE_REMOVED)
        refuse(judge, judge->overrides->rollback, row->line, "--allow-rollback",
               arena_printf(arena,
                            "%u was \"%s\" and is \"%s\" now: a code "
                            "that programs use would vanish",
                            change->first, change->before, change->after));
    bool renamed = change->kind == CHANGE_RENAMED && kind_is_named(change->to);
    bool unassigned = change->kind == CHANGE_STATUS &&
                      change->from == KIND_ASSIGNED &&
                      change->to == KIND_RESERVED;
    if (renamed || unassigned)
        refuse(judge, is_accepted(judge->overrides, change->first), row->line,
               arena_printf(arena, "--accept %u", change->first),
               arena_printf(arena,
                            "%u was \"%s\" and is \"%s\" now: only a "
                            "person can tell a better wording from "
                            "another meaning",
                            change->first, change->before, change->after));
}

/* A document that lost most of its rows is hardly whole. */
static void judge_loss(struct judge *judge, struct arena *arena,
                       const struct model *held,
                       const struct changes *changes) {
    size_t removed = 0, count = model_named_count(held);
    for (size_t i = 0; i < changes->count; i++)
        removed += changes->list[i].kind == CHANGE_REMOVED;
    if (removed * 2 > count)
        refuse(judge, judge->overrides->rollback, 0, "--allow-rollback",
               arena_printf(arena,
                            "has lost %zu of the %zu codes that are held, so "
                            "it is hardly whole",
                            removed, count));
}

int policy_judge(const struct model *held, const struct model *model,
                 const struct changes *changes,
                 const struct policy_overrides *overrides,
                 const struct file *document, struct report *report) {
    struct judge judge = {overrides, document, report, GEN_OK};
    struct arena arena = {0};
    if (held->updated && changes->count &&
        strcmp(model->updated, held->updated) < 0)
        refuse(&judge, overrides->rollback, 0, "--allow-rollback",
               arena_printf(&arena,
                            "is of %s, older than the one of %s that is "
                            "held, and its rows differ",
                            model->updated, held->updated));
    judge_loss(&judge, &arena, held, changes);
    for (size_t i = 0; i < changes->count; i++)
        judge_change(&judge, &arena, &changes->list[i],
                     model_row(model, changes->list[i].first));
    arena_free(&arena);
    return judge.result;
}
