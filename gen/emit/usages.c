/* SPDX-License-Identifier: MIT */
/* applications.inc: what applications mean by their codes, for the tool. */
#include "model/application.h"

#include "base/text.h"
#include "emit/c_source.h"
#include "emit/emit.h"
#include "model/answer.h"
#include "model/link.h"

static void put(FILE *out, const char *text) {
    if (text && *text)
        c_string(out, text);
    else
        fputs("NULL", out);
}

static void put_usage(FILE *out, size_t index,
                      const struct application *application,
                      const struct row *usage) {
    struct arena arena = {0};
    char advice[TEXT_TAG_MAX + 1];
    const struct semantics_entry *said = usage->semantics;
    fprintf(out, "USAGE(%zu, %u, %u, ", index, usage->first, usage->last);
    put(out, usage->name);
    fputs(", ", out);
    put(out, said->senders.value ? senders_texts[said->senders.value] : NULL);
    fputs(",\n      ", out);
    fprintf(out, "%s, %u, %u, ",
            text_identifier(advice_texts[answer_advice(usage)], advice),
            said->min_ms, said->max_ms);
    put(out, said->reconnect.source);
    fputs(",\n      ", out);
    put(out, link_of_usage(&arena, application, usage));
    fputs(")\n", out);
    arena_free(&arena);
}

static void put_usages(const struct model *model, FILE *out) {
    for (size_t i = 0; i < model->application_count; i++) {
        const struct application *application = &model->applications[i];
        for (size_t j = 0; j < application->row_count; j++)
            put_usage(out, i, application, &application->rows[j]);
    }
}

static void put_applications(const struct model *model, FILE *out) {
    for (size_t i = 0; i < model->application_count; i++) {
        const struct application *application = &model->applications[i];
        fprintf(out, "APPLICATION(\"%s\", ", application->id);
        put(out, application->title);
        fputs(",\n            ", out);
        put(out, application->source);
        fputs(",\n            ", out);
        put(out, application->home);
        fprintf(out, ", \"%s\")\n", application->as_of);
    }
}

static void put_texts(FILE *out, const struct text *text) {
    fputs("{", out);
    put(out, text->meaning);
    fputs(",\n ", out);
    put(out, text->description);
    fputs(",\n ", out);
    put(out, text->note);
    fputs("},\n", out);
}

static void put_language(const struct model *model, size_t language,
                         FILE *out) {
    emit_language_begin(&model->languages[language], language, out);
    fputs("{\n", out);
    for (size_t i = 0; i < model->application_count; i++)
        for (size_t j = 0; j < model->applications[i].row_count; j++)
            put_texts(out, &model->applications[i].rows[j].texts[language]);
    fputs("},\n", out);
    emit_language_end(language, out);
}

void emit_usages(const struct model *model, FILE *out) {
    c_banner(out, model,
             "What applications mean by their codes: APPLICATION(name, title, "
             "source, home,\n * date), USAGE(application, first code, last "
             "code, name, sender, advice, least\n * and most milliseconds, its "
             "source, page); of each language, if\n * APPLICATION_TEXTS is "
             "defined, meaning, description and note of each USAGE.");
    fputs("#ifndef APPLICATION\n"
          "#define APPLICATION(name, title, source, home, as_of)\n"
          "#endif\n"
          "#ifndef USAGE\n"
          "#define USAGE(application, first, last, name, sender, advice, "
          "min_ms, max_ms, source, page)\n"
          "#endif\n",
          out);
    put_applications(model, out);
    put_usages(model, out);
    fputs("#ifdef APPLICATION_TEXTS\n", out);
    for (size_t i = 0; i < model->language_count; i++)
        put_language(model, i, out);
    fputs("#endif\n"
          "#undef APPLICATION\n"
          "#undef USAGE\n"
          "#undef APPLICATION_TEXTS\n",
          out);
}
