/* SPDX-License-Identifier: MIT */
/* provenance.inc: what IANA records of each row, strings stored once. */
#include "emit/emit.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

#include "emit/c_source.h"
#include "model/link.h"

struct string {
    const char *id, *text;
};

/* The different strings. Each is named for the row that uses it first, so that
   a change of one row renames no other's. */
struct strings {
    struct arena arena;
    xmlHashTable *ids; /* text -> its id, "contact_1000" */
    struct string *list;
    size_t count;
};

static const char *id_of(struct strings *strings, const char *text) {
    return text && *text ? xmlHashLookup(strings->ids, BAD_CAST text) : "none";
}

static void collect(struct strings *strings, const struct row *row,
                    const char *what, const char *text) {
    if (!text || !*text || id_of(strings, text))
        return;
    struct string string = {
        arena_printf(&strings->arena, "%s_%u", what, row->first), text};
    if (xmlHashAddEntry(strings->ids, BAD_CAST text, (void *)string.id) != 0)
        memory_exhausted();
    strings->list =
        memory_append(strings->list, strings->count, sizeof *strings->list);
    strings->list[strings->count++] = string;
}

static void collect_all(struct strings *strings, const struct model *model) {
    strings->ids = xmlHashCreate(256);
    if (!strings->ids)
        memory_exhausted();
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        collect(strings, row, "text", row->text);
        collect(strings, row, "contact", row->contact);
        collect(strings, row, "registered", row->registered);
        collect(strings, row, "updated", row->updated);
        for (size_t j = 0; j < row->reference_count; j++) {
            struct arena *arena = &strings->arena;
            collect(strings, row, arena_printf(arena, "reference%zu", j),
                    reference_display(arena, &row->references[j]));
        }
    }
}

static void release(struct strings *strings) {
    xmlHashFree(strings->ids, NULL);
    free(strings->list);
    arena_free(&strings->arena);
}

static void put_records(const struct model *model, struct strings *strings,
                        struct stream *out) {
    size_t reference = 0;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        stream_printf(out, "RECORD(%u, %s, %s, %s, %s, %zu, %zu)\n", row->first,
                      id_of(strings, row->text), id_of(strings, row->contact),
                      id_of(strings, row->registered),
                      id_of(strings, row->updated), reference,
                      row->reference_count);
        for (size_t j = 0; j < row->reference_count; j++)
            stream_printf(
                out, "REFERENCE(%s)\n",
                id_of(strings,
                      reference_display(&strings->arena, &row->references[j])));
        reference += row->reference_count;
    }
}

void emit_provenance(const struct model *model, struct stream *out) {
    struct strings strings = {0};
    collect_all(&strings, model);
    c_banner(out, model,
             "What IANA records: STRING(id, text), RECORD(first code, text, "
             "contact,\n * registered, updated, first reference, references), "
             "REFERENCE(id).");
    stream_put(out, "#ifndef STRING\n"
                    "#define STRING(id, text)\n"
                    "#endif\n"
                    "#ifndef RECORD\n"
                    "#define RECORD(first, text, contact, registered, updated, "
                    "reference, count)\n"
                    "#endif\n"
                    "#ifndef REFERENCE\n"
                    "#define REFERENCE(id)\n"
                    "#endif\n");
    for (size_t i = 0; i < strings.count; i++) {
        stream_printf(out, "STRING(%s, ", strings.list[i].id);
        c_string(out, strings.list[i].text);
        stream_put(out, ")\n");
    }
    put_records(model, &strings, out);
    stream_put(out, "#undef STRING\n"
                    "#undef RECORD\n"
                    "#undef REFERENCE\n");
    release(&strings);
}

size_t emit_provenance_size(const struct model *model) {
    struct strings strings = {0};
    size_t size = 1;
    collect_all(&strings, model);
    for (size_t i = 0; i < strings.count; i++)
        size += strlen(strings.list[i].text) + 1;
    release(&strings);
    return size;
}
