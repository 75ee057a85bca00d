#include "sources.h"

#include <sys/stat.h>

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* What sync took, with markup and escapes and a record for each code of a
   range, may be longer than the document that it came from. */
enum { SNAPSHOT_FACTOR = 64 };

int sources_read(const char *folder, size_t max_size, bool needs_snapshot,
                 struct report *report, struct sources *ret) {
    struct arena *arena = &ret->arena;
    ret->folder = folder                  ? folder
                  : is_folder("gen/data") ? "gen/data"
                                          : WSCLOSE_GEN_DATADIR;
    const char *snapshot =
        arena_printf(arena, "%s/close-codes.xml", ret->folder);
    const char *semantics =
        arena_printf(arena, "%s/semantics.xml", ret->folder);
    if (!file_exists(semantics))
        semantics = WSCLOSE_GEN_DATADIR "/semantics.xml";
    int result = file_read_if_there(snapshot, SNAPSHOT_FACTOR * max_size,
                                    report, &ret->snapshot);
    if (result == GEN_OK && needs_snapshot && !ret->snapshot.bytes)
        result = report_error(report, GEN_FILE, snapshot, 0,
                              "there is no such file; name the folder that has "
                              "it with --data DIR");
    if (result == GEN_OK)
        result = file_read(semantics, max_size, report, &ret->semantics);
    return result;
}

void sources_free(struct sources *sources) {
    file_free(&sources->snapshot);
    file_free(&sources->semantics);
    arena_free(&sources->arena);
}
