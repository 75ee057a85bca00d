#include "read/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/prose.h"
#include "read/text.h"
#include "read/xml.h"
#include "shared/words.h"

/* What the id of a label of the pages begins with. */
#define PAGE "page-"

static const char *element_name(bool is_message) {
    return is_message ? "message" : "label";
}

static bool is_of_pages(const char *id) {
    return strncmp(id, PAGE, strlen(PAGE)) == 0;
}

static int check_id(struct schema_reader *reader, const xmlNode *element,
                    const char *id) {
    size_t len = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    if (!id[len] && len <= TEXT_ID_MAX)
        return GEN_OK;
    return xml_error(reader->report, reader->file, element,
                     "\"%s\" is no id; write up to %d lower-case letters, "
                     "digits and hyphens",
                     id, TEXT_ID_MAX);
}

int word_read(struct schema_reader *reader, const xmlNode *element,
              struct language *language) {
    static const char *const attributes[] = {"id", NULL};
    struct word word = {.is_message = schema_is(element, "message"),
                        .line = xmlGetLineNo(element)};
    int result = schema_check_attributes(reader, element, attributes);
    if (result == GEN_OK)
        result = schema_required(reader, element, "id", &word.id);
    if (result == GEN_OK)
        result = check_id(reader, element, word.id);
    if (result == GEN_OK)
        result = text_read_content(reader, element, &word.text);
    if (result == GEN_OK)
        language->words[language->word_count++] = word;
    return result;
}

static int refuse(struct schema_reader *reader, const struct word *word,
                  const char *what) {
    return report_error(reader->report, GEN_BAD_DOCUMENT, reader->file->path,
                        word->line, "<%s id=\"%s\"> %s",
                        element_name(word->is_message), word->id, what);
}

static int refuse_missing(struct schema_reader *reader, const char *id,
                          bool is_message) {
    return report_error(reader->report, GEN_BAD_DOCUMENT, reader->file->path, 0,
                        "has no <%s id=\"%s\">; write one",
                        element_name(is_message), id);
}

static int by_id(const void *a, const void *b) {
    const struct word *left = a, *right = b;
    int order = strcmp(left->id, right->id);
    return order ? order
                 : (left->line > right->line) - (left->line < right->line);
}

#define LABEL(id) {#id, false},
#define MESSAGE(id) {#id, true},
/* What the tool asks for. */
static const struct asked {
    const char *id; /* as C has it */
    bool is_message;
} asked[] = {WSCLOSE_WORDS(LABEL, MESSAGE)};
#undef LABEL
#undef MESSAGE

enum { ASKED = sizeof asked / sizeof *asked };

static bool is_asked(const struct word *word) {
    char id[TEXT_ID_MAX + 1];
    for (size_t i = 0; i < ASKED; i++)
        if (strcmp(text_hyphens(asked[i].id, id), word->id) == 0)
            return word->is_message == asked[i].is_message;
    return !word->is_message && is_of_pages(word->id);
}

static int check_english(struct schema_reader *reader,
                         const struct language *english) {
    for (size_t i = 0; i < english->word_count; i++)
        if (!is_asked(&english->words[i]))
            return refuse(reader, &english->words[i],
                          "is a word that nothing asks for; take it out");
    for (size_t i = 0; i < ASKED; i++) {
        char id[TEXT_ID_MAX + 1];
        if (!language_word(english, text_hyphens(asked[i].id, id)))
            return refuse_missing(reader, id, asked[i].is_message);
    }
    return GEN_OK;
}

/* The words of a language beside those of English. */
static int check_translation(struct schema_reader *reader,
                             const struct language *english,
                             const struct language *language) {
    for (size_t i = 0; i < language->word_count; i++) {
        const struct word *word = &language->words[i];
        const struct word *original = language_word(english, word->id);
        if (!original || original->is_message != word->is_message)
            return refuse(reader, word, "is not one that en.xml has");
    }
    for (size_t i = 0; i < english->word_count; i++) {
        const struct word *word = &english->words[i];
        if (!word->is_message && !language_word(language, word->id))
            return refuse_missing(reader, word->id, false);
    }
    return GEN_OK;
}

static int check_twice(struct schema_reader *reader,
                       const struct language *language) {
    for (size_t i = 1; i < language->word_count; i++) {
        const struct word *words = &language->words[i - 1];
        if (strcmp(words[0].id, words[1].id) == 0)
            return report_error(reader->report, GEN_BAD_DOCUMENT,
                                reader->file->path, words[1].line,
                                "\"%s\" is also in line %ld; keep one",
                                words[1].id, words[0].line);
    }
    return GEN_OK;
}

static int check_marks(struct schema_reader *reader,
                       const struct language *english,
                       const struct language *language) {
    for (size_t i = 0; i < language->word_count; i++) {
        const struct word *word = &language->words[i];
        const char *original =
            language == english ? NULL : language_word(english, word->id)->text;
        const char *refusal = prose_refusal(&reader->model->arena, word->text,
                                            original, is_of_pages(word->id));
        if (refusal)
            return refuse(reader, word, refusal);
    }
    return GEN_OK;
}

int words_check(struct schema_reader *reader, struct language *language) {
    const struct language *english = reader->model->languages;
    if (language->word_count)
        qsort(language->words, language->word_count, sizeof *language->words,
              by_id);
    int result = check_twice(reader, language);
    if (result == GEN_OK)
        result = language == english
                     ? check_english(reader, english)
                     : check_translation(reader, english, language);
    return result < 0 ? result : check_marks(reader, english, language);
}
