/* SPDX-License-Identifier: MIT */
#include "command/depfile.h"

#include <stdbool.h>
#include <string.h>

/* A path as make reads it: a backslash is itself unless it stands before what
   is escaped. */
static void put_path(struct stream *out, const char *path, size_t len) {
    size_t backslashes = 0;
    for (size_t i = 0; i < len; i++) {
        const bool is_escaped = strchr(" \t#:", path[i]) != NULL;
        for (size_t j = 0; is_escaped && j <= backslashes; j++)
            stream_char(out, '\\');
        if (path[i] == '$')
            stream_char(out, '$');
        stream_char(out, path[i]);
        backslashes = path[i] == '\\' ? backslashes + 1 : 0;
    }
}

static void put_source(void *out, const char *path) {
    stream_put(out, " \\\n  ");
    put_path(out, path, strlen(path));
}

void depfile_add(const struct sources *sources, const char *path,
                 struct outputs *ret) {
    struct stream stream;
    size_t target = strlen(path);
    if (target > 2 && strcmp(path + target - 2, ".d") == 0)
        target -= 2;
    outputs_begin(ret, &stream);
    put_path(&stream, path, target);
    stream_char(&stream, ':');
    put_source(&stream, sources->snapshot.path);
    sources_visit(sources, put_source, &stream);
    stream_char(&stream, '\n');
    outputs_end(ret, path, &stream);
}
