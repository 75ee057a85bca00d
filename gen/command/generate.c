/* SPDX-License-Identifier: MIT */
#include "command/command.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/stream.h"
#include "base/text.h"
#include "command/artefacts.h"
#include "command/depfile.h"
#include "command/sources.h"
#include "command/wanting.h"
#include "io/drift.h"
#include "io/lock.h"
#include "io/output.h"
#include "io/place.h"

/* An option as a shell takes it. */
static void put_option(struct stream *out, const char *name, const char *path) {
    stream_printf(out, " --%s ", name);
    if (!path[strspn(path, TEXT_ALPHANUMERIC "_./+-")]) {
        stream_put(out, path);
        return;
    }
    stream_char(out, '\'');
    for (; *path; path++)
        *path == '\'' ? stream_put(out, "'\\''") : stream_char(out, *path);
    stream_char(out, '\'');
}

/* The command that mends what --check found. */
static void note_command(const struct options *options,
                         const struct sources *sources, struct report *report) {
    struct stream arguments;
    stream_begin(&arguments);
    put_option(&arguments, "data", sources->folder);
    if (options->snapshot)
        put_option(&arguments, "snapshot", options->snapshot);
    put_option(&arguments, "out", options->out);
    for (size_t i = 0; i < options->private_count; i++)
        put_option(&arguments, "private", options->private_files[i]);
    report_note(report, "to mend it: wsclose-gen generate%s%s", arguments.bytes,
                options->no_pages ? " --no-pages" : "");
    free(arguments.bytes);
}

static void print_result(const struct model *model,
                         const struct outputs *outputs, FILE *out) {
    fprintf(out, "%zu codes, ", model_code_count(model));
    if (model->private_file_count)
        fprintf(out, "%zu of them private, ", model_private_count(model));
    if (model_range_count(model))
        fprintf(out, "%zu private range%s, ", model_range_count(model),
                model_range_count(model) == 1 ? "" : "s");
    fprintf(out, "registry of %s: %zu of %zu files changed\n", model->updated,
            outputs_changed(outputs), outputs->count);
    wanting_print(model, out);
}

static int write_files(const struct options *options,
                       const struct sources *sources, const struct model *model,
                       struct locks *locks, FILE *out, struct report *report) {
    struct outputs outputs = {0};
    int result;
    outputs_keep(&outputs, sources->snapshot.path);
    sources_keep(sources, &outputs);
    if (options->no_pages)
        artefacts_add_tables(model, options->out, &outputs);
    else
        artefacts_add_all(model, options->out, &outputs);
    if (options->check) {
        result = drift_find(&outputs, report);
        if (result == GEN_DRIFT)
            note_command(options, sources, report);
    } else {
        if (options->depfile)
            depfile_add(sources, options->depfile, &outputs);
        result = outputs_commit(&outputs, locks, report);
        if (result == GEN_OK)
            print_result(model, &outputs, out);
    }
    outputs_free(&outputs);
    return result;
}

/* The folder is locked before anything is read: what is written last is then
   of what was read last. */
static int lock_out(const struct options *options, struct locks *locks,
                    struct report *report) {
    const long long deadline_ms = clock_ms() + LOCK_WAIT_MS;
    size_t number;
    return options->check
               ? locks_share(locks, options->out, deadline_ms, report)
               : locks_take(locks, options->out, deadline_ms, report, &number);
}

int command_generate(const struct options *options, FILE *out,
                     struct report *report) {
    struct locks locks = {0};
    struct sources sources = {.no_applications = options->no_pages};
    struct model model = {0};
    int result =
        options->depfile ? place_check(options->depfile, report) : GEN_OK;
    if (result == GEN_OK)
        result = lock_out(options, &locks, report);
    if (result == GEN_OK)
        result = sources_read(options->data, options->snapshot, true, report,
                              &sources);
    if (result == GEN_OK)
        result = sources_read_private(&sources, options->private_files,
                                      options->private_count, options->max_size,
                                      report);
    if (result == GEN_OK)
        result = sources_model(&sources, report, &model);
    if (result == GEN_OK)
        result = write_files(options, &sources, &model, &locks, out, report);
    locks_release(&locks);
    model_free(&model);
    sources_free(&sources);
    return result;
}
