/* SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/clock.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "command/sources.h"
#include "io/cache.h"
#include "read/document.h"

enum { NEVER = -1 };

/* What is told, in words and as JSON. */
struct status {
    const struct model *model;
    const char *path, *checked; /* checked NULL: never */
    long long age, checked_age; /* seconds; NEVER */
};

static void find_ages(struct status *status) {
    if (!clock_age(status->model->updated, &status->age))
        status->age = NEVER;
    if (!status->checked || !clock_age(status->checked, &status->checked_age)) {
        status->checked = NULL;
        status->checked_age = NEVER;
    }
}

static const char *ago(struct arena *arena, long long age) {
    return age == NEVER
               ? ""
               : arena_printf(arena, " (%lld days ago)", age / CLOCK_DAY);
}

static void print_text(const struct status *status, struct arena *arena,
                       FILE *out) {
    const struct model *model = status->model;
    fprintf(out,
            "current       %s\n"
            "registry of   %s%s\n"
            "codes         %zu\n"
            "from          %s\n"
            "sha256        %s\n"
            "last checked  %s%s\n"
            "belongs to    wsclose %s\n",
            status->path, model->updated, ago(arena, status->age),
            model_code_count(model), model->source, model->digest,
            status->checked ? status->checked : "never",
            ago(arena, status->checked_age), WSCLOSE_GEN_VERSION);
}

static void put_days(struct json *json, const char *key, long long age) {
    json_number_if(json, key, (unsigned)(age / CLOCK_DAY), age != NEVER);
}

static void print_json(const struct status *status, FILE *out) {
    const struct model *model = status->model;
    struct stream text;
    struct json json = {.out = &text};
    stream_begin(&text);
    json_begin(&json, NULL, '{');
    json_text(&json, "current", status->path);
    json_text(&json, "updated", model->updated);
    put_days(&json, "age_days", status->age);
    json_number(&json, "codes", (unsigned)model_code_count(model));
    json_text(&json, "source", model->source);
    json_text(&json, "sha256", model->digest);
    json_text(&json, "checked", status->checked);
    put_days(&json, "checked_age_days", status->checked_age);
    json_text(&json, "version", WSCLOSE_GEN_VERSION);
    json_end(&json, '}');
    stream_char(&text, '\n');
    stream_print(&text, out);
}

/* A schedule that ended leaves no other trace. Where nothing was checked, the
   registry is as old as its date. */
static int check_age(const struct status *status, long max_days,
                     struct report *report) {
    long long age = status->checked ? status->checked_age : status->age;
    if (!max_days || (age != NEVER && age <= max_days * (long long)CLOCK_DAY))
        return GEN_OK;
    return report_error(
        report, GEN_DRIFT, status->path, 0,
        "%s more than %ld days ago; see whether wsclose-gen sync still runs",
        status->checked ? "was last checked"
                        : "was never checked, and is dated",
        max_days);
}

int command_status(const struct options *options, FILE *out,
                   struct report *report) {
    struct arena arena = {0};
    struct sources sources = {.no_applications = true};
    struct model model = {0};
    struct cache cache;
    int result = sources_read(options->data, NULL, true, report, &sources);
    if (result == GEN_OK)
        result =
            document_read(&sources.snapshot, DOCUMENT_SNAPSHOT, report, &model);
    if (result == GEN_OK) {
        cache_read(&arena, cache_path(&arena, options->cache),
                   &sources.snapshot, &cache);
        char *path = arena_printf(&arena, "%s", sources.snapshot.path);
        text_make_printable(path);
        struct status status = {
            .model = &model, .path = path, .checked = cache.checked};
        find_ages(&status);
        if (options->json)
            print_json(&status, out);
        else
            print_text(&status, &arena, out);
        result = check_age(&status, options->max_days, report);
    }
    model_free(&model);
    sources_free(&sources);
    arena_free(&arena);
    return result;
}
