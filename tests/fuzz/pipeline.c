/* SPDX-License-Identifier: MIT */
/* From a document to the files, and what has to hold of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/stream.h"
#include "command/artefacts.h"
#include "command/sources.h"
#include "emit/emit.h"
#include "fuzz.h"
#include "judge/change.h"
#include "judge/policy.h"
#include "judge/summary.h"
#include "model/naming.h"
#include "outputs.h"
#include "read/document.h"
#include "read/language.h"
#include "read/semantics.h"
#include "support/markdown.h"

static struct file semantics, registry, english;
static struct model current;

/* What every document meets: our semantics, and the current registry. */
static void read_ours(void) {
    struct report report = {0};
    if (semantics.bytes)
        return;
    fuzz_require(file_read(FUZZ_SOURCE "/gen/data/semantics.xml", 1 << 20,
                           &report, &semantics) == GEN_OK &&
                     file_read(FUZZ_SOURCE "/gen/data/languages/en.xml",
                               1 << 20, &report, &english) == GEN_OK &&
                     file_read(FUZZ_SOURCE "/gen/data/close-codes.xml", 1 << 20,
                               &report, &registry) == GEN_OK &&
                     document_read(&registry, DOCUMENT_SNAPSHOT, &report,
                                   &current) == GEN_OK,
                 "our own files can be read");
}

static void check_markdown(const struct summary *summary) {
    struct stream page;
    struct arena arena = {0};
    stream_begin(&page);
    summary_markdown(summary, &page);
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
    summary_json(summary, &text);
    json_t *json = json_loads(text.bytes, 0, NULL);
    fuzz_require(json_is_object(json), "the report's JSON is JSON");
    json_decref(json);
    free(text.bytes);
}

/* Compared with the current one: judged, and told. Returns whether it may be
   accepted. */
static bool check_report(const struct model *before, struct model *model,
                         const struct file *file) {
    const struct policy_overrides none = {0};
    struct report said = {0};
    struct changes changes = {0};
    changes_find(before, model, &changes);
    int result =
        policy_judge(before, model, &changes, &none, file->path, &said);
    fuzz_require(result == GEN_OK || (result == GEN_REFUSED && said.count),
                 "a refusal has its reasons");
    struct summary summary = {.result = "updated",
                              .from = before->updated,
                              .to = model->updated,
                              .changes = &changes,
                              .reported = &said};
    summary_find_wanting(model, &summary);
    check_markdown(&summary);
    check_json(&summary);
    changes_free(&changes);
    report_free(&said);
    return result == GEN_OK;
}

/* Against our own registry, and as the first that is accepted. */
static bool is_accepted(struct model *model, const struct file *file) {
    const struct model nothing = {0};
    check_report(&current, model, file);
    return check_report(&nothing, model, file);
}

/* With our semantics and symbols; what they refuse is refused with a reason. */
static bool complete(struct model *model, const struct file *file) {
    struct report report = {0};
    int result = semantics_read(&semantics, &report, model);
    if (result == GEN_OK)
        result = languages_read(&english, 1, &report, model);
    if (result == GEN_OK)
        result = symbols_assign(model, &report);
    fuzz_require(result == GEN_OK || report.count, "a refusal has its reason");
    report_free(&report);
    return result == GEN_OK;
}

/* More than that libxml2 does not read again; sync refuses it then. */
enum { MAX_READABLE = 9 * 1000 * 1000 };

/* The snapshot that a model of registered codes makes is read back to the same
   files, beside the same private files. */
static void check_snapshot(const struct model *model,
                           const struct sources *sources,
                           const struct outputs *outputs) {
    struct sources written = *sources;
    struct report report = {0};
    struct model again = {0};
    struct outputs made = {0};
    struct stream stream;
    stream_begin(&stream);
    emit_snapshot(model, &stream);
    written.snapshot =
        (struct file){"close-codes.xml", stream.bytes, stream.len};
    fuzz_require_clean(written.snapshot.bytes, written.snapshot.len,
                       "the snapshot is clean");
    bool is_read = sources_model(&written, &report, &again) == GEN_OK;
    fuzz_require(is_read || written.snapshot.len > MAX_READABLE,
                 "a snapshot generates");
    if (is_read) {
        artefacts_add_all(&again, "out", &made);
        outputs_require_same(&made, outputs);
    }
    outputs_free(&made);
    model_free(&again);
    report_free(&report);
    file_free(&written.snapshot);
}

