/* SPDX-License-Identifier: MIT */
#include "registry_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file_rows.h"
#include "members.h"
#include "memory.h"
#include "message.h"
#include "shared/format.h"

enum { MAX_BYTES = 32 * 1024 * 1024, MAX_LANGUAGES = 200 };

static void read_languages(struct members *members,
                           const struct place *document, const char *lang,
                           struct registry *registry) {
    size_t count = member_count(members, document, "languages");
    const char **tags = registry_alloc(registry, count + 1, sizeof *tags);
    for (size_t i = 0; i < count; i++)
        tags[i] = member_element_text(members, document, "languages", i);
    if (!count || count > MAX_LANGUAGES || strcmp(*tags, "en") != 0)
        members_refuse(members, document, "languages");
    registry->languages = tags;
    registry_choose_language(registry, lang);
}

static void read_document(struct members *members, const char *lang,
                          struct registry *registry) {
    const struct place document = {.object = registry->document};
    registry->generator = member_text(members, &document, "generator");
    registry->updated = member_text(members, &document, "updated");
    registry->source = member_text_or_null(members, &document, "source");
    read_languages(members, &document, lang, registry);
    if (!*members->wrong)
        file_rows_read(members, &document, registry);
}

static enum result refuse(enum word word, const char *path, const char *where) {
    const struct value values[] = {{"file", path}, {"where", where}, {0}};
    message_with(word, values);
    return RESULT_TROUBLE;
}

static enum result refuse_syntax(const char *path, const json_error_t *error) {
    char line[24], column[24];
    snprintf(line, sizeof line, "%d", error->line);
    snprintf(column, sizeof column, "%d", error->column);
    const struct value values[] = {{"file", path},
                                   {"line", line},
                                   {"column", column},
                                   {"reason", error->text},
                                   {0}};
    message_with(WORD_REGISTRY_SYNTAX, values);
    return RESULT_TROUBLE;
}

/* The bytes of a file of any kind, a pipe too; NULL after a message. */
static char *read_bytes(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    char *bytes = file ? memory_get(MAX_BYTES + 1, 1) : NULL;
    *len = bytes ? fread(bytes, 1, MAX_BYTES + 1, file) : 0;
    bool failed = !file || ferror(file);
    if (failed)
        refuse(WORD_REGISTRY_UNREADABLE, path, strerror(errno));
    else if (*len > MAX_BYTES)
        refuse(WORD_REGISTRY_TOO_LARGE, path, "");
    if (file)
        fclose(file);
    if (!failed && *len <= MAX_BYTES)
        return bytes;
    free(bytes);
    return NULL;
}

static enum result check_format(const char *path, const json_t *document) {
    const json_t *format = json_object_get(document, "format");
    if (json_is_integer(format) && json_integer_value(format) > JSON_FORMAT)
        return refuse(WORD_REGISTRY_NEWER, path, "/format");
    if (!json_is_integer(format) || json_integer_value(format) != JSON_FORMAT)
        return refuse(WORD_REGISTRY_WRONG, path, "/format");
    return RESULT_FOUND;
}

enum result registry_file_read(const char *path, const char *lang,
                               struct registry *ret) {
    size_t len;
    json_error_t error;
    char *bytes = read_bytes(path, &len);
    if (!bytes)
        return RESULT_TROUBLE;
    ret->file = path;
    ret->document = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &error);
    free(bytes);
    if (!ret->document)
        return refuse_syntax(path, &error);
    if (check_format(path, ret->document) != RESULT_FOUND)
        return RESULT_TROUBLE;
    struct members members = {0};
    read_document(&members, lang, ret);
    return *members.wrong ? refuse(WORD_REGISTRY_WRONG, path, members.wrong)
                          : RESULT_FOUND;
}
