#include "folders.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "memory.h"

int folders_make(const char *path, struct report *report) {
    char *folder = memory_text(path);
    int result = GEN_OK;
    for (char *at = strchr(folder + 1, '/'); at && result == GEN_OK;
         at = strchr(at + 1, '/')) {
        *at = '\0';
        if (mkdir(folder, 0777) != 0 && errno != EEXIST)
            result = report_error(report, GEN_FILE, folder, 0,
                                  "cannot be made: %s", strerror(errno));
        *at = '/';
    }
    free(folder);
    return result;
}

size_t folders_missing(const char *path) {
    struct stat info;
    char *folder = memory_text(path);
    size_t ret = 0;
    for (char *at = strchr(folder + 1, '/'); at && !ret;
         at = strchr(at + 1, '/')) {
        *at = '\0';
        if (stat(folder, &info) != 0 && errno == ENOENT)
            ret = (size_t)(at - folder);
        *at = '/';
    }
    free(folder);
    return ret;
}

void folders_remove(const char *path, size_t missing) {
    char *folder = memory_text(path);
    char *end = strrchr(folder, '/');
    for (; missing && end && (size_t)(end - folder) >= missing;
         end = strrchr(folder, '/')) {
        *end = '\0';
        (void)rmdir(folder);
    }
    free(folder);
}

char *folders_last(const char *path) {
    const char *slash = strrchr(path, '/');
    if (!slash)
        return memory_text(".");
    char *folder = memory_text(path);
    folder[slash == path ? 1 : slash - path] = '\0';
    return folder;
}

char *folders_deepest(const char *folder) {
    struct arena arena = {0};
    char *path = arena_printf(&arena, "%s/", folder);
    size_t missing = folders_missing(path);
    path[missing ? missing : strlen(folder)] = '\0';
    char *ret = missing ? folders_last(path) : memory_text(path);
    arena_free(&arena);
    return ret;
}
