/* SPDX-License-Identifier: MIT */
/* include/wsclose_codes.h: what programs see of the registry. */
#include "emit/emit.h"

#include <stdlib.h>
#include <string.h>

#include "base/stream.h"
#include "base/text.h"
#include "emit/c_source.h"
#include "model/link.h"

/* May a text stand in a comment as it is? None of these characters ends a
   comment, is a documentation command, or is markup. Others are shown in the
   pages, and the comment has the code alone. */
static bool is_plain(const char *text) {
    return text && !text[strspn(text, TEXT_ALPHANUMERIC " .,:;()'-")];
}

/* A URL of as harmless characters. */
static bool is_plain_url(const char *text) {
    return strncmp(text, "https://", strlen("https://")) == 0 &&
           !text[strspn(text, TEXT_ALPHANUMERIC ".:-/_")];
}

/* The references of a row, none of them broken: " [RFC 6455, RFC Errata 3227]"
 */
static void put_references(struct stream *out, struct arena *arena,
                           const struct row *row) {
    const char *before = " [";
    for (size_t i = 0; i < row->reference_count; i++) {
        const char *text = reference_display(arena, &row->references[i]);
        if (!is_plain(text) && !is_plain_url(text))
            continue;
        stream_put(out, before);
        for (const char *at = text; *at; at++)
            stream_char(out, *at == ' ' ? C_UNBREAKABLE : *at);
        before = ", ";
    }
    if (*before == ',')
        stream_char(out, ']');
}

/* A text that is plain, as a sentence. */
static void put_sentence(struct stream *out, const char *before,
                         const char *text, const char *after) {
    size_t len = text ? strlen(text) : 0;
    if (is_plain(text))
        stream_printf(out, " %s%s%s%s", before, text, after,
                      len && text[len - 1] == '.' ? "" : ".");
}

static void put_codes(struct stream *out, unsigned first, unsigned last) {
    stream_printf(out, first == last ? "%u" : "%u-%u", first, last);
}

/* Name, description, what IANA records. */
static void put_description(struct stream *out, struct arena *arena,
                            const struct row *row) {
    const char *recorded = row->kind == KIND_PRIVATE ? "Defined" : "Registered";
    put_codes(out, row->range.last ? row->range.first : row->first,
              row->range.last ? row->range.last : row->last);
    put_sentence(out, "", row->name, "");
    if (row->texts && row->texts->description && *row->texts->description)
        put_sentence(out, "", row->texts->description, "");
    if (strcmp(row->name, row->text) != 0)
        put_sentence(out, arena_printf(arena, "%s as \"", recorded), row->text,
                     "\"");
    if (row->registered)
        put_sentence(out, arena_printf(arena, "%s ", recorded), row->registered,
                     is_plain(row->contact)
                         ? arena_printf(arena, " by %s", row->contact)
                         : "");
    put_references(out, arena, row);
}

static void put_comment(struct stream *out, struct arena *arena,
                        const struct row *row) {
    struct stream text;
    stream_begin(&text);
    put_description(&text, arena, row);
    stream_char(out, '\n');
    c_doc_comment(out, "    ", text.bytes);
    free(text.bytes);
}

static void put_ends(struct stream *out, struct arena *arena,
                     const struct row *row) {
    put_comment(out, arena, row);
    stream_printf(out,
                  "    WSCLOSE_%s_FIRST = %u,\n"
                  "    WSCLOSE_%s_LAST = %u,\n",
                  row->symbol, row->range.first, row->symbol, row->range.last);
}

static void put_enumerator(struct stream *out, struct arena *arena,
                           const struct row *row) {
    put_comment(out, arena, row);
    stream_printf(out, "    WSCLOSE_%s = %u,\n", row->symbol, row->first);
    for (size_t i = 0; i < row->alias_count; i++)
        stream_printf(out,
                      "    /** The former name of WSCLOSE_%s. */\n"
                      "    WSCLOSE_%s = %u,\n",
                      row->symbol, row->aliases[i], row->first);
}

