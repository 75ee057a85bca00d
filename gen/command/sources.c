/* SPDX-License-Identifier: MIT */
#include "command/sources.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/language.h"
#include "read/semantics.h"

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

enum { MAX_LANGUAGES = 100, MAX_PATH = 4096 };

/* The installed data of a program that was moved: beside its folder. */
static const char *data_beside_program(struct arena *arena) {
    char path[MAX_PATH];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    for (int up = 0; up < 2; up++)
        while (len > 0 && path[--len] != '/')
            ;
    return arena_printf(arena, "%.*s/share/wsclose", len > 0 ? (int)len : 0,
                        path);
}

/* Where a part of the data is read from: the folder, else the installed data,
   else a checkout that this runs in. */
static const char *find_part(struct arena *arena, const char *folder,
                             const char *name) {
    const char *const places[] = {folder, data_beside_program(arena),
                                  WSCLOSE_GEN_DATADIR, "gen/data"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *path = arena_printf(arena, "%s/%s", places[i], name);
        if (file_exists(path))
            return path;
    }
    return arena_printf(arena, "%s/%s", folder, name);
}

static int by_tag(const void *a, const void *b) {
    const char *left = *(const char *const *)a;
    const char *right = *(const char *const *)b;
    bool left_is_first = strcmp(left, "en") == 0;
    bool right_is_first = strcmp(right, "en") == 0;
    return left_is_first != right_is_first ? right_is_first - left_is_first
                                           : strcmp(left, right);
}

/* The tag that a file's name begins with; NULL: it is no language's. */
static const char *tag_of(struct arena *arena, const char *name) {
    size_t len = strlen(name), end = strlen(".xml");
    return len > end && *name != '.' && strcmp(name + len - end, ".xml") == 0
               ? arena_copy(arena, name, len - end)
               : NULL;
}

/* The tags of the languages in a folder, English first, then in their order. */
static int list_tags(struct arena *arena, const char *folder,
                     struct report *report, const char **tags, size_t *count) {
    DIR *entries = opendir(folder);
    if (!entries && errno == ENOMEM)
        memory_exhausted();
    if (!entries)
        return report_error(report, GEN_FILE, folder, 0,
                            "cannot be opened: %s; put a file for each "
                            "language there",
                            strerror(errno));
    const struct dirent *entry;
    int result = GEN_OK;
    while (result == GEN_OK && (errno = 0, entry = readdir(entries))) {
        const char *tag = tag_of(arena, entry->d_name);
        if (tag && *count == MAX_LANGUAGES)
            result = report_error(report, GEN_BAD_DOCUMENT, folder, 0,
                                  "has more than %d languages; take some out",
                                  MAX_LANGUAGES);
        else if (tag)
            tags[(*count)++] = tag;
    }
    if (result == GEN_OK && errno)
        result = report_error(report, GEN_FILE, folder, 0, "cannot be read: %s",
                              strerror(errno));
    closedir(entries);
    if (*count)
        qsort(tags, *count, sizeof *tags, by_tag);
    if (result == GEN_OK && (!*count || strcmp(*tags, "en") != 0))
        result = report_error(report, GEN_BAD_DOCUMENT,
                              arena_printf(arena, "%s/en.xml", folder), 0,
                              "there is no such file; English, which stands in "
                              "for every other language, has to be there");
    return result;
}

static int read_languages(const char *folder, struct report *report,
                          struct sources *ret) {
    const char *tags[MAX_LANGUAGES];
    size_t count = 0;
    int result = list_tags(&ret->arena, folder, report, tags, &count);
    ret->languages =
        arena_alloc(&ret->arena, (count + 1) * sizeof *ret->languages);
    for (size_t i = 0; i < count && result == GEN_OK; i++)
        result = file_read(
            arena_printf(&ret->arena, "%s/%s.xml", folder, tags[i]),
            FILE_MAX_SIZE, report, &ret->languages[ret->language_count++]);
    return result;
}

bool sources_are_installed(const char *named) {
    return !named && !is_folder("gen/data");
}

const char *sources_folder(const char *named) {
    if (named)
        return named;
    return sources_are_installed(NULL) ? WSCLOSE_GEN_DATADIR : "gen/data";
}

int sources_read(const char *folder, const char *snapshot, bool needs_snapshot,
                 struct report *report, struct sources *ret) {
    struct arena *arena = &ret->arena;
    ret->folder = sources_folder(folder);
    bool is_named = snapshot != NULL;
    if (!is_named)
        snapshot = arena_printf(arena, "%s/close-codes.xml", ret->folder);
    const char *semantics = find_part(arena, ret->folder, "semantics.xml");
    int result =
        file_read_if_there(snapshot, FILE_MAX_SIZE, report, &ret->snapshot);
    if (result == GEN_OK && !needs_snapshot && !ret->snapshot.bytes)
        result =
            file_read_if_there(find_part(arena, ret->folder, "close-codes.xml"),
                               FILE_MAX_SIZE, report, &ret->installed);
    if (result == GEN_OK && needs_snapshot && !ret->snapshot.bytes)
        result = report_error(report, GEN_FILE, snapshot, 0,
                              is_named ? "there is no such file"
                                       : "there is no such file; name the "
                                         "folder that has it with --data DIR");
    if (result == GEN_OK)
        result = file_read_if_there(semantics, FILE_MAX_SIZE, report,
                                    &ret->semantics);
    if (result == GEN_OK && !ret->semantics.bytes)
        result = report_error(report, GEN_FILE, semantics, 0,
                              "there is no such file, and none is installed; "
                              "put one there");
    if (result == GEN_OK)
        result = read_languages(find_part(arena, ret->folder, "languages"),
                                report, ret);
    return result;
}

int sources_join(const struct sources *sources, struct report *report,
                 struct model *model) {
    int result = semantics_read(&sources->semantics, report, model);
    return result < 0 ? result
                      : languages_read(sources->languages,
                                       sources->language_count, report, model);
}

void sources_visit(const struct sources *sources,
                   void (*visit)(void *data, const char *path), void *data) {
    visit(data, sources->semantics.path);
    for (size_t i = 0; i < sources->language_count; i++)
        visit(data, sources->languages[i].path);
    for (size_t i = 0; i < sources->private_count; i++)
        visit(data, sources->private_files[i].path);
}

int sources_read_private(struct sources *sources, const char *const *paths,
                         size_t count, size_t max_size, struct report *report) {
    sources->private_files =
        arena_alloc(&sources->arena, count * sizeof *sources->private_files);
    int result = GEN_OK;
    for (size_t i = 0; i < count && result == GEN_OK; i++)
        result = file_read(paths[i], max_size, report,
                           &sources->private_files[sources->private_count++]);
    return result;
}

void sources_free(struct sources *sources) {
    for (size_t i = 0; i < sources->private_count; i++)
        file_free(&sources->private_files[i]);
    for (size_t i = 0; i < sources->language_count; i++)
        file_free(&sources->languages[i]);
    file_free(&sources->installed);
    file_free(&sources->snapshot);
    file_free(&sources->semantics);
    arena_free(&sources->arena);
}
