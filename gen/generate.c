#include "generate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "emit.h"
#include "semantics.h"
#include "symbol.h"

int generate_model(const struct sources *sources, struct report *report,
                   struct model *ret) {
    int result =
        document_read(&sources->snapshot, DOCUMENT_SNAPSHOT, report, ret);
    if (result == GEN_OK)
        result = semantics_read(&sources->semantics, report, ret);
    if (result == GEN_OK)
        result = symbols_assign(ret, &sources->snapshot, &sources->semantics,
                                report);
    return result;
}

static void add(const struct model *model, emitter *emit, size_t language,
                const char *path, struct outputs *ret) {
    char *bytes = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&bytes, &len);
    if (!out)
        memory_exhausted();
    emit(model, language, out);
    bool failed = ferror(out) != 0;
    if (fclose(out) != 0 || failed)
        memory_exhausted();
    outputs_add(ret, path, bytes, len);
}

void generate_artefacts(const struct model *model, const char *out,
                        struct outputs *ret) {
    static const struct {
        const char *path;
        emitter *emit;
    } artefacts[] = {
        {"include/wsclose_codes.h", emit_codes},
        {"index.h", emit_index},
        {"rows.inc", emit_rows},
        {"names.inc", emit_names},
        {"spellings.inc", emit_spellings},
        {"provenance.inc", emit_provenance},
        {"rules.inc", emit_rules},
        {"languages.h", emit_languages},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof artefacts / sizeof *artefacts; i++)
        add(model, artefacts[i].emit, 0,
            arena_printf(&arena, "%s/%s", out, artefacts[i].path), ret);
    for (size_t i = 0; i < model->language_count; i++)
        add(model, emit_text, i,
            arena_printf(&arena, "%s/text_%s.inc", out, model->languages[i]),
            ret);
    arena_free(&arena);
}

/* A path as make reads it. */
static void put_path(FILE *out, const char *path, size_t len) {
    for (size_t i = 0; i < len; i++) {
        if (path[i] == '$')
            fputc('$', out);
        if (strchr(" #\\:", path[i]))
            fputc('\\', out);
        fputc(path[i], out);
    }
}

void generate_depfile(const struct sources *sources, const char *path,
                      struct outputs *ret) {
    const char *files[] = {sources->snapshot.path, sources->semantics.path};
    char *bytes = NULL;
    size_t len = 0, target = strlen(path);
    FILE *out = open_memstream(&bytes, &len);
    if (!out)
        memory_exhausted();
    if (target > 2 && strcmp(path + target - 2, ".d") == 0)
        target -= 2;
    put_path(out, path, target);
    fputc(':', out);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        fputs(" \\\n  ", out);
        put_path(out, files[i], strlen(files[i]));
    }
    fputc('\n', out);
    if (fclose(out) != 0)
        memory_exhausted();
    outputs_add(ret, path, bytes, len);
}
