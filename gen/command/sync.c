#include "command/command.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/cache.h"
#include "base/clock.h"
#include "base/sha256.h"
#include "io/folders.h"
#include "command/arrival.h"
#include "command/artefacts.h"
#include "io/lock.h"
#include "io/output.h"
#include "emit/snapshot.h"
#include "base/stream.h"
#include "judge/summary.h"
#include "command/update.h"

/* One run: what was asked, what is held, what came. */
struct run {
    const struct options *options;
    struct report *report;
    struct arena arena;
    struct sources sources;
    long long deadline_ms;
    const char *cache_path;
    struct cache cache;
    struct arrival arrival;
    struct sync sync;
};

static int compare(struct run *run) {
    const struct options *options = run->options;
    const struct policy_overrides overrides = {
        options->accepted, options->accepted_count, options->rollback};
    if (!run->arrival.document.bytes)
        return sync_keep(&run->sources, run->report, &run->sync);
    return sync_compare(&run->arrival.document, &run->sources, &overrides,
                        run->report, &run->sync);
}

static int arrive(struct run *run, const struct cache *cache) {
    int result = arrival_get(run->options, cache, run->deadline_ms, run->report,
                             &run->arrival);
    return result < 0 ? result : compare(run);
}

/* A document cut short is XML that is not well-formed: a fetched one gets a
   second try. */
static int take_document(struct run *run) {
    int result = arrive(run, &run->cache);
    if (result != GEN_BAD_DOCUMENT || !run->arrival.is_fetched ||
        run->sync.is_read || run->deadline_ms - clock_ms() < 1000)
        return result;
    report_free(run->report);
    return arrive(run, NULL);
}

/* A document of years to come makes each one until then look older. */
static void warn_of_future(struct run *run) {
    const char *date = run->sync.model.updated;
    char now[CLOCK_UTC_SIZE];
    clock_utc(now);
    if (run->sync.changed && date && atoi(date) > atoi(now) + 1)
        report_warning(run->report, run->arrival.document.path, 0,
                       "is of %s, and today is %.10s: until then what comes "
                       "looks older and is refused",
                       date, now);
}

/* Where the registry is from: the URL that answered; a file leaves it as it
   was. While the rows stay, only the cache learns of another URL. */
static void set_source(struct run *run) {
    const char *held = run->sync.held.source;
    const char *answered = run->arrival.response.url;
    const char *known = run->cache.answered ? run->cache.answered : held;
    run->sync.model.source = answered ? answered : held ? held : IANA_URL;
    if (answered && held && strcmp(known, answered) != 0)
        report_warning(run->report, run->arrival.document.path, 0,
                       "answered from %s; until now the registry came from %s",
                       answered, known);
}

/* Without a cache each sync fetches the whole: no reason to have none, unless
   it was asked for by name. */
static bool keeps_cache(const struct run *run) {
    if (!run->arrival.is_fetched || !run->cache_path)
        return false;
    char *last = folders_last(run->cache_path);
    char *folder = folders_deepest(last);
    bool ret = run->options->cache || access(folder, W_OK | X_OK) == 0;
    if (!ret)
        report_warning(run->report, run->cache_path, 0,
                       "cannot be written, so the next sync fetches the whole "
                       "document; name a folder with --cache DIR");
    free(folder);
    free(last);
    return ret;
}

static void add_cache(struct run *run, const struct file *snapshot,
                      struct outputs *outputs) {
    if (!keeps_cache(run))
        return;
    const struct fetch_response *response = &run->arrival.response;
    struct cache cache = run->cache;
    cache.answered = response->url;
    if (!response->not_modified) {
        cache.url = run->arrival.document.path;
        cache.etag = response->etag;
        cache.last_modified = response->last_modified;
        cache.snapshot =
            sha256_hex(&run->arena, snapshot->bytes, snapshot->len);
    }
    cache_write(&cache, run->cache_path, outputs);
}

