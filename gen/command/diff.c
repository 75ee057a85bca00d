/* SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "command/sources.h"
#include "judge/change.h"
#include "judge/policy.h"
#include "judge/summary.h"
#include "read/document.h"

/* A snapshot may be as large as sync writes one. */
static int read_one(const char *path, size_t max_size, struct report *report,
                    struct file *file, struct model *ret) {
    int result = file_read(path, FILE_MAX_SIZE, report, file);
    if (result == GEN_OK && file->len > max_size && !document_is_snapshot(file))
        result = file_too_large(path, max_size, report);
    return result < 0 ? result
                      : document_read(file, DOCUMENT_EITHER, report, ret);
}

/* Whether sync would accept the changes by itself; why not goes to reasons. */
static bool is_refused(const struct model *before, const struct model *after,
                       const struct changes *changes, const struct file *file,
                       struct report *reasons) {
    const struct policy_overrides none = {0};
    return policy_judge(before, after, changes, &none, file->path, reasons) < 0;
}

/* Without a semantics.xml nothing is known of what is wanting but for what the
   changes bring. */
static void find_wanting(struct model *model, struct summary *summary) {
    struct report ignored = {0};
    struct sources sources = {.no_applications = true};
    bool known =
        sources_read(NULL, NULL, false, &ignored, &sources) == GEN_OK &&
        sources_join(&sources, &ignored, model) == GEN_OK;
    summary_find_wanting(model, summary);
    if (!known)
        summary_limit_wanting(summary);
    sources_free(&sources);
    report_free(&ignored);
}

static int compare(const struct options *options, struct model *before,
                   struct model *after, const struct file *file, FILE *out) {
    struct changes changes = {0};
    struct report reasons = {0};
    changes_find(before, after, &changes);
    struct summary summary = {
        .result = !changes.count ? "unchanged"
                  : is_refused(before, after, &changes, file, &reasons)
                      ? "refused"
                      : "updated",
        .from = before->updated,
        .to = after->updated,
        .changes = &changes,
        .reported = &reasons};
    find_wanting(after, &summary);
    struct stream text;
    stream_begin(&text);
    if (options->json)
        summary_json(&summary, &text);
    else if (options->markdown)
        summary_markdown(&summary, &text);
    else {
        summary_text(&summary, &text);
        for (size_t i = 0; i < reasons.count; i++)
            stream_printf(&text, "  because     %s\n", reasons.list[i].text);
    }
    stream_print(&text, out);
    int result = changes.count ? GEN_DRIFT : GEN_OK;
    changes_free(&changes);
    report_free(&reasons);
    return result;
}

int command_diff(const struct options *options, FILE *out,
                 struct report *report) {
    struct file old_file = {0}, new_file = {0};
    struct model before = {0}, after = {0};
    int result = read_one(options->old_file, options->max_size, report,
                          &old_file, &before);
    if (result == GEN_OK)
        result = read_one(options->new_file, options->max_size, report,
                          &new_file, &after);
    if (result == GEN_OK)
        result = compare(options, &before, &after, &new_file, out);
    model_free(&before);
    model_free(&after);
    file_free(&old_file);
    file_free(&new_file);
    return result;
}
