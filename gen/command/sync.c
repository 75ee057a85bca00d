/* SPDX-License-Identifier: MIT */
#include "command/command.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/sha256.h"
#include "base/stream.h"
#include "command/arrival.h"
#include "command/artefacts.h"
#include "command/data_folder.h"
#include "command/update.h"
#include "emit/emit.h"
#include "io/cache.h"
#include "io/lock.h"
#include "io/output.h"
#include "io/place.h"
#include "judge/summary.h"

/* One run: what was asked, what is current, what came. */
struct run {
    const struct options *options;
    struct report *report;
    struct arena arena;
    struct locks locks;
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
static int get_document(struct run *run) {
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
    const char *current = run->sync.current.source;
    const char *answered = run->arrival.response.url;
    const char *known = run->cache.answered ? run->cache.answered : current;
    run->sync.model.source = answered ? answered : current ? current : IANA_URL;
    if (answered && current && strcmp(known, answered) != 0)
        report_warning(run->report, run->arrival.document.path, 0,
                       "answered from %s; until now the registry came from %s",
                       answered, known);
}

/* What this run reads is not written over. */
static void keep_read(const struct run *run, struct outputs *outputs) {
    const char *const read[] = {run->options->from, run->options->cacert};
    for (size_t i = 0; i < sizeof read / sizeof *read; i++)
        if (read[i])
            outputs_keep(outputs, read[i]);
    sources_keep(&run->sources, outputs);
}

/* What is remembered of a fetch. Without it each sync fetches the whole: no
   reason to have no registry, unless a place was asked for by name. */
static int keep_cache(struct run *run, const struct outputs *written) {
    const struct output *snapshot = &written->list[0];
    const struct fetch_response *response = &run->arrival.response;
    struct outputs outputs = {0};
    struct report ignored = {0};
    struct cache cache = run->cache;
    bool is_named = run->options->cache != NULL;
    if (!run->arrival.is_fetched || !run->cache_path)
        return GEN_OK;
    cache.answered = response->url;
    if (!response->not_modified) {
        cache.url = run->arrival.document.path;
        cache.etag = response->etag;
        cache.last_modified = response->last_modified;
        cache.snapshot =
            sha256_hex(&run->arena, snapshot->bytes, snapshot->len);
    }
    keep_read(run, &outputs);
    for (size_t i = 0; i < written->count; i++)
        outputs_keep(&outputs, written->list[i].place);
    cache_write(&cache, run->cache_path, &outputs);
    int result = outputs_commit(&outputs, &run->locks,
                                is_named ? run->report : &ignored);
    if (result < 0 && !is_named)
        report_warning(run->report, run->cache_path, 0,
                       "cannot be written, so the next sync fetches the whole "
                       "document; name a folder with --cache DIR");
    outputs_free(&outputs);
    report_free(&ignored);
    return is_named ? result : GEN_OK;
}

static void add_report(const struct run *run, const struct summary *summary,
                       struct outputs *outputs) {
    struct stream stream;
    if (!run->options->report)
        return;
    outputs_begin(outputs, &stream);
    summary_markdown(summary, &stream);
    outputs_end(outputs, run->options->report, &stream);
}

/* A snapshot that is about to change, read again: what could not be must not
   take the place of one that can. */
static int read_again(struct run *run, const struct output *snapshot,
                      struct model *ret) {
    struct sources sources = run->sources;
    struct report report = {0};
    sources.snapshot =
        (struct file){snapshot->path, snapshot->bytes, snapshot->len};
    int result = sources_model(&sources, &report, ret);
    if (result < 0)
        report_error(run->report, result, run->arrival.document.path, 0,
                     "makes a snapshot that could not be read again: it %s; "
                     "nothing was changed",
                     report.list[report.count - 1].text);
    report_free(&report);
    return result;
}

/* The snapshot first: a symbol is recorded before it ships. Then the report,
   since the next run has no change to report any more. Where no row changed,
   the snapshot changes only by a symbol that semantics.xml has given since. */
static int add_accepted(struct run *run, const struct summary *summary,
                        struct outputs *outputs) {
    struct model again = {0};
    const struct model *model = &run->sync.current;
    struct stream stream;
    outputs_begin(outputs, &stream);
    emit_snapshot(sync_model(&run->sync), &stream);
    outputs_end(outputs, run->sources.snapshot.path, &stream);
    int result = outputs_check_size(outputs, run->report);
    if (result == GEN_OK &&
        (run->sync.changed ||
         !output_is(&outputs->list[0], &run->sources.snapshot))) {
        model = &again;
        result = read_again(run, &outputs->list[0], &again);
    }
    if (result == GEN_OK) {
        add_report(run, summary, outputs);
        artefacts_add_all(model, run->options->out, outputs);
    }
    model_free(&again);
    return result;
}

static int write_accepted(struct run *run, const struct summary *summary,
                          struct outputs *outputs) {
    size_t number;
    int result = locks_take(&run->locks, run->options->out,
                            clock_ms() + LOCK_WAIT_MS, run->report, &number);
    if (result == GEN_OK)
        result = add_accepted(run, summary, outputs);
    if (result == GEN_OK)
        result = outputs_commit(outputs, &run->locks, run->report);
    return result < 0 ? result : keep_cache(run, outputs);
}

/* Nothing but the report. */
static int write_report(struct run *run, const struct summary *summary,
                        struct outputs *outputs) {
    outputs_keep(outputs, run->sources.snapshot.path);
    add_report(run, summary, outputs);
    return outputs_commit(outputs, &run->locks, run->report);
}

static int write_all(struct run *run, bool is_accepted,
                     const struct summary *summary) {
    struct outputs outputs = {0};
    keep_read(run, &outputs);
    int result = is_accepted ? write_accepted(run, summary, &outputs)
                             : write_report(run, summary, &outputs);
    outputs_free(&outputs);
    return result;
}

static struct summary summarize(struct run *run, bool refused) {
    struct sync *sync = &run->sync;
    struct summary summary = {.result = refused         ? "refused"
                                        : sync->changed ? "updated"
                                                        : "unchanged",
                              .from = sync->current.updated,
                              .to = sync->model.updated ? sync->model.updated
                                                        : sync->current.updated,
                              .changes = &sync->changes,
                              .reported = run->report};
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
    int result = sync_read_current(&run->sources, run->report, &run->sync);
    if (result == GEN_OK)
        result = get_document(run);
    if (result < 0 && result != GEN_REFUSED)
        return result;
    bool refused = result == GEN_REFUSED;
    set_source(run);
    warn_of_future(run);
    struct summary summary = summarize(run, refused);
    struct stream text;
    result = write_all(run, !refused && !options->dry_run, &summary);
    if (result < 0)
        return result;
    stream_begin(&text);
    if (options->json)
        summary_json(&summary, &text);
    else if (!options->quiet)
        summary_text(&summary, &text);
    stream_print(&text, out);
    if (refused)
        return GEN_REFUSED;
    return options->dry_run && run->sync.changed ? GEN_DRIFT : GEN_OK;
}

/* What can be said before anything else happens. */
static int check(struct run *run, const char *folder) {
    const struct options *options = run->options;
    if (!options->dry_run && !data_is_writable(&run->arena, options->data))
        return report_error(run->report, GEN_USAGE, folder, 0,
                            "is data that sync does not write; name the "
                            "folder to keep the data in with --data DIR");
    return options->report ? place_check(options->report, run->report) : GEN_OK;
}

int command_sync(const struct options *options, FILE *out,
                 struct report *report) {
    struct run run = {.options = options,
                      .report = report,
                      .deadline_ms =
                          clock_ms() + options->max_seconds * 1000LL};
    const char *folder = data_folder(&run.arena, options->data);
    size_t number;
    int result = check(&run, folder);
    if (result == GEN_OK && !options->dry_run)
        result =
            locks_take(&run.locks, folder, run.deadline_ms, report, &number);
    if (result == GEN_OK)
        result = sources_read(folder, NULL, false, report, &run.sources);
    if (result == GEN_OK)
        result = run_locked(&run, out);
    locks_release(&run.locks);
    sync_free(&run.sync);
    arrival_free(&run.arrival);
    sources_free(&run.sources);
    arena_free(&run.arena);
    return result;
}
