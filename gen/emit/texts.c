/* languages.inc and text_TAG.inc: meanings and descriptions. */
#include "emit/emit.h"

#include <string.h>

#include "emit/c_source.h"

static const struct text *text_of(const struct row *row, size_t language) {
    static const struct text none = {"", ""};
    return row->semantics ? &row->semantics->texts[language] : &none;
}

void emit_text(const struct model *model, size_t language, FILE *out) {
    char id[32];
    unsigned seen = 0;
    c_banner(out, model, "Texts: TEXT(id, meaning, description).");
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (!emit_is_new_id(row, &seen))
            continue;
        const struct text *text = text_of(row, language);
        fprintf(out, "TEXT(%s,\n", emit_id(row, id));
        c_long_string(out, "     ", text->meaning);
        fputs(",\n", out);
        c_long_string(out, "     ", text->description);
        fputs(")\n", out);
    }
    fputs("#undef TEXT\n", out);
}

size_t emit_text_size(const struct model *model, size_t language) {
    size_t size = 0;
    unsigned seen = 0;
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (!emit_is_new_id(row, &seen))
            continue;
        const struct text *text = text_of(row, language);
        size += strlen(text->meaning) + strlen(text->description) + 2;
    }
    return size;
}

static void upper(const char *tag, char buffer[16]) {
    size_t i = 0;
    for (; tag[i]; i++)
        buffer[i] = (char)(tag[i] - 'a' + 'A');
    buffer[i] = '\0';
}

void emit_languages(const struct model *model, FILE *out) {
    char tag[16];
    c_banner(out, model,
             "The languages. All are compiled in unless "
             "WSCLOSE_LANGUAGES_CHOSEN\n * is defined; then English and those "
             "whose WSCLOSE_LANGUAGE_TAG is.");
    fputs("#define LANGUAGE en\n"
          "#define LANGUAGE_TEXTS \"text_en.inc\"\n"
          "#include \"language.inc\"\n",
          out);
    for (size_t i = 1; i < model->language_count; i++) {
        upper(model->languages[i], tag);
        fprintf(out,
                "\n"
                "#if !defined WSCLOSE_LANGUAGES_CHOSEN || defined "
                "WSCLOSE_LANGUAGE_%s\n"
                "#define LANGUAGE %s\n"
                "#define LANGUAGE_TEXTS \"text_%s.inc\"\n"
                "#include \"language.inc\"\n"
                "#define WSCLOSE_TRANSLATION_%s(X) X(%s)\n"
                "#else\n"
                "#define WSCLOSE_TRANSLATION_%s(X)\n"
                "#endif\n",
                tag, model->languages[i], model->languages[i], tag,
                model->languages[i], tag);
    }
    fputs("\n#define WSCLOSE_TRANSLATIONS(X)", out);
    for (size_t i = 1; i < model->language_count; i++) {
        upper(model->languages[i], tag);
        fprintf(out, " WSCLOSE_TRANSLATION_%s(X)", tag);
    }
    fputc('\n', out);
}
