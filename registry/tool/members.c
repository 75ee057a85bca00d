/* SPDX-License-Identifier: MIT */
#include "members.h"

#include <limits.h>
#include <stdio.h>

#include "shared/active.h"
#include "width.h"

void members_refuse(struct members *members, const struct place *place,
                    const char *key) {
    if (!*members->wrong)
        snprintf(members->wrong, sizeof members->wrong, "%s/%s", place->path,
                 key);
}

static const json_t *get(const struct place *place, const char *key) {
    return json_object_get(place->object, key);
}

static bool is_text(const json_t *value) {
    const char *at = json_string_value(value);
    bool ret = at && *at;
    while (ret && *at) {
        struct glyph glyph = glyph_at(at);
        unsigned c = (unsigned)glyph.character;
        ret = !wsclose_is_control(c) && !wsclose_is_bidirectional_control(c);
        at += glyph.len;
    }
    return ret;
}

const char *member_text(struct members *members, const struct place *place,
                        const char *key) {
    const json_t *value = get(place, key);
    if (is_text(value))
        return json_string_value(value);
    members_refuse(members, place, key);
    return "";
}

const char *member_text_or_null(struct members *members,
                                const struct place *place, const char *key) {
    return json_is_null(get(place, key)) ? NULL
                                         : member_text(members, place, key);
}

unsigned member_number(struct members *members, const struct place *place,
                       const char *key) {
    const json_t *value = get(place, key);
    json_int_t number = json_integer_value(value);
    if (json_is_integer(value) && number >= 0 && number <= UINT_MAX)
        return (unsigned)number;
    members_refuse(members, place, key);
    return 0;
}

bool member_bool(struct members *members, const struct place *place,
                 const char *key) {
    const json_t *value = get(place, key);
    if (!json_is_boolean(value))
        members_refuse(members, place, key);
    return json_is_true(value);
}

size_t member_count(struct members *members, const struct place *place,
                    const char *key) {
    const json_t *value = get(place, key);
    if (!json_is_array(value))
        members_refuse(members, place, key);
    return json_array_size(value);
}

/* Where there is none, its members are none either, and are reported. */
static struct place place_of(const struct place *place, const char *key,
                             const json_t *object) {
    struct place ret = {.object = object};
    snprintf(ret.path, sizeof ret.path, "%.39s/%.39s", place->path, key);
    return ret;
}

struct place member_element(struct members *members, const struct place *place,
                            const char *key, size_t i) {
    char index[40];
    const json_t *object = json_array_get(get(place, key), i);
    snprintf(index, sizeof index, "%s/%zu", key, i);
    if (!json_is_object(object))
        members_refuse(members, place, index);
    return place_of(place, index, object);
}

const char *member_element_text(struct members *members,
                                const struct place *place, const char *key,
                                size_t i) {
    char index[40];
    const json_t *value = json_array_get(get(place, key), i);
    snprintf(index, sizeof index, "%s/%zu", key, i);
    if (is_text(value))
        return json_string_value(value);
    members_refuse(members, place, index);
    return "";
}

struct place member_object(struct members *members, const struct place *place,
                           const char *key) {
    const json_t *object = get(place, key);
    if (!json_is_object(object))
        members_refuse(members, place, key);
    return place_of(place, key, object);
}
