/* SPDX-License-Identifier: MIT */
#include "io/cache.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/clock.h"
#include "base/sha256.h"

enum { MAX_SIZE = 16 * 1024 };

const char *cache_path(struct arena *arena, const char *dir) {
    const char *systemd = getenv("CACHE_DIRECTORY");
    const char *xdg = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (dir)
        return arena_printf(arena, "%s/websocket.json", dir);
    if (systemd && *systemd)
        return arena_printf(arena, "%s/websocket.json", systemd);
    if (xdg && *xdg == '/')
        return arena_printf(arena, "%s/wsclose/websocket.json", xdg);
    if (home && *home == '/')
        return arena_printf(arena, "%s/.cache/wsclose/websocket.json", home);
    return NULL;
}

/* A header's value must come out as it went in. */
static const char *member(struct arena *arena, const json_t *object,
                          const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    if (!text)
        return NULL;
    for (const char *at = text; *at; at++)
        if (*at < ' ' || *at > '~')
            return NULL;
    return arena_copy(arena, text, strlen(text));
}

static void read_members(struct arena *arena, const json_t *object,
                         struct cache *ret) {
    *ret = (struct cache){
        .url = member(arena, object, "url"),
        .answered = member(arena, object, "answered"),
        .etag = member(arena, object, "etag"),
        .last_modified = member(arena, object, "last_modified"),
        .snapshot = member(arena, object, "snapshot_sha256"),
        .checked = member(arena, object, "checked"),
    };
}

static bool is_of(struct arena *arena, const struct cache *cache,
                  const struct file *snapshot) {
    return cache->snapshot && snapshot->bytes &&
           strcmp(cache->snapshot,
                  sha256_hex(arena, snapshot->bytes, snapshot->len)) == 0;
}

void cache_read(struct arena *arena, const char *path,
                const struct file *snapshot, struct cache *ret) {
    struct report ignored = {0};
    struct file file;
    *ret = (struct cache){0};
    if (path && file_is_regular(path) &&
        file_read_if_there(path, MAX_SIZE, &ignored, &file) == GEN_OK) {
        json_t *object =
            json_loadb(file.bytes ? file.bytes : "", file.len, 0, NULL);
        read_members(arena, object, ret);
        json_decref(object);
        file_free(&file);
    }
    if (!is_of(arena, ret, snapshot))
        *ret = (struct cache){0};
    report_free(&ignored);
}

static void set(json_t *object, const char *key, const char *text) {
    if (json_object_set_new(object, key,
                            text ? json_string(text) : json_null()) != 0)
        memory_exhausted();
}

void cache_write(const struct cache *cache, const char *path,
                 struct outputs *ret) {
    char checked[CLOCK_UTC_SIZE];
    clock_utc(checked);
    json_t *object = json_object();
    set(object, "url", cache->url);
    set(object, "answered", cache->answered);
    set(object, "etag", cache->etag);
    set(object, "last_modified", cache->last_modified);
    set(object, "snapshot_sha256", cache->snapshot);
    set(object, "checked", checked);
    char *bytes = json_dumps(object, JSON_INDENT(2));
    if (!bytes)
        memory_exhausted();
    json_decref(object);
    struct stream stream;
    outputs_begin(ret, &stream);
    stream_put(&stream, bytes);
    outputs_end(ret, path, &stream);
    free(bytes);
}
