/* From a document to the files, and what has to hold of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "../markdown.h"
#include "change.h"
#include "document.h"
#include "fuzz.h"
#include "generate.h"
#include "literals.h"
#include "policy.h"
#include "semantics.h"
#include "snapshot.h"
#include "stream.h"
#include "summary.h"
#include "symbol.h"

static struct file semantics, registry;
static struct model held;

/* What every document meets: our semantics, and the registry that is held. */
static void read_ours(void) {
    struct report report = {0};
    if (semantics.bytes)
        return;
    fuzz_require(file_read(FUZZ_SOURCE "/gen/data/semantics.xml", 1 << 20,
                           &report, &semantics) == GEN_OK &&
                     file_read(FUZZ_SOURCE "/gen/data/close-codes.xml", 1 << 20,
                               &report, &registry) == GEN_OK &&
                     document_read(&registry, DOCUMENT_SNAPSHOT, &report,
                                   &held) == GEN_OK,
                 "our own files can be read");
}

static void check_markdown(const struct summary *summary) {
    struct stream page;
    struct arena arena = {0};
    stream_begin(&page);
    summary_markdown(summary, page.out);
    stream_end(&page);
    fuzz_require(page.len <= 60000, "a report fits a pull request");
    fuzz_require_clean(page.bytes, page.len, "a report is clean");
    for (char *line = strtok(page.bytes, "\n"); line;
         line = strtok(NULL, "\n")) {
        const char *at = strchr(line, '`'), *span;
        while (at && strncmp(line, "- ", 2) == 0 && *at == '`') {
            at = markdown_span(&arena, at, &span);
            fuzz_require(at && (!*at || strncmp(at, " → ", 5) == 0),
                         "texts stand in code spans");
            at = strchr(at, '`');
        }
    }
    free(page.bytes);
    arena_free(&arena);
}

static void check_json(const struct summary *summary) {
    struct stream text;
    stream_begin(&text);
    summary_json(summary, text.out);
    stream_end(&text);
    json_t *json = json_loads(text.bytes, 0, NULL);
    fuzz_require(json_is_object(json), "the report's JSON is JSON");
    json_decref(json);
    free(text.bytes);
}

/* Compared with what is held: judged, and told. Returns whether it may be
   taken. */
static bool check_report(const struct model *before, struct model *model,
                         const struct file *file) {
    const struct policy_overrides none = {0};
    struct report said = {0};
    struct changes changes = {0};
    changes_find(before, model, &changes);
    int result = policy_judge(before, model, &changes, &none, file, &said);
    fuzz_require(result == GEN_OK || (result == GEN_REFUSED && said.count),
                 "a refusal has its reasons");
    struct summary summary = {.result = "updated",
                              .from = before->updated,
                              .to = model->updated,
                              .changes = &changes,
                              .said = &said};
    summary_find_wanting(model, &summary);
    check_markdown(&summary);
    check_json(&summary);
    changes_free(&changes);
    report_free(&said);
    return result == GEN_OK;
}

/* Against our own registry, and as the first that is taken. */
static bool is_taken(struct model *model, const struct file *file) {
    const struct model nothing = {0};
    check_report(&held, model, file);
    return check_report(&nothing, model, file);
}

/* Every text of the registry stands in the tables, byte for byte. */
static void check_texts(const struct model *model,
                        const struct output *provenance) {
    struct literals literals;
    literals_read(&literals, provenance->bytes);
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        struct arena arena = {0};
        fuzz_require(literals_have(&literals, row->text), "a text comes back");
        fuzz_require(literals_have(&literals, row->contact),
                     "a contact comes back");
        for (size_t j = 0; j < row->reference_count; j++)
            fuzz_require(
                literals_have(&literals,
                              reference_display(&arena, &row->references[j])),
                "a reference comes back");
        arena_free(&arena);
    }
    literals_free(&literals);
}

static void check_outputs(const struct model *model,
                          const struct outputs *outputs) {
    bool seen = false;
    for (size_t i = 0; i < outputs->count; i++) {
        const struct output *output = &outputs->list[i];
        fuzz_require_clean(output->bytes, output->len, "a file is clean");
        size_t len = strlen(output->path);
        const char *end = strrchr(output->path, '.');
        if (strcmp(end, ".h") == 0 || strcmp(end, ".inc") == 0)
            literals_check(output->bytes);
        if (len > 14 && strcmp(output->path + len - 14, "provenance.inc") == 0)
            seen = true, check_texts(model, output);
    }
    fuzz_require(seen, "there is a provenance.inc");
}

/* With our semantics and symbols; what they refuse is refused with a reason. */
static bool complete(struct model *model, const struct file *file) {
    struct report report = {0};
    int result = semantics_read(&semantics, &report, model);
    if (result == GEN_OK)
        result = symbols_assign(model, file, &semantics, &report);
    fuzz_require(result == GEN_OK || report.count, "a refusal has its reason");
    report_free(&report);
    return result == GEN_OK;
}

/* The snapshot that a model makes is read back to the same files. */
static void check_snapshot(const struct model *model,
                           const struct outputs *outputs) {
    struct file file = {.path = "close-codes.xml"};
    struct report report = {0};
    struct model again = {0};
    struct outputs made = {0};
    snapshot_write(model, &file.bytes, &file.len);
    fuzz_require_clean(file.bytes, file.len, "the snapshot is clean");
    fuzz_require(document_read(&file, DOCUMENT_SNAPSHOT, &report, &again) ==
                     GEN_OK,
                 "a snapshot can be read back");
    fuzz_require(complete(&again, &file), "a snapshot generates");
    generate_artefacts(&again, "out", &made);
    fuzz_require(made.count == outputs->count, "the same files");
    for (size_t i = 0; i < made.count; i++)
        fuzz_require(made.list[i].len == outputs->list[i].len &&
                         memcmp(made.list[i].bytes, outputs->list[i].bytes,
                                made.list[i].len) == 0,
                     "a snapshot makes the same files");
    outputs_free(&made);
    model_free(&again);
    report_free(&report);
    file_free(&file);
}

bool fuzz_pipeline(const char *bytes, size_t len) {
    struct file file = {"in.xml", malloc(len + 1), len};
    struct report report = {0};
    struct model model = {0};
    read_ours();
    if (!file.bytes)
        abort();
    if (len)
        memcpy(file.bytes, bytes, len);
    file.bytes[len] = '\0';
    int result = document_read(&file, DOCUMENT_FROM_IANA, &report, &model);
    fuzz_require(result == GEN_OK
                     ? report.count == 0
                     : result == GEN_BAD_DOCUMENT && report.count == 1,
                 "taken in silence or refused with one line");
    if (result == GEN_OK) {
        struct outputs outputs = {0};
        model.source = "https://example.org/";
        if (is_taken(&model, &file) && complete(&model, &file)) {
            generate_artefacts(&model, "out", &outputs);
            check_outputs(&model, &outputs);
            check_snapshot(&model, &outputs);
        }
        outputs_free(&outputs);
    } else {
        fuzz_require_clean(report.list[0].text, strlen(report.list[0].text),
                           "a message is clean");
    }
    model_free(&model);
    report_free(&report);
    file_free(&file);
    return result == GEN_OK;
}
