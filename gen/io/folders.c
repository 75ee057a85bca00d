#include "io/folders.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

int folders_make(char *path, struct report *report) {
    int result = GEN_OK;
    for (char *at = strchr(path + 1, '/'); at && result == GEN_OK;
         at = strchr(at + 1, '/')) {
        *at = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            result = report_error(report, GEN_FILE, path, 0,
                                  "cannot be made: %s", strerror(errno));
        *at = '/';
    }
    return result;
}

size_t folders_missing(char *path) {
    struct stat info;
    size_t ret = 0;
    for (char *at = strchr(path + 1, '/'); at && !ret;
         at = strchr(at + 1, '/')) {
        *at = '\0';
        if (stat(path, &info) != 0 && errno == ENOENT)
            ret = (size_t)(at - path);
        *at = '/';
    }
    return ret;
}

void folders_remove(char *path, size_t missing) {
    for (size_t at = strlen(path); missing && at-- > missing;)
        if (path[at] == '/') {
            path[at] = '\0';
            (void)rmdir(path);
            path[at] = '/';
        }
}

int folders_open_last(char *path) {
    char *slash = strrchr(path, '/');
    const char *folder = !slash ? "." : slash == path ? "/" : path;
    if (slash)
        *slash = '\0';
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (slash)
        *slash = '/';
    return fd;
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
