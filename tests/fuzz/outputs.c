/* SPDX-License-Identifier: MIT */
#include "outputs.h"

#include <string.h>

#include "fuzz.h"
#include "literals.h"
#include "model/link.h"

const struct output *outputs_named(const struct outputs *outputs,
                                   const char *name) {
    const struct output *ret = NULL;
    for (size_t i = 0; i < outputs->count; i++)
        if (strcmp(strrchr(outputs->list[i].path, '/') + 1, name) == 0)
            ret = &outputs->list[i];
    fuzz_require(ret, name);
    return ret;
}

static void read_literals(const struct outputs *outputs, const char *name,
                          struct literals *ret) {
    literals_read(ret, outputs_named(outputs, name)->bytes);
}

/* Every text of the registry stands in the tables, byte for byte. */
static void check_provenance(const struct outputs *outputs,
                             const struct model *model) {
    struct literals literals;
    struct arena arena = {0};
    read_literals(outputs, "provenance.inc", &literals);
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        fuzz_require(literals_have(&literals, row->text), "a text comes back");
        fuzz_require(literals_have(&literals, row->contact),
                     "a contact comes back");
        for (size_t j = 0; j < row->reference_count; j++)
            fuzz_require(
                literals_have(&literals,
                              reference_display(&arena, &row->references[j])),
                "a reference comes back");
    }
    arena_free(&arena);
    literals_free(&literals);
}

/* Does the enum give the symbol this code? */
static void check_enumerator(const char *header, const char *symbol,
                             unsigned code) {
    struct arena arena = {0};
    fuzz_require(strstr(header, arena_printf(&arena, "\n    WSCLOSE_%s = %u,\n",
                                             symbol, code)),
                 "a symbol is an enumerator");
    arena_free(&arena);
}

/* A private range has one for each end. */
static void check_enumerators(const char *header, const struct row *row) {
    struct arena arena = {0};
    if (row->range.last) {
        check_enumerator(header, arena_printf(&arena, "%s_FIRST", row->symbol),
                         row->range.first);
        check_enumerator(header, arena_printf(&arena, "%s_LAST", row->symbol),
                         row->range.last);
    } else {
        check_enumerator(header, row->symbol, row->first);
    }
    for (size_t i = 0; i < row->alias_count; i++)
        check_enumerator(header, row->aliases[i], row->first);
    arena_free(&arena);
}

static void check_names(const struct outputs *outputs,
                        const struct model *model) {
    const char *header = outputs_named(outputs, "wsclose_codes.h")->bytes;
    struct literals literals;
    read_literals(outputs, "names.inc", &literals);
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        fuzz_require(literals_have(&literals, row->name), "a name comes back");
        if (!kind_is_named(row->kind))
            continue;
        fuzz_require(literals_have(&literals, row->symbol),
                     "a symbol comes back");
        check_enumerators(header, row);
    }
    literals_free(&literals);
}

static void check_texts(const struct outputs *outputs,
                        const struct model *model) {
    struct literals literals;
    read_literals(outputs, "texts.inc", &literals);
    for (size_t i = 0; i < model->row_count; i++)
        for (size_t j = 0; j < model->language_count; j++) {
            const struct text *text = &model->rows[i].texts[j];
            fuzz_require(literals_have(&literals, text->meaning),
                         "a meaning comes back");
            fuzz_require(literals_have(&literals, text->description),
                         "a description comes back");
        }
    literals_free(&literals);
}

void outputs_require_true(const struct outputs *outputs,
                          const struct model *model) {
    for (size_t i = 0; i < outputs->count; i++) {
        const struct output *output = &outputs->list[i];
        const char *end = strrchr(output->path, '.');
        fuzz_require_clean(output->bytes, output->len, "a file is clean");
        if (strcmp(end, ".h") == 0 || strcmp(end, ".inc") == 0)
            literals_check(output->bytes);
    }
    check_provenance(outputs, model);
    check_names(outputs, model);
    check_texts(outputs, model);
    pages_require_true(outputs, model);
}

void outputs_require_same(const struct outputs *outputs,
                          const struct outputs *others) {
    fuzz_require(outputs->count == others->count, "the same files");
    for (size_t i = 0; i < outputs->count; i++) {
        const struct output *one = &outputs->list[i];
        const struct output *other = &others->list[i];
        fuzz_require(one->len == other->len &&
                         memcmp(one->bytes, other->bytes, one->len) == 0,
                     "the same bytes");
    }
}
