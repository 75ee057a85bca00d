/* SPDX-License-Identifier: MIT */
#include "file_rows.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

#include "shared/protocol.h"
#include "status.h"

struct reader {
    struct members *members;
    struct registry *registry;
    size_t language_count;
};

static const struct link *links(struct reader *reader,
                                const struct place *place, const char *key) {
    struct members *members = reader->members;
    size_t count = member_count(members, place, key);
    struct link *ret = registry_alloc(reader->registry, count + 1, sizeof *ret);
    for (size_t i = 0; i < count; i++) {
        struct place link = member_element(members, place, key, i);
        const char *url = member_text_or_null(members, &link, "url");
        if (url && strncasecmp(url, "http://", strlen("http://")) != 0 &&
            strncasecmp(url, "https://", strlen("https://")) != 0)
            members_refuse(members, &link, "url");
        ret[i] = (struct link){member_text(members, &link, "text"), url};
    }
    return ret;
}

static const char *const *names(struct reader *reader,
                                const struct place *place, const char *key) {
    size_t count = member_count(reader->members, place, key);
    const char **ret = registry_alloc(reader->registry, count + 1, sizeof *ret);
    for (size_t i = 0; i < count; i++)
        ret[i] = member_element_text(reader->members, place, key, i);
    return ret;
}

/* A file of another maker may lack them. */
static const char *const *former_symbols(struct reader *reader,
                                         const struct place *place) {
    static const char *const none[] = {NULL};
    return json_object_get(place->object, "former_symbols")
               ? names(reader, place, "former_symbols")
               : none;
}

/* In each language; English where one is missing. */
static const char *const *texts(struct reader *reader,
                                const struct place *parent, const char *key) {
    struct members *members = reader->members;
    struct place place = member_object(members, parent, key);
    const char **ret =
        registry_alloc(reader->registry, reader->language_count, sizeof *ret);
    for (size_t i = 0; i < reader->language_count; i++) {
        const char *tag = reader->registry->languages[i];
        bool is_there = !i || json_object_get(place.object, tag);
        ret[i] = is_there ? member_text(members, &place, tag) : *ret;
    }
    return ret;
}

static const struct texts *both_texts(struct reader *reader,
                                      const struct place *place) {
    const char *const *meanings = texts(reader, place, "meaning");
    const char *const *descriptions = texts(reader, place, "description");
    struct texts *ret =
        registry_alloc(reader->registry, reader->language_count, sizeof *ret);
    for (size_t i = 0; i < reader->language_count; i++)
        ret[i] = (struct texts){meanings[i], descriptions[i]};
    return ret;
}

static const struct cause *causes(struct reader *reader,
                                  const struct place *place) {
    size_t count = member_count(reader->members, place, "causes");
    struct cause *ret =
        registry_alloc(reader->registry, count + 1, sizeof *ret);
    for (size_t i = 0; i < count; i++) {
        struct place cause =
            member_element(reader->members, place, "causes", i);
        ret[i] = (struct cause){texts(reader, &cause, "text"),
                                links(reader, &cause, "sources")};
    }
    return ret;
}

static enum wsclose_registration_status status(struct reader *reader,
                                               const struct place *place) {
    enum wsclose_registration_status ret = WSCLOSE_STATUS_UNUSED;
    if (!status_from_name(member_text(reader->members, place, "status"), &ret))
        members_refuse(reader->members, place, "status");
    return ret;
}

static void senders(struct reader *reader, const struct place *place,
                    struct row *row) {
    size_t count = member_count(reader->members, place, "senders");
    for (size_t i = 0; i < count; i++) {
        const char *sender =
            member_element_text(reader->members, place, "senders", i);
        row->by_client |= strcmp(sender, "client") == 0;
        row->by_server |= strcmp(sender, "server") == 0;
    }
}

static unsigned code(struct reader *reader, const struct place *place,
                     const char *key) {
    const json_t *value = json_object_get(place->object, key);
    if (json_is_null(value))
        return 0;
    if (json_is_string(value) && strcmp(json_string_value(value), "same") == 0)
        return ROW_SAME;
    unsigned ret = member_number(reader->members, place, key);
    if (ret < PROTOCOL_FIRST || ret >= PROTOCOL_CODE_LIMIT)
        members_refuse(reader->members, place, key);
    return ret;
}

/* A word that is added later is one of no advice here, which rests on nothing.
 */
