#include "command/command.h"

#include <string.h>

#include <jansson.h>

#include "io/cache.h"
#include "read/document.h"
#include "command/sources.h"
#include "base/text.h"

static void print_text(const struct model *model, const struct cache *cache,
                       const char *path, FILE *out) {
    fprintf(out,
            "held          %s\n"
            "registry of   %s\n"
            "codes         %zu\n"
            "from          %s\n"
            "sha256        %s\n"
            "last checked  %s\n",
            path, model->updated, model_named_count(model), model->source,
            model->digest, cache->checked ? cache->checked : "never");
}

static void print_json(const struct model *model, const struct cache *cache,
                       const char *path, FILE *out) {
    json_t *object = json_pack(
        "{s:s, s:s, s:I, s:s, s:s, s:s?}", "held", path, "updated",
        model->updated, "codes", (json_int_t)model_named_count(model), "source",
        model->source, "sha256", model->digest, "checked", cache->checked);
    if (!object)
        memory_exhausted();
    json_dumpf(object, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(object);
}

int command_status(const struct options *options, FILE *out,
                   struct report *report) {
    struct arena arena = {0};
    struct sources sources = {0};
    struct model model = {0};
    struct cache cache;
    int result = sources_read(options->data, NULL, options->max_size, true,
                              report, &sources);
    if (result == GEN_OK)
        result =
            document_read(&sources.snapshot, DOCUMENT_SNAPSHOT, report, &model);
    if (result == GEN_OK) {
        cache_read(&arena, cache_path(&arena, options->cache),
                   &sources.snapshot, &cache);
        char *path = arena_copy(&arena, sources.snapshot.path,
                                strlen(sources.snapshot.path));
        text_make_printable(path);
        if (options->json)
            print_json(&model, &cache, path, out);
        else
            print_text(&model, &cache, path, out);
    }
    model_free(&model);
    sources_free(&sources);
    arena_free(&arena);
    return result;
}
