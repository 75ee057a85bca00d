/* SPDX-License-Identifier: MIT */
/* Where the library's knowledge of a code comes from, and its own version. */
#include <stddef.h>

#include <wsclose.h>

#include "row.h"

/* Offset 0 is no string: the registry has none. */
static const struct pool {
    char none[1];
#define STRING(id, text) char id[sizeof(text)];
#include "provenance.inc"
} pool = {
    "",
#define STRING(id, text) text,
#include "provenance.inc"
};

_Static_assert(sizeof pool - 1 <= (wsclose_provenance_offset)-1,
               "an offset reaches every string");

#define AT(id) offsetof(struct pool, id)

static const wsclose_provenance_offset references[] = {
#define REFERENCE(id) AT(id),
#include "provenance.inc"
    AT(none),
};

_Static_assert(sizeof references / sizeof *references - 1 <=
                   (wsclose_reference_index)-1,
               "an index reaches every reference");

static const struct record {
    wsclose_provenance_offset text;
    wsclose_provenance_offset contact;
    wsclose_provenance_offset registered;
    wsclose_provenance_offset updated;
    wsclose_reference_index first_reference;
    wsclose_reference_index reference_count;
} records[] = {
#define RECORD(first, text, contact, registered, updated, reference, count)    \
    {AT(text), AT(contact), AT(registered), AT(updated), reference, count},
#include "provenance.inc"
};

_Static_assert(sizeof records / sizeof *records == WSCLOSE_ROW_COUNT,
               "the index and the records were generated together");

static const struct record *record_of(unsigned code) {
    return &records[wsclose_row_of(code)];
}

static const char *or_null(wsclose_provenance_offset offset) {
    return offset ? (const char *)&pool + offset : NULL;
}

const char *wsclose_registered_text(unsigned code) {
    return (const char *)&pool + record_of(code)->text;
}

const char *wsclose_reference(unsigned code, size_t i) {
    const struct record *record = record_of(code);
    if (i >= record->reference_count)
        return NULL;
    return or_null(references[record->first_reference + i]);
}

const char *wsclose_contact(unsigned code) {
    return or_null(record_of(code)->contact);
}

const char *wsclose_date_registered(unsigned code) {
    return or_null(record_of(code)->registered);
}

const char *wsclose_date_updated(unsigned code) {
    return or_null(record_of(code)->updated);
}

const char *wsclose_registry_updated(void) {
    return WSCLOSE_REGISTRY_UPDATED;
}

const char *wsclose_registry_source(void) {
    return WSCLOSE_REGISTRY_SOURCE;
}

const char *wsclose_registry_digest(void) {
    return WSCLOSE_REGISTRY_DIGEST;
}

const char *wsclose_version(void) {
    return WSCLOSE_VERSION_STRING;
}
