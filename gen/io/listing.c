/* SPDX-License-Identifier: MIT */
#include "io/listing.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The length of a name without its end; 0: it is to be left out. */
static size_t length_of(const char *name, const char *end) {
    size_t len = strlen(name), end_len = strlen(end);
    return len > end_len && *name != '.' &&
                   strcmp(name + len - end_len, end) == 0
               ? len - end_len
               : 0;
}

/* Appends the names; the errno of a failure, or 0. */
static int read_names(DIR *entries, struct arena *arena, const char *end,
                      const char ***names, size_t *count) {
    const struct dirent *entry;
    while ((errno = 0, entry = readdir(entries))) {
        size_t len = length_of(entry->d_name, end);
        if (!len)
            continue;
        *names = memory_append(*names, *count, sizeof **names);
        (*names)[(*count)++] = arena_copy(arena, entry->d_name, len);
    }
    return errno;
}

int listing_read(struct arena *arena, const char *folder, const char *end,
                 struct report *report, const char ***ret, size_t *count) {
    const char **names = NULL;
    *count = 0;
    DIR *entries = opendir(folder);
    int error =
        entries ? read_names(entries, arena, end, &names, count) : errno;
    if (error == ENOMEM)
        memory_exhausted();
    if (entries)
        closedir(entries);
    *ret = arena_alloc(arena, (*count + 1) * sizeof **ret);
    if (names) {
        qsort(names, *count, sizeof *names, by_name);
        memcpy(*ret, names, *count * sizeof *names);
    }
    free(names);
    return error ? report_error(report, GEN_FILE, folder, 0,
                                "cannot be read: %s; it has to be a folder "
                                "with a %s file for each of them",
                                strerror(error), end)
                 : GEN_OK;
}
