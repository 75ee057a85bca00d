#include "cache.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <jansson.h>

#include "file.h"

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
    if (home && *home)
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

void cache_read(struct arena *arena, const char *path, struct cache *ret) {
    struct report ignored = {0};
    struct file file;
    *ret = (struct cache){0};
    if (path && file_is_regular(path) &&
        file_read_if_there(path, MAX_SIZE, &ignored, &file) == GEN_OK) {
        json_t *object =
            json_loadb(file.bytes ? file.bytes : "", file.len, 0, NULL);
        ret->url = member(arena, object, "url");
        ret->answered = member(arena, object, "answered");
        ret->etag = member(arena, object, "etag");
        ret->last_modified = member(arena, object, "last_modified");
        ret->snapshot = member(arena, object, "snapshot_sha256");
        ret->checked = member(arena, object, "checked");
        json_decref(object);
        file_free(&file);
    }
    report_free(&ignored);
}

static void set(json_t *object, const char *key, const char *text) {
    if (json_object_set_new(object, key,
                            text ? json_string(text) : json_null()) != 0)
        memory_exhausted();
}

void cache_write(const struct cache *cache, const char *path,
                 struct outputs *ret) {
    char checked[32];
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    strftime(checked, sizeof checked, "%Y-%m-%dT%H:%M:%SZ", &utc);
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
    outputs_add(ret, path, bytes, strlen(bytes));
}