static void add_report(const struct run *run, const struct summary *summary,
                       struct outputs *outputs) {
    struct stream stream;
    if (!run->options->report)
        return;
    stream_begin(&stream);
    summary_markdown(summary, stream.out);
    stream_end(&stream);
    outputs_add(outputs, run->options->report, stream.bytes, stream.len);
}

/* The artefacts, what is remembered and told, and last the snapshot. While the
   rows stay, so does it, but for a symbol that semantics.xml gave since. */
static void add_taken(struct run *run, const struct summary *summary,
                      struct outputs *outputs) {
    struct file snapshot = run->sources.snapshot;
    generate_artefacts(sync_model(&run->sync), run->options->out, outputs);
    snapshot_write(sync_model(&run->sync), &snapshot.bytes, &snapshot.len);
    add_cache(run, &snapshot, outputs);
    add_report(run, summary, outputs);
    outputs_add(outputs, snapshot.path, snapshot.bytes, snapshot.len);
}

static int write_all(struct run *run, bool taken,
                     const struct summary *summary) {
    const char *const read[] = {run->options->from, run->options->cacert};
    struct outputs outputs = {0};
    for (size_t i = 0; i < sizeof read / sizeof *read; i++)
        if (read[i])
            outputs_keep(&outputs, read[i]);
    generate_keep(&run->sources, &outputs);
    if (taken)
        add_taken(run, summary, &outputs);
    else {
        outputs_keep(&outputs, run->sources.snapshot.path);
        add_report(run, summary, &outputs);
    }
    int result = outputs_commit(&outputs, run->report);
    outputs_free(&outputs);
    return result;
}

static struct summary summarize(struct run *run, bool refused) {
    struct sync *sync = &run->sync;
    struct summary summary = {.result = refused         ? "refused"
                                        : sync->changed ? "updated"
                                                        : "unchanged",
                              .from = sync->held.updated,
                              .to = sync->model.updated ? sync->model.updated
                                                        : sync->held.updated,
                              .changes = &sync->changes,
                              .said = run->report};
    if (!refused)
        summary_find_wanting(sync_model(sync), &summary);
    else if (sync->is_joined)
        summary_find_wanting(&sync->model, &summary);
    return summary;
}

static int run_locked(struct run *run, FILE *out) {
    const struct options *options = run->options;
    run->cache_path = cache_path(&run->arena, options->cache);
    cache_read(&run->arena, run->cache_path, &run->sources.snapshot,
               &run->cache);
    int result = sync_read_held(&run->sources, run->report, &run->sync);
    if (result == GEN_OK)
        result = take_document(run);
    if (result < 0 && result != GEN_REFUSED)
        return result;
    bool refused = result == GEN_REFUSED;
    set_source(run);
    warn_of_future(run);
    struct summary summary = summarize(run, refused);
    result = write_all(run, !refused && !options->dry_run, &summary);
    if (result < 0)
        return result;
    if (options->json)
        summary_json(&summary, out);
    else if (!options->quiet)
        summary_text(&summary, out);
    if (refused)
        return GEN_REFUSED;
    return options->dry_run && run->sync.changed ? GEN_DRIFT : GEN_OK;
}

int command_sync(const struct options *options, FILE *out,
                 struct report *report) {
    struct run run = {.options = options,
                      .report = report,
                      .deadline_ms =
                          clock_ms() + options->max_seconds * 1000LL};
    const char *folder = sources_folder(options->data);
    int lock = -1, result = GEN_OK;
    if (!options->dry_run)
        result = lock_take(folder, report, &lock);
    if (result == GEN_OK)
        result = sources_read(folder, NULL, options->max_size, false, report,
                              &run.sources);
    if (result == GEN_OK)
        result = run_locked(&run, out);
    lock_release(lock);
    sync_free(&run.sync);
    arrival_free(&run.arrival);
    sources_free(&run.sources);
    arena_free(&run.arena);
    return result;
}
