/* SPDX-License-Identifier: MIT */
#include "read/semantics.h"

#include <stdlib.h>
#include <string.h>

#include "model/practice.h"
#include "read/client.h"
#include "read/entry.h"

static void read_entry(struct parse *parse, const xmlNode *element) {
    struct model *model = parse->model;
    struct semantics_entry entry = entry_read(parse, element);
    model->semantics = memory_append(model->semantics, model->semantics_count,
                                     sizeof *model->semantics);
    model->semantics[model->semantics_count++] = entry;
}

static void read_client(struct parse *parse, const xmlNode *element) {
    struct model *model = parse->model;
    struct client client = client_read(parse, element);
    for (size_t i = 0; i < model->client_count; i++)
        if (strcmp(model->clients[i].name, client.name) == 0)
            parse_error(parse, element,
                        "a second <client> named \"%s\"; merge the two",
                        client.name);
    model->clients = memory_append(model->clients, model->client_count,
                                   sizeof *model->clients);
    model->clients[model->client_count++] = client;
}

static bool same_subject(const struct semantics_entry *a,
                         const struct semantics_entry *b) {
    return a->code == b->code && a->kind == b->kind;
}

static int by_subject(const void *a, const void *b) {
    const struct semantics_entry *left = a, *right = b;
    if (left->code != right->code)
        return left->code < right->code ? -1 : 1;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    return left->line < right->line ? -1 : left->line > right->line;
}

static const struct semantics_entry *find(const struct model *model, int code,
                                          enum kind kind) {
    const struct semantics_entry key = {.code = code, .kind = kind};
    size_t low = 0, high = model->semantics_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct semantics_entry *entry = &model->semantics[middle];
        if (same_subject(entry, &key))
            return entry;
        if (by_subject(entry, &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Sorts the entries; two for the same subject are an error. */
static void check_entries(struct parse *parse) {
    struct model *model = parse->model;
    if (model->semantics_count)
        qsort(model->semantics, model->semantics_count,
              sizeof *model->semantics, by_subject);
    for (size_t i = 1; i < model->semantics_count; i++)
        if (same_subject(&model->semantics[i - 1], &model->semantics[i]))
            parse_error_at(parse, model->semantics[i].line,
                           "this entry is also in line %ld; merge the two",
                           model->semantics[i - 1].line);
    for (enum kind kind = KIND_UNUSED; kind <= KIND_INVALID; kind++)
        if (!find(model, MODEL_NO_CODE, kind))
            parse_error_at(parse, 0, "has no <range kind=\"%s\">; write one",
                           kind_facts(kind)->id);
}

/* What an entry says of a registration that is another by now is left out. If
   the description alone differs, whether the code may be sent and received
   stays: a reworded 1006 must not become one that is sent. */
static void check_registration(struct parse *parse, struct row *row) {
    const struct semantics_entry *entry = row->semantics;
    bool same_kind = entry->registered_kind == row->kind;
    if (same_kind && strcmp(entry->registered, row->text) == 0)
        return;
    row->is_reworded = true;
    row->semantics = NULL;
    if (same_kind) {
        struct semantics_entry *kept =
            arena_alloc(&parse->model->arena, sizeof *kept);
        *kept = *entry;
        kept->symbol = kept->name = NULL;
        kept->reconnect = (struct rule){0};
        kept->basis = (enum basis)0;
        kept->spelling_count = kept->cause_count = 0;
        row->semantics = kept;
    }
    report_warning(
        parse->report, parse->path, entry->line,
        "this entry was written of \"%s\", %s; %u is \"%s\", %s, now: %s "
        "of it is used; write it anew",
        entry->registered, kind_facts(entry->registered_kind)->id, row->first,
        row->text, kind_facts(row->kind)->id,
        same_kind ? "<wire> and <sender> alone" : "nothing");
}

static void join(struct parse *parse) {
    struct model *model = parse->model;
    for (size_t i = 0; i < model->row_count; i++) {
        struct row *row = &model->rows[i];
        bool named = kind_is_named(row->kind);
        row->semantics = named ? find(model, (int)row->first, 0)
                               : find(model, MODEL_NO_CODE, row->kind);
        if (named && row->semantics)
            check_registration(parse, row);
        if (named)
            row->name = row->semantics && row->semantics->name
                            ? row->semantics->name
                            : row->text;
    }
    for (size_t i = 0; i < model->semantics_count; i++) {
        const struct semantics_entry *entry = &model->semantics[i];
        if (entry->code != MODEL_NO_CODE &&
            !kind_is_named(model_row(model, (unsigned)entry->code)->kind))
            report_warning(parse->report, parse->path, entry->line,
                           "the registry does not assign %d, so this entry is "
                           "not used",
                           entry->code);
    }
}

static void read_root(struct parse *parse, const xmlNode *root) {
    static const char *const children[] = {"code", "range", "client", NULL};
    if (!xml_is_own(root, "semantics"))
        parse_error(parse, root, "the root must be <semantics xmlns=\"%s\">",
                    XML_OWN_NAMESPACE);
    parse_check_attributes(parse, root, parse_nothing);
    parse_check_children(parse, root, children);
    for (const xmlNode *child = xml_first_element(root);
         child && parse->result == GEN_OK; child = xml_next_element(child)) {
        if (xml_is_own(child, "client"))
            read_client(parse, child);
        else
            read_entry(parse, child);
    }
    if (parse->result == GEN_OK)
        check_entries(parse);
    if (parse->result == GEN_OK) {
        practice_fill(parse->model);
        join(parse);
    }
}

int semantics_read(const struct file *file, struct report *report,
                   struct model *model) {
    struct parse parse = {.file = file, .report = report, .model = model};
    const xmlNode *root = parse_begin(&parse);
    if (root)
        read_root(&parse, root);
    return parse_end(&parse);
}