static struct file file_of(const char *path, const char *bytes, size_t len) {
    struct file file = {path, malloc(len + 1), len};
    if (!file.bytes)
        abort();
    if (len)
        memcpy(file.bytes, bytes, len);
    file.bytes[len] = '\0';
    return file;
}

/* Taken without an error, or refused with one; what is said can be printed. */
static void check_answer(int result, const struct report *report) {
    size_t errors = 0;
    for (size_t i = 0; i < report->count; i++) {
        const struct diagnostic *said = &report->list[i];
        errors += said->severity == SEVERITY_ERROR;
        fuzz_require_clean(said->text, strlen(said->text),
                           "a message is clean");
    }
    fuzz_require(result == GEN_OK ? errors == 0
                                  : result == GEN_BAD_DOCUMENT && errors == 1,
                 "accepted without an error or refused with one");
}

void fuzz_document(const char *bytes, size_t len) {
    struct file file = file_of("in.xml", bytes, len);
    struct report report = {0};
    struct model model = {0};
    read_ours();
    int result = document_read(&file, DOCUMENT_FROM_IANA, &report, &model);
    check_answer(result, &report);
    fuzz_require(result < 0 || !report.count, "accepted in silence");
    model.source = "https://example.org/";
    if (result == GEN_OK && is_accepted(&model, &file) &&
        complete(&model, &file)) {
        const struct sources sources = {.semantics = semantics,
                                        .languages = {&english, 1}};
        struct outputs outputs = {0};
        artefacts_add_all(&model, "out", &outputs);
        if (!outputs.is_too_large) {
            outputs_require_true(&outputs, &model);
            check_snapshot(&model, &sources, &outputs);
        }
        outputs_free(&outputs);
    }
    model_free(&model);
    report_free(&report);
    file_free(&file);
}

/* The snapshot's rows get the digest that they have: no bytes that are found by
   chance have that of others. */
static void mend_digest(struct file *snapshot) {
    static const char attribute[] = "sha256=\"";
    char *at = strstr(snapshot->bytes, attribute);
    struct report report = {0};
    struct model model = {0};
    (void)document_read(snapshot, DOCUMENT_SNAPSHOT, &report, &model);
    if (at && model.digest &&
        strcspn(at + strlen(attribute), "\"") == strlen(model.digest))
        memcpy(at + strlen(attribute), model.digest, strlen(model.digest));
    model_free(&model);
    report_free(&report);
}

/* What is generated, and the same without the private files and back. */
static void check_generated(const struct model *model,
                            const struct sources *sources) {
    struct sources registered = *sources;
    struct outputs outputs = {0};
    struct report report = {0};
    struct model alone = {0};
    registered.private_files.count = 0;
    fuzz_require(sources_model(&registered, &report, &alone) == GEN_OK,
                 "the registered codes generate alone");
    artefacts_add_all(model, "out", &outputs);
    if (!outputs.is_too_large) {
        outputs_require_true(&outputs, model);
        check_snapshot(&alone, sources, &outputs);
    }
    outputs_free(&outputs);
    model_free(&alone);
    report_free(&report);
}

void fuzz_sources(const struct fuzz_bytes *snapshot,
                  const struct fuzz_bytes *private_files, size_t count) {
    static const char *const names[FUZZ_PRIVATE_MAX] = {"a.xml", "b.xml"};
    struct file files[FUZZ_PRIVATE_MAX];
    struct sources sources = {.languages = {&english, 1},
                              .private_files = {files, count}};
    struct report report = {0};
    struct model model = {0};
    read_ours();
    sources.semantics = semantics;
    sources.snapshot =
        file_of("close-codes.xml", snapshot->bytes, snapshot->len);
    for (size_t i = 0; i < count; i++)
        files[i] =
            file_of(names[i], private_files[i].bytes, private_files[i].len);
    mend_digest(&sources.snapshot);
    int result = sources_model(&sources, &report, &model);
    check_answer(result, &report);
    if (result == GEN_OK)
        check_generated(&model, &sources);
    model_free(&model);
    report_free(&report);
    for (size_t i = 0; i < count; i++)
        file_free(&files[i]);
    file_free(&sources.snapshot);
}
