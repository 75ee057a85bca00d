#include "command.h"

#include "generate.h"
#include "output.h"
#include "sources.h"

static int write_files(const struct options *options,
                       const struct sources *sources, const struct model *model,
                       FILE *out, struct report *report) {
    struct outputs outputs = {0};
    int result;
    generate_artefacts(model, options->out, &outputs);
    if (options->check) {
        result = outputs_check(&outputs, report);
        if (result == GEN_DRIFT)
            report_note(report,
                        "to mend it: wsclose-gen generate --data %s --out %s",
                        sources->folder, options->out);
    } else {
        if (options->depfile)
            generate_depfile(sources, options->depfile, &outputs);
        result = outputs_commit(&outputs, report);
        if (result == GEN_OK)
            fprintf(out,
                    "%zu codes, registry of %s: %zu of %zu files changed\n",
                    model_named_count(model), model->updated,
                    outputs_changed(&outputs), outputs.count);
    }
    outputs_free(&outputs);
    return result;
}

int command_generate(const struct options *options, FILE *out,
                     struct report *report) {
    struct sources sources = {0};
    struct model model = {0};
    int result =
        sources_read(options->data, options->max_size, true, report, &sources);
    if (result == GEN_OK)
        result = generate_model(&sources, report, &model);
    if (result == GEN_OK)
        result = write_files(options, &sources, &model, out, report);
    model_free(&model);
    sources_free(&sources);
    return result;
}
