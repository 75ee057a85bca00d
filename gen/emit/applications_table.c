/* SPDX-License-Identifier: MIT */
/* applications.inc: what applications mean by their codes, for the tool. */
#include "model/application.h"

#include "base/text.h"
#include "emit/c_source.h"
#include "emit/emit.h"
#include "model/answer.h"
#include "model/link.h"

static void put_usage(struct stream *out, size_t index,
                      const struct application *application,
                      const struct row *usage) {
    struct arena arena = {0};
    char advice[TEXT_TAG_MAX + 1];
    const struct semantics_entry *said = usage->semantics;
    stream_printf(out, "USAGE(%zu, %u, %u, ", index, usage->first, usage->last);
    c_string_or_null(out, usage->name);
    stream_put(out, ", ");
    c_string_or_null(
        out, said->senders.value ? senders_texts[said->senders.value] : NULL);
    stream_put(out, ",\n      ");
    stream_printf(out, "%s, %u, %u, ",
                  text_identifier(advice_texts[answer_advice(usage)], advice),
                  said->min_ms, said->max_ms);
    c_string_or_null(out, said->reconnect.source);
    stream_put(out, ",\n      ");
    c_string_or_null(out, link_of_usage(&arena, application, usage));
    stream_put(out, ")\n");
    arena_free(&arena);
}

static void put_usages(const struct model *model, struct stream *out) {
    for (size_t i = 0; i < model->application_count; i++) {
        const struct application *application = &model->applications[i];
        for (size_t j = 0; j < application->row_count; j++)
            put_usage(out, i, application, &application->rows[j]);
    }
}

static void put_applications(const struct model *model, struct stream *out) {
    for (size_t i = 0; i < model->application_count; i++) {
        const struct application *application = &model->applications[i];
        stream_printf(out, "APPLICATION(\"%s\", ", application->id);
        c_string_or_null(out, application->title);
        stream_put(out, ",\n            ");
        c_string_or_null(out, application->source);
        stream_put(out, ",\n            ");
        c_string_or_null(out, application->home);
        stream_printf(out, ", \"%s\")\n", application->as_of);
    }
}

static void put_texts(struct stream *out, const struct text *text) {
    stream_put(out, "{");
    c_string_or_null(out, text->meaning);
    stream_put(out, ",\n ");
    c_string_or_null(out, text->description);
    stream_put(out, ",\n ");
    c_string_or_null(out, text->note);
    stream_put(out, "},\n");
}

static void put_language(const struct model *model, size_t language,
                         struct stream *out) {
    emit_language_begin(&model->languages[language], language, out);
    stream_put(out, "{\n");
    for (size_t i = 0; i < model->application_count; i++)
        for (size_t j = 0; j < model->applications[i].row_count; j++)
            put_texts(out, &model->applications[i].rows[j].texts[language]);
    stream_put(out, "},\n");
    emit_language_end(language, out);
}

void emit_applications_table(const struct model *model, struct stream *out) {
    c_banner(out, model,
             "What applications mean by their codes: APPLICATION(name, title, "
             "source, home,\n * date), USAGE(application, first code, last "
             "code, name, sender, advice, least\n * and most milliseconds, its "
             "source, page); of each language, if\n * APPLICATION_TEXTS is "
             "defined, meaning, description and note of each USAGE.");
    stream_put(out,
               "#ifndef APPLICATION\n"
               "#define APPLICATION(name, title, source, home, as_of)\n"
               "#endif\n"
               "#ifndef USAGE\n"
               "#define USAGE(application, first, last, name, sender, advice, "
               "min_ms, max_ms, source, page)\n"
               "#endif\n");
    put_applications(model, out);
    put_usages(model, out);
    stream_put(out, "#ifdef APPLICATION_TEXTS\n");
    for (size_t i = 0; i < model->language_count; i++)
        put_language(model, i, out);
    stream_put(out, "#endif\n"
                    "#undef APPLICATION\n"
                    "#undef USAGE\n"
                    "#undef APPLICATION_TEXTS\n");
}
