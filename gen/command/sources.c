#include "command/sources.h"

#include <sys/stat.h>

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* What sync took, with markup and escapes and a record for each code of a
   range, may be longer than the document that it came from. */
enum { SNAPSHOT_FACTOR = 64 };

/* Where semantics.xml is read from: the folder, else the installed data, else a
   checkout that this runs in. */
static const char *find_semantics(struct arena *arena, const char *folder) {
    const char *const places[] = {
        arena_printf(arena, "%s/semantics.xml", folder),
        WSCLOSE_GEN_DATADIR "/semantics.xml", "gen/data/semantics.xml"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (file_exists(places[i]))
            return places[i];
    return places[0];
}

const char *sources_folder(const char *named) {
    if (named)
        return named;
    return is_folder("gen/data") ? "gen/data" : WSCLOSE_GEN_DATADIR;
}

int sources_read(const char *folder, const char *snapshot, size_t max_size,
                 bool needs_snapshot, struct report *report,
                 struct sources *ret) {
    struct arena *arena = &ret->arena;
    ret->folder = sources_folder(folder);
    bool is_named = snapshot != NULL;
    if (!is_named)
        snapshot = arena_printf(arena, "%s/close-codes.xml", ret->folder);
    const char *semantics = find_semantics(arena, ret->folder);
    int result = file_read_if_there(snapshot, SNAPSHOT_FACTOR * max_size,
                                    report, &ret->snapshot);
    if (result == GEN_OK && needs_snapshot && !ret->snapshot.bytes)
        result = report_error(report, GEN_FILE, snapshot, 0,
                              is_named ? "there is no such file"
                                       : "there is no such file; name the "
                                         "folder that has it with --data DIR");
    if (result == GEN_OK)
        result =
            file_read_if_there(semantics, max_size, report, &ret->semantics);
    if (result == GEN_OK && !ret->semantics.bytes)
        result = report_error(report, GEN_FILE, semantics, 0,
                              "there is no such file, and none is installed; "
                              "put one there");
    return result;
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
    file_free(&sources->snapshot);
    file_free(&sources->semantics);
    arena_free(&sources->arena);
}
