/* SPDX-License-Identifier: MIT */
#include "io/program.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#include <stdint.h>
#include <stdlib.h>

/* It is told as the program was started, perhaps by a link. */
static bool find(char ret[PATH_MAX]) {
    char started[PATH_MAX];
    uint32_t size = sizeof started;
    return _NSGetExecutablePath(started, &size) == 0 && realpath(started, ret);
}
#else
static bool find(char ret[PATH_MAX]) {
    ssize_t len = readlink("/proc/self/exe", ret, PATH_MAX);
    if (len <= 0 || len == PATH_MAX)
        return false;
    ret[len] = '\0';
    return true;
}
#endif

const char *program_folder(struct arena *arena) {
    char path[PATH_MAX];
    char *slash = find(path) ? strrchr(path, '/') : NULL;
    return slash ? arena_copy(arena, path, (size_t)(slash - path)) : NULL;
}
