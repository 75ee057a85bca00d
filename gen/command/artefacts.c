/* SPDX-License-Identifier: MIT */
#include "command/artefacts.h"

#include "base/stream.h"
#include "emit/emit.h"
#include "page/page.h"

struct artefact {
    const char *path;
    emitter *emit;
};

static void end(struct outputs *outputs, const char *out, const char *path,
                struct stream *stream) {
    struct arena arena = {0};
    outputs_end(outputs, arena_printf(&arena, "%s/%s", out, path), stream);
    arena_free(&arena);
}

static void add(const struct model *model, const char *out,
                const struct artefact *artefact, struct outputs *ret) {
    struct stream stream;
    outputs_begin(ret, &stream);
    artefact->emit(model, &stream);
    end(ret, out, artefact->path, &stream);
}

static void add_all(const struct model *model, const char *out,
                    const struct artefact *artefacts, size_t count,
                    struct outputs *ret) {
    for (size_t i = 0; i < count && !ret->is_too_large; i++)
        add(model, out, &artefacts[i], ret);
}

/* What has close-codes.json in it. */
static void add_modules(const struct model *model, const char *out,
                        const char *json, struct outputs *ret) {
    static const struct {
        const char *path;
        module_emitter *emit;
    } modules[] = {
        {"npm/index.mjs", emit_npm_module},
        {"npm/index.cjs", emit_npm_commonjs},
    };
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++) {
        struct stream stream;
        if (ret->is_too_large)
            return;
        outputs_begin(ret, &stream);
        modules[i].emit(model, json, &stream);
        end(ret, out, modules[i].path, &stream);
    }
}

static void add_json(const struct model *model, const char *out,
                     struct outputs *ret) {
    const struct artefact json = {"close-codes.json", emit_json};
    if (ret->is_too_large)
        return;
    add(model, out, &json, ret);
    add_modules(model, out, ret->list[ret->count - 1].bytes, ret);
}

void artefacts_add_tables(const struct model *model, const char *out,
                          struct outputs *ret) {
    static const struct artefact tables[] = {
        {"include/wsclose_codes.h", emit_codes},
        {"index.h", emit_index},
        {"rows.inc", emit_rows},
        {"names.inc", emit_names},
        {"spellings.inc", emit_spellings},
        {"provenance.inc", emit_provenance},
        {"rules.inc", emit_rules},
        {"texts.inc", emit_texts},
        {"causes.inc", emit_causes},
        {"words.inc", emit_words},
        {"extras.inc", emit_extras},
    };
    add_all(model, out, tables, sizeof tables / sizeof *tables, ret);
}

void artefacts_add_all(const struct model *model, const char *out,
                       struct outputs *ret) {
    static const struct artefact pages[] = {
        {"applications.inc", emit_applications_table},
        {"applications.json", emit_applications_json},
        {"applications.schema.json", emit_applications_schema},
        {"close-codes.schema.json", emit_json_schema},
        {"close-codes.md", page_markdown},
        {"close-codes.html", page_html},
        {"npm/package.json", emit_npm_package},
        {"npm/README.md", emit_npm_readme},
        {"npm/index.d.mts", emit_npm_module_types},
        {"npm/index.d.cts", emit_npm_types},
        {"wsclose.lua", emit_lua},
    };
    artefacts_add_tables(model, out, ret);
    add_all(model, out, pages, sizeof pages / sizeof *pages, ret);
    add_json(model, out, ret);
}