static enum wsclose_advice advice_named(const char *name) {
    enum wsclose_advice advice = WSCLOSE_ADVICE_AGAIN;
    while (advice && strcmp(wsclose_advice_name(advice), name) != 0)
        advice = (enum wsclose_advice)(advice - 1);
    return advice;
}

static enum wsclose_basis basis_named(const char *name) {
    enum wsclose_basis basis = WSCLOSE_BASIS_PRIVATE;
    while (basis && strcmp(wsclose_basis_name(basis), name) != 0)
        basis = (enum wsclose_basis)(basis - 1);
    return basis;
}

static struct reconnect reconnect(struct reader *reader,
                                  const struct place *row) {
    static const struct link none = {0};
    struct members *members = reader->members;
    struct place place = member_object(members, row, "reconnect");
    struct reconnect ret = {
        .advice = advice_named(member_text(members, &place, "advice")),
        .basis = basis_named(member_text(members, &place, "basis")),
        .sources = links(reader, &place, "sources")};
    if (ret.advice == WSCLOSE_ADVICE_AFTER_DELAY) {
        ret.min_ms = member_number(members, &place, "min_ms");
        ret.max_ms = member_number(members, &place, "max_ms");
        if (ret.min_ms > ret.max_ms)
            members_refuse(members, &place, "max_ms");
    }
    if (ret.advice == WSCLOSE_ADVICE_UNKNOWN) {
        ret.basis = WSCLOSE_BASIS_NONE;
        ret.sources = &none;
    }
    return ret;
}

/* A lenient receiver takes what is not ruled out: all but what is local, and
   what is no code at all. */
static bool is_lenient(const struct row *row) {
    return row->is_strict ||
           (!row->is_local_only && row->status != WSCLOSE_STATUS_UNUSED &&
            row->status != WSCLOSE_STATUS_INVALID);
}

static struct row read_row(struct reader *reader, const struct place *place) {
    struct members *members = reader->members;
    struct row row = {
        .first = member_number(members, place, "first"),
        .last = member_number(members, place, "last"),
        .status = status(reader, place),
        .symbol = member_text(members, place, "symbol"),
        .name = member_text(members, place, "name"),
        .texts = both_texts(reader, place),
        .registered_text =
            member_text_or_null(members, place, "registered_text"),
        .contact = member_text_or_null(members, place, "contact"),
        .registered = member_text_or_null(members, place, "registered"),
        .updated = member_text_or_null(members, place, "updated"),
        .registration_rule =
            member_text_or_null(members, place, "registration_rule"),
        .references = links(reader, place, "references"),
        .is_strict = member_bool(members, place, "wire"),
        .is_local_only = member_bool(members, place, "local_only"),
        .is_browsers = member_bool(members, place, "browser_close"),
        .reply = code(reader, place, "reply"),
        .relay = code(reader, place, "relay"),
        .reconnect = reconnect(reader, place),
        .spellings = names(reader, place, "spellings"),
        .former_symbols = former_symbols(reader, place),
        .causes = causes(reader, place),
    };
    senders(reader, place, &row);
    row.is_lenient = is_lenient(&row);
    return row;
}

/* What is above all codes is in no frame, whatever the file says. */
static bool is_too_high(const struct row *row) {
    return row->last >= PROTOCOL_CODE_LIMIT &&
           (row->status != WSCLOSE_STATUS_INVALID || row->is_strict ||
            row_is_sent(row) || row->reply == ROW_SAME ||
            row->relay == ROW_SAME);
}

/* The rows partition every unsigned. */
void file_rows_read(struct members *members, const struct place *document,
                    struct registry *registry) {
    struct reader reader = {.members = members, .registry = registry};
    size_t count = member_count(members, document, "rows");
    unsigned next = 0;
    while (registry->languages[reader.language_count])
        reader.language_count++;
    registry->rows = registry_alloc(registry, count, sizeof *registry->rows);
    for (size_t i = 0; i < count && !*members->wrong; i++) {
        struct place place = member_element(members, document, "rows", i);
        struct row row = read_row(&reader, &place);
        if (row.first != next || (i && !next))
            members_refuse(members, &place, "first");
        if (row.last < row.first || is_too_high(&row) ||
            (i + 1 == count && row.last != UINT_MAX))
            members_refuse(members, &place, "last");
        registry->rows[registry->row_count++] = row;
        next = row.last + 1;
    }
    if (!count)
        members_refuse(members, document, "rows");
}
