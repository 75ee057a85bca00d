#include "command/command.h"

#include <stdlib.h>

#include "command/artefacts.h"
#include "io/output.h"
#include "command/sources.h"
#include "base/stream.h"

/* The command that mends what --check found. */
static void note_command(const struct options *options,
                         const struct sources *sources, struct report *report) {
    struct stream files;
    stream_begin(&files);
    for (size_t i = 0; i < options->private_count; i++)
        fprintf(files.out, " --private %s", options->private_files[i]);
    stream_end(&files);
    report_note(report, "to mend it: wsclose-gen generate --data %s --out %s%s",
                sources->folder, options->out, files.bytes);
    free(files.bytes);
}

static void print_result(const struct model *model,
                         const struct outputs *outputs, FILE *out) {
    fprintf(out, "%zu codes, ", model_named_count(model));
    if (model->private_file_count)
        fprintf(out, "%zu of them private, ", model_private_count(model));
    fprintf(out, "registry of %s: %zu of %zu files changed\n", model->updated,
            outputs_changed(outputs), outputs->count);
}

static int write_files(const struct options *options,
                       const struct sources *sources, const struct model *model,
                       FILE *out, struct report *report) {
    struct outputs outputs = {0};
    int result;
    outputs_keep(&outputs, sources->snapshot.path);
    generate_keep(sources, &outputs);
    if (options->no_pages)
        generate_tables(model, options->out, &outputs);
    else
        generate_artefacts(model, options->out, &outputs);
    if (options->check) {
        result = outputs_check(&outputs, report);
        if (result == GEN_DRIFT)
            note_command(options, sources, report);
    } else {
        if (options->depfile)
            generate_depfile(sources, options->depfile, &outputs);
        result = outputs_commit(&outputs, report);
        if (result == GEN_OK)
            print_result(model, &outputs, out);
    }
    outputs_free(&outputs);
    return result;
}

int command_generate(const struct options *options, FILE *out,
                     struct report *report) {
    struct sources sources = {0};
    struct model model = {0};
    int result = sources_read(options->data, options->snapshot,
                              options->max_size, true, report, &sources);
    if (result == GEN_OK)
        result = sources_read_private(&sources, options->private_files,
                                      options->private_count, options->max_size,
                                      report);
    if (result == GEN_OK)
        result = generate_model(&sources, report, &model);
    if (result == GEN_OK)
        result = write_files(options, &sources, &model, out, report);
    model_free(&model);
    sources_free(&sources);
    return result;
}
