/* SPDX-License-Identifier: MIT */
#include "command/data_folder.h"

#include <string.h>

#include "io/file.h"
#include "io/place.h"
#include "io/program.h"

#define IN_CHECKOUT "gen/data"

/* Beside a program that was built and not installed: the checkout's. */
#define BESIDE_BUILT "wsclose-gen-data"

enum { MOVED, CHECKOUT, BUILT, CONFIGURED, PLACES };

static bool is_same(const char *path, const char *other) {
    struct place place, of_other;
    return place_identify(path, &place) && place_identify(other, &of_other) &&
           place_is_same(&place, &of_other);
}

/* Where data is that was not named, in the order of data_part(). */
static void find_places(struct arena *arena, const char *places[PLACES]) {
    const char *folder = program_folder(arena);
    const char *slash = folder ? strrchr(folder, '/') : NULL;
    places[CHECKOUT] = IN_CHECKOUT;
    places[CONFIGURED] = places[BUILT] = places[MOVED] = WSCLOSE_GEN_DATADIR;
    if (!slash)
        return;
    places[BUILT] = arena_printf(arena, "%s/" BESIDE_BUILT, folder);
    places[MOVED] = arena_printf(arena, "%.*s/share/wsclose",
                                 (int)(slash - folder), folder);
}

const char *data_folder(struct arena *arena, const char *named) {
    const char *places[PLACES];
    size_t i = 0;
    if (named)
        return named;
    if (file_is_folder(IN_CHECKOUT))
        return IN_CHECKOUT;
    find_places(arena, places);
    while (i < CONFIGURED && !file_is_folder(places[i]))
        i++;
    return places[i];
}

bool data_is_writable(struct arena *arena, const char *named) {
    const char *places[PLACES];
    if (!named && !file_is_folder(IN_CHECKOUT))
        return false;
    named = named ? named : IN_CHECKOUT;
    find_places(arena, places);
    return !is_same(named, places[MOVED]) &&
           !is_same(named, places[CONFIGURED]);
}

const char *data_part(struct arena *arena, const char *folder,
                      const char *name) {
    const char *places[PLACES];
    const char *own = arena_printf(arena, "%s/%s", folder, name);
    if (!file_is_missing(own))
        return own;
    find_places(arena, places);
    for (size_t i = 0; i < PLACES; i++) {
        const char *path = arena_printf(arena, "%s/%s", places[i], name);
        if (file_is_folder(places[i]) && !file_is_missing(path))
            return path;
    }
    return own;
}
