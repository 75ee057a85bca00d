/* SPDX-License-Identifier: MIT */
#include "io/program.h"

#include <unistd.h>

enum { MAX_PATH = 4096 };

const char *program_folder(struct arena *arena) {
    char path[MAX_PATH];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    if (len <= 0 || len == (ssize_t)sizeof path)
        return NULL;
    while (len > 1 && path[len - 1] != '/')
        len--;
    return arena_copy(arena, path, (size_t)len - 1);
}
