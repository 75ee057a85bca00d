/* SPDX-License-Identifier: MIT */
#include "read/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/prose.h"
#include "read/text.h"
#include "shared/words.h"

/* What the id of a label of the pages begins with. */
#define PAGE "page-"

static const char *element_name(bool is_message) {
    return is_message ? "message" : "label";
}

static bool is_of_pages(const char *id) {
    return strncmp(id, PAGE, strlen(PAGE)) == 0;
}

static void check_id(struct parse *parse, const xmlNode *element,
                     const char *id) {
    size_t len = strspn(id, TEXT_LOWER TEXT_DIGITS "-");
    if (id[len] || len > TEXT_ID_MAX)
        parse_error(parse, element,
                    "\"%s\" is no id; write up to %d lower-case letters, "
                    "digits and hyphens",
                    id, TEXT_ID_MAX);
}

void word_read(struct parse *parse, const xmlNode *element,
               struct language *language) {
    static const char *const attributes[] = {"id", NULL};
    struct word word = {.is_message = xml_is_own(element, "message"),
                        .line = xmlGetLineNo(element)};
    parse_check_attributes(parse, element, attributes);
    word.id = parse_required(parse, element, "id");
    check_id(parse, element, word.id);
    word.text = text_read_content(parse, element);
    language->words[language->word_count++] = word;
}

static void refuse(struct parse *parse, const struct word *word,
                   const char *what) {
    parse_error_at(parse, word->line, "<%s id=\"%s\"> %s",
                   element_name(word->is_message), word->id, what);
}

static void refuse_missing(struct parse *parse, const char *id,
                           bool is_message) {
    parse_error_at(parse, 0, "has no <%s id=\"%s\">; write one",
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

/* What the pages ask for, gen/embedded/page.html and gen/page/. */
static const char *const pages[] = {"page-about",
                                    "page-about-text",
                                    "page-accepted",
                                    "page-and-above",
                                    "page-applications",
                                    "page-applications-text",
                                    "page-browser",
                                    "page-browser-close-text",
                                    "page-browser-text",
                                    "page-chromium",
                                    "page-chromium-codes",
                                    "page-chromium-error",
                                    "page-chromium-frame",
                                    "page-chromium-reset",
                                    "page-chromium-write",
                                    "page-clients-again",
                                    "page-clients-depends",
                                    "page-clients-never",
                                    "page-code",
                                    "page-codes",
                                    "page-dark",
                                    "page-digest",
                                    "page-ending",
                                    "page-ending-alone",
                                    "page-ending-both",
                                    "page-ending-broken",
                                    "page-ending-closed",
                                    "page-ending-empty",
                                    "page-ending-failed",
                                    "page-ending-lost",
                                    "page-ending-never",
                                    "page-ending-reset",
                                    "page-ending-unanswered",
                                    "page-entries",
                                    "page-filter",
                                    "page-filter-hint",
                                    "page-found",
                                    "page-future",
                                    "page-future-text",
                                    "page-introduction",
                                    "page-introduction-title",
                                    "page-invalid",
                                    "page-invalid-text",
                                    "page-lead",
                                    "page-libraries",
                                    "page-libraries-text",
                                    "page-library",
                                    "page-library-beast",
                                    "page-library-bytes",
                                    "page-library-differs",
                                    "page-library-empty",
                                    "page-library-error",
                                    "page-library-handler",
                                    "page-library-libsoup",
                                    "page-library-libwebsockets",
                                    "page-library-log",
                                    "page-library-lost",
                                    "page-library-mongoose",
                                    "page-library-proxies",
                                    "page-library-qt",
                                    "page-library-raw",
                                    "page-library-uwebsockets",
                                    "page-library-wslay",
                                    "page-mailing-list",
                                    "page-meaning",
                                    "page-name",
                                    "page-no-script",
                                    "page-none-found",
                                    "page-origin",
                                    "page-practice",
                                    "page-practice-text",
                                    "page-private",
                                    "page-private-text",
                                    "page-protocol",
                                    "page-protocol-text",
                                    "page-range-used-by",
                                    "page-ranges",
                                    "page-reconnect-text",
                                    "page-refused",
                                    "page-registered",
                                    "page-registered-text",
                                    "page-registration",
                                    "page-registry-of",
                                    "page-relay-text",
                                    "page-reply-text",
                                    "page-rules",
                                    "page-same-code",
                                    "page-see-also",
                                    "page-senders-text",
                                    "page-server-code",
                                    "page-server-reason",
                                    "page-source",
                                    "page-title",
                                    "page-unbroken",
                                    "page-unused",
                                    "page-unused-text",
                                    "page-used-by",
                                    "page-wire-text"};

enum { PAGES = sizeof pages / sizeof *pages };

static bool is_asked_by_pages(const char *id) {
    size_t i = 0;
    while (i < PAGES && strcmp(pages[i], id) != 0)
        i++;
    return i < PAGES;
}

static bool is_asked(const struct word *word) {
    for (size_t i = 0; i < ASKED; i++)
        if (text_is_id_of(word->id, asked[i].id))
            return word->is_message == asked[i].is_message;
    return !word->is_message && is_asked_by_pages(word->id);
}

static void check_english(struct parse *parse, const struct language *english) {
    for (size_t i = 0; i < english->word_count; i++)
        if (!is_asked(&english->words[i]))
            refuse(parse, &english->words[i],
                   "is a word that nothing asks for; take it out");
    for (size_t i = 0; i < ASKED; i++) {
        char id[TEXT_ID_MAX + 1];
        if (!language_word(english, text_hyphens(asked[i].id, id)))
            refuse_missing(parse, id, asked[i].is_message);
    }
    for (size_t i = 0; i < PAGES; i++)
        if (!language_word(english, pages[i]))
            refuse_missing(parse, pages[i], false);
}

/* The words of a language beside those of English. */
static void check_translation(struct parse *parse,
                              const struct language *english,
                              const struct language *language) {
    for (size_t i = 0; i < language->word_count; i++) {
        const struct word *word = &language->words[i];
        const struct word *original = language_word(english, word->id);
        if (!original || original->is_message != word->is_message)
            refuse(parse, word, "is not one that en.xml has");
    }
    for (size_t i = 0; i < english->word_count; i++) {
        const struct word *word = &english->words[i];
        if (!word->is_message && !language_word(language, word->id))
            refuse_missing(parse, word->id, false);
    }
}

static void check_twice(struct parse *parse, const struct language *language) {
    for (size_t i = 1; i < language->word_count; i++) {
        const struct word *words = &language->words[i - 1];
        if (strcmp(words[0].id, words[1].id) == 0)
            parse_error_at(parse, words[1].line,
                           "\"%s\" is also in line %ld; keep one", words[1].id,
                           words[0].line);
    }
}

static void check_marks(struct parse *parse, const struct language *english,
                        const struct language *language) {
    for (size_t i = 0; i < language->word_count && parse->result == GEN_OK;
         i++) {
        const struct word *word = &language->words[i];
        const char *original =
            language == english ? NULL : language_word(english, word->id)->text;
        const char *refusal = prose_refusal(&parse->model->arena, word->text,
                                            original, is_of_pages(word->id));
        if (refusal)
            refuse(parse, word, refusal);
    }
}

void words_check(struct parse *parse, struct language *language) {
    const struct language *english = parse->model->languages;
    if (language->word_count)
        qsort(language->words, language->word_count, sizeof *language->words,
              by_id);
    check_twice(parse, language);
    if (language != english)
        check_translation(parse, english, language);
    check_marks(parse, english, language);
    if (language == english)
        check_english(parse, english);
}
