/* SPDX-License-Identifier: MIT */
#include "command/sources.h"

#include <stdlib.h>
#include <string.h>

#include "command/data_folder.h"
#include "io/listing.h"
#include "model/naming.h"
#include "read/application.h"
#include "read/document.h"
#include "read/language.h"
#include "read/private.h"
#include "read/semantics.h"

enum { MAX_LANGUAGES = 100 };

static int by_tag(const void *a, const void *b) {
    const char *left = *(const char *const *)a;
    const char *right = *(const char *const *)b;
    bool left_is_first = strcmp(left, "en") == 0;
    bool right_is_first = strcmp(right, "en") == 0;
    return left_is_first != right_is_first ? right_is_first - left_is_first
                                           : strcmp(left, right);
}

static int check_languages(struct arena *arena, const char *folder,
                           struct report *report, const char **tags,
                           size_t count) {
    if (count)
        qsort(tags, count, sizeof *tags, by_tag);
    if (count > MAX_LANGUAGES)
        return report_error(report, GEN_BAD_DOCUMENT, folder, 0,
                            "has more than %d languages; take some out",
                            MAX_LANGUAGES);
    if (!count || strcmp(*tags, "en") != 0)
        return report_error(report, GEN_BAD_DOCUMENT,
                            arena_printf(arena, "%s/en.xml", folder), 0,
                            "there is no such file; English, which stands in "
                            "for every other language, has to be there");
    return GEN_OK;
}

/* Reads the files of a folder that have these names, without .xml. */
static int read_files(struct arena *arena, const char *folder,
                      const char *const *names, size_t count,
                      struct report *report, struct files *ret) {
    ret->list = arena_alloc(arena, (count + 1) * sizeof *ret->list);
    int result = GEN_OK;
    for (size_t i = 0; i < count && result == GEN_OK; i++)
        result = file_read(arena_printf(arena, "%s/%s.xml", folder, names[i]),
                           FILE_MAX_SIZE, report, &ret->list[ret->count++]);
    return result;
}

static int read_languages(const char *folder, struct report *report,
                          struct sources *ret) {
    const char **tags;
    size_t count;
    int result =
        listing_read(&ret->arena, folder, ".xml", report, &tags, &count);
    if (result == GEN_OK)
        result = check_languages(&ret->arena, folder, report, tags, count);
    return result < 0 ? result
                      : read_files(&ret->arena, folder, tags, count, report,
                                   &ret->languages);
}

/* There need be none. */
static int read_applications(const char *folder, struct report *report,
                             struct sources *ret) {
    const char **names;
    size_t count;
    if (ret->no_applications || file_is_missing(folder))
        return GEN_OK;
    int result =
        listing_read(&ret->arena, folder, ".xml", report, &names, &count);
    return result < 0 ? result
                      : read_files(&ret->arena, folder, names, count, report,
                                   &ret->applications);
}

/* The current snapshot, and where there is none and none is needed the one that
   is installed. */
static int read_snapshot(const char *named, bool is_needed,
                         struct report *report, struct sources *ret) {
    struct arena *arena = &ret->arena;
    const char *path =
        named ? named : arena_printf(arena, "%s/close-codes.xml", ret->folder);
    int result =
        file_read_if_there(path, FILE_MAX_SIZE, report, &ret->snapshot);
    if (result < 0 || ret->snapshot.bytes)
        return result;
    if (!is_needed)
        return file_read_if_there(
            data_part(arena, ret->folder, "close-codes.xml"), FILE_MAX_SIZE,
            report, &ret->installed);
    return report_error(report, GEN_FILE, path, 0,
                        named ? "there is no such file"
                              : "there is no such file; name the folder that "
                                "has it with --data DIR");
}

static int read_semantics(const char *path, struct report *report,
                          struct sources *ret) {
    int result =
        file_read_if_there(path, FILE_MAX_SIZE, report, &ret->semantics);
    if (result == GEN_OK && !ret->semantics.bytes)
        result = report_error(report, GEN_FILE, path, 0,
                              "there is no such file, and none is installed; "
                              "put one there");
    return result;
}

int sources_read(const char *folder, const char *snapshot, bool needs_snapshot,
                 struct report *report, struct sources *ret) {
    struct arena *arena = &ret->arena;
    ret->folder = data_folder(arena, folder);
    int result = read_snapshot(snapshot, needs_snapshot, report, ret);
    if (result == GEN_OK)
        result = read_semantics(data_part(arena, ret->folder, "semantics.xml"),
                                report, ret);
    if (result == GEN_OK)
        result = read_languages(data_part(arena, ret->folder, "languages"),
                                report, ret);
    if (result == GEN_OK)
        result = read_applications(
            data_part(arena, ret->folder, "applications"), report, ret);
    return result;
}

int sources_join(const struct sources *sources, struct report *report,
                 struct model *model) {
    int result = semantics_read(&sources->semantics, report, model);
    if (result == GEN_OK)
        result = languages_read(sources->languages.list,
                                sources->languages.count, report, model);
    return result < 0
               ? result
               : applications_read(sources->applications.list,
                                   sources->applications.count, report, model);
}

void sources_visit(const struct sources *sources,
                   void (*visit)(void *data, const char *path), void *data) {
    const struct files *const all[] = {
        &sources->languages, &sources->applications, &sources->private_files};
    visit(data, sources->semantics.path);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        for (size_t j = 0; j < all[i]->count; j++)
            visit(data, all[i]->list[j].path);
}

int sources_read_private(struct sources *sources, const char *const *paths,
                         size_t count, size_t max_size, struct report *report) {
    struct files *files = &sources->private_files;
    files->list = arena_alloc(&sources->arena, count * sizeof *files->list);
    int result = GEN_OK;
    for (size_t i = 0; i < count && result == GEN_OK; i++)
        result =
            file_read(paths[i], max_size, report, &files->list[files->count++]);
    return result;
}

int sources_model(const struct sources *sources, struct report *report,
                  struct model *ret) {
    int result =
        document_read(&sources->snapshot, DOCUMENT_SNAPSHOT, report, ret);
    if (result == GEN_OK)
        result = sources_join(sources, report, ret);
    for (size_t i = 0; i < sources->private_files.count && result == GEN_OK;
         i++)
        result = private_read(&sources->private_files.list[i], report, ret);
    return result < 0 ? result : symbols_assign(ret, report);
}

static void keep(void *outputs, const char *path) {
    outputs_keep(outputs, path);
}

void sources_keep(const struct sources *sources, struct outputs *outputs) {
    sources_visit(sources, keep, outputs);
}

static void free_files(struct files *files) {
    for (size_t i = 0; i < files->count; i++)
        file_free(&files->list[i]);
}

void sources_free(struct sources *sources) {
    free_files(&sources->private_files);
    free_files(&sources->applications);
    free_files(&sources->languages);
    file_free(&sources->installed);
    file_free(&sources->snapshot);
    file_free(&sources->semantics);
    arena_free(&sources->arena);
}
