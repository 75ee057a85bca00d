#include "command.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cache.h"
#include "digest.h"
#include "fetch.h"
#include "generate.h"
#include "lock.h"
#include "output.h"
#include "snapshot.h"
#include "summary.h"
#include "sync.h"

#define DEFAULT_URL "https://www.iana.org/assignments/websocket/websocket.xml"

/* One run: what was asked, what is held, what came. */
struct run {
    const struct options *options;
    struct report *report;
    struct arena arena;
    struct sources sources;
    const char *url, *cache_path;
    struct cache cache;
    struct fetch_response response;
    struct file document; /* bytes NULL: nothing newer than what is held */
    struct sync sync;
};

static int read_file(struct run *run) {
    return file_read(run->options->from, run->options->max_size, run->report,
                     &run->document);
}

/* The validators of the last fetch are good for the same URL, and as long as
   the snapshot is the one that it led to. */
static bool is_cache_valid(struct run *run) {
    const struct file *snapshot = &run->sources.snapshot;
    return run->cache.url && strcmp(run->cache.url, run->url) == 0 &&
           run->cache.snapshot && snapshot->bytes &&
           strcmp(run->cache.snapshot,
                  digest_bytes(&run->arena, snapshot->bytes, snapshot->len)) ==
               0;
}

static int fetch_document(struct run *run, bool conditionally) {
    const struct options *options = run->options;
    struct fetch_request request = {.url = run->url,
                                    .cacert = options->cacert,
                                    .max_size = options->max_size,
                                    .max_seconds = options->max_seconds,
                                    .meter = !options->quiet &&
                                             isatty(STDERR_FILENO)};
    if (conditionally && is_cache_valid(run)) {
        request.etag = run->cache.etag;
        request.last_modified = run->cache.last_modified;
    }
    fetch_response_free(&run->response);
    int result = fetch(&request, run->report, &run->response);
    run->document =
        (struct file){run->url, run->response.bytes, run->response.len};
    return result;
}

static int compare(struct run *run) {
    const struct options *options = run->options;
    const struct policy_overrides overrides = {
        options->accepted, options->accepted_count, options->rollback};
    if (!run->document.bytes)
        return sync_keep(&run->sources, run->report, &run->sync);
    return sync_compare(&run->document, &run->sources, &overrides, run->report,
                        &run->sync);
}

/* A document cut short is XML that is not well-formed: a fetched one gets a
   second try. */
static int take_document(struct run *run) {
    int result =
        run->options->from ? read_file(run) : fetch_document(run, true);
    if (result < 0)
        return result;
    result = compare(run);
    if (result != GEN_BAD_DOCUMENT || run->options->from)
        return result;
    report_free(run->report);
    sync_free(&run->sync);
    run->sync = (struct sync){0};
    result = fetch_document(run, false);
    return result < 0 ? result : compare(run);
}

/* Where the registry is from: the URL that answered; a file leaves it as it
   was. */
static void set_source(struct run *run) {
    const char *held = run->sync.held.source;
    const char *url = run->options->from ? held : run->response.url;
    run->sync.model.source = url ? url : DEFAULT_URL;
    if (held && url && strcmp(held, url) != 0)
        report_warning(run->report, run->url, 0,
                       "answered from %s; until now the registry came from %s",
                       url, held);
}

static void add_cache(struct run *run, const struct file *snapshot,
                      struct outputs *outputs) {
    if (run->options->from || !run->cache_path)
        return;
    struct cache cache = run->cache;
    if (!run->response.not_modified) {
        cache.url = run->url;
        cache.etag = run->response.etag;
        cache.last_modified = run->response.last_modified;
        cache.snapshot =
            digest_bytes(&run->arena, snapshot->bytes, snapshot->len);
    }
    cache_write(&cache, run->cache_path, outputs);
}

/* The artefacts, what is remembered, and last the snapshot. */
static int write_all(struct run *run) {
    struct outputs outputs = {0};
    const char *path = run->sources.snapshot.path;
    struct file snapshot = {path, NULL, 0};
    generate_artefacts(sync_model(&run->sync), run->options->out, &outputs);
    if (run->sync.changed) {
        snapshot_write(&run->sync.model, &snapshot.bytes, &snapshot.len);
        add_cache(run, &snapshot, &outputs);
        outputs_add(&outputs, path, snapshot.bytes, snapshot.len);
    } else {
        add_cache(run, &run->sources.snapshot, &outputs);
    }
    int result = outputs_commit(&outputs, run->report);
    outputs_free(&outputs);
    return result;
}

static int write_report(struct run *run, const struct summary *summary) {
    struct outputs outputs = {0};
    char *bytes = NULL;
    size_t len = 0;
    if (!run->options->report)
        return GEN_OK;
    FILE *out = open_memstream(&bytes, &len);
    if (!out)
        memory_exhausted();
    summary_markdown(summary, out);
    if (fclose(out) != 0)
        memory_exhausted();
    outputs_add(&outputs, run->options->report, bytes, len);
    int result = outputs_commit(&outputs, run->report);
    outputs_free(&outputs);
    return result;
}

/* Says what was found; compared is how the comparison ended. */
static int tell(struct run *run, int compared, FILE *out) {
    struct model *model =
        run->sync.model.updated ? &run->sync.model : &run->sync.held;
    struct summary summary = {.result = compared < 0        ? "refused"
                                        : run->sync.changed ? "updated"
                                                            : "unchanged",
                              .from = run->sync.held.updated,
                              .to = model->updated,
                              .changes = &run->sync.changes};
    summary_find_wanting(compared < 0 ? model : sync_model(&run->sync),
                         &summary);
    if (run->options->json)
        summary_json(&summary, out);
    else if (!run->options->quiet)
        summary_text(&summary, out);
    return write_report(run, &summary);
}

static int run_locked(struct run *run, FILE *out) {
    const struct options *options = run->options;
    run->url = options->url ? options->url : DEFAULT_URL;
    run->cache_path = cache_path(&run->arena, options->cache);
    cache_read(&run->arena, run->cache_path, &run->cache);
    int compared = take_document(run);
    if (compared < 0 && compared != GEN_REFUSED)
        return compared;
    set_source(run);
    int result = GEN_OK;
    if (compared == GEN_OK && !options->dry_run)
        result = write_all(run);
    if (result < 0)
        return result;
    result = tell(run, compared, out);
    if (result < 0 || compared < 0)
        return result < 0 ? result : compared;
    return options->dry_run && run->sync.changed ? GEN_DRIFT : GEN_OK;
}

int command_sync(const struct options *options, FILE *out,
                 struct report *report) {
    struct run run = {.options = options, .report = report};
    int lock = -1;
    int result = sources_read(options->data, options->max_size, false, report,
                              &run.sources);
    if (result == GEN_OK && !options->dry_run)
        result = lock_take(run.sources.folder, report, &lock);
    if (result == GEN_OK)
        result = run_locked(&run, out);
    lock_release(lock);
    sync_free(&run.sync);
    if (options->from)
        file_free(&run.document);
    fetch_response_free(&run.response);
    sources_free(&run.sources);
    arena_free(&run.arena);
    return result;
}