/* A row without an enumerator. */
static void put_range(struct stream *out, const struct row *row) {
    const char *name = row->range.last ? row->symbol : row->name;
    stream_put(out, "\n    /* ");
    if (row->kind == KIND_INVALID)
        stream_printf(out, "%u and above", row->first);
    else
        put_codes(out, row->first, row->last);
    stream_printf(out, ": %s */\n", name);
}

static void put_enum(const struct model *model, struct stream *out) {
    struct arena arena = {0};
    stream_put(out, "/** The close codes that have a name, by code. */\n"
                    "enum wsclose_code {");
    if (!model_code_count(model))
        stream_put(out, "\n    /* None; C has no empty enum. */\n"
                        "    WSCLOSE_CODES_NONE = -1,\n");
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (row_is_code(row))
            put_enumerator(out, &arena, row);
        else if (row->range.last && row_is_first(row))
            put_ends(out, &arena, row);
        else
            put_range(out, row);
    }
    stream_put(out, "};\n\n");
    arena_free(&arena);
}

static void put_macro(const struct model *model, struct stream *out) {
    stream_put(
        out,
        "/**\n"
        " * The same codes for the preprocessor: x(code, SYMBOL, \"name\") for "
        "each.\n"
        " *\n"
        " *     #define CASE(code, symbol, name) case WSCLOSE_##symbol: return "
        "name;\n"
        " *     switch (code) { WSCLOSE_CODES(CASE) }\n"
        " */\n"
        "#define WSCLOSE_CODES(x)");
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (!row_is_code(row))
            continue;
        stream_printf(out, " \\\n    x(%u, %s, ", row->first, row->symbol);
        c_string(out, row->name);
        stream_char(out, ')');
    }
    stream_put(out, "\n\n");
}

/* One assertion a code, and a literal to count them: expressions as deep as
   there are codes take compilers time that grows with the square. */
static void put_asserts(struct stream *out) {
    stream_put(
        out,
        "#if defined __cplusplus || __STDC_VERSION__ >= 202311L\n"
        "#define WSCLOSE_CODES_ASSERT(condition, text) "
        "static_assert(condition, text)\n"
        "#else\n"
        "#define WSCLOSE_CODES_ASSERT(condition, text) "
        "_Static_assert(condition, text)\n"
        "#endif\n"
        "#define WSCLOSE_CODES_ONE(code, symbol, name) \".\"\n"
        "WSCLOSE_CODES_ASSERT(sizeof(\"\" WSCLOSE_CODES(WSCLOSE_CODES_ONE)) "
        "- 1 ==\n"
        "                         WSCLOSE_CODES_COUNT,\n"
        "                     \"the list has every code\");\n"
        "#undef WSCLOSE_CODES_ONE\n"
        "#define WSCLOSE_CODES_SAME(code, symbol, name) \\\n"
        "    WSCLOSE_CODES_ASSERT(WSCLOSE_##symbol == code, \\\n"
        "                         \"the list and the enum agree\");\n"
        "WSCLOSE_CODES(WSCLOSE_CODES_SAME)\n"
        "#undef WSCLOSE_CODES_SAME\n"
        "#undef WSCLOSE_CODES_ASSERT\n");
}

void emit_codes(const struct model *model, struct stream *out) {
    c_banner(out, model, "The WebSocket close codes.");
    stream_printf(out,
                  "#ifndef WSCLOSE_CODES_H\n"
                  "#define WSCLOSE_CODES_H\n"
                  "\n"
                  "/** The date of the registry that these codes are of. */\n"
                  "#define WSCLOSE_REGISTRY_UPDATED \"%s\"\n"
                  "\n"
                  "/** The number of codes that have a name. */\n"
                  "#define WSCLOSE_CODES_COUNT %zu\n"
                  "\n",
                  model->updated, model_code_count(model));
    put_enum(model, out);
    put_macro(model, out);
    put_asserts(out);
    stream_put(out, "\n#endif\n");
}
