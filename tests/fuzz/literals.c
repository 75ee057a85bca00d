/* SPDX-License-Identifier: MIT */
#include "literals.h"

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

/* Behind a comment that begins at at. */
static const char *skip_comment(const char *at) {
    const char *end = strstr(at + 2, "*/"), *inner = strstr(at + 2, "/*");
    fuzz_require(end, "a comment ends");
    fuzz_require(!inner || inner > end, "no comment begins in another");
    return end + 2;
}

/* Behind a literal; its value goes to *end, which is moved. */
static const char *read_literal(const char *at, char **end) {
    for (at++; *at != '"'; at++) {
        fuzz_require(*at && *at != '\n', "a literal ends in its line");
        if (*at == '\\') {
            at++;
            fuzz_require(*at && strchr("\"\\?0", *at), "a known escape");
        }
        *(*end)++ = *at;
    }
    return at + 1;
}

static const char *skip_blanks(const char *at) {
    return at + strspn(at, " \n");
}

static void add(struct literals *literals, const char *value, size_t len) {
    literals->list =
        realloc(literals->list, (literals->count + 1) * sizeof *literals->list);
    char *copy = malloc(len + 1);
    if (!literals->list || !copy)
        abort();
    memcpy(copy, value, len);
    copy[len] = '\0';
    literals->list[literals->count++] = copy;
}

static int by_value(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void literals_read(struct literals *ret, const char *source) {
    char *value = malloc(strlen(source) + 1), *end = value;
    if (!value)
        abort();
    *ret = (struct literals){0};
    for (const char *at = source; *at;) {
        if (strncmp(at, "/*", 2) == 0) {
            at = skip_comment(at);
        } else if (*at == '"') {
            at = skip_blanks(read_literal(at, &end));
            if (*at == '"')
                continue;
            add(ret, value, (size_t)(end - value));
            end = value;
        } else {
            fuzz_require((unsigned char)*at < 0x80, "code is ASCII");
            at++;
        }
    }
    free(value);
    if (ret->count)
        qsort(ret->list, ret->count, sizeof *ret->list, by_value);
}

bool literals_have(const struct literals *literals, const char *text) {
    return !text || !*text ||
           (literals->count && bsearch(&text, literals->list, literals->count,
                                       sizeof *literals->list, by_value));
}

void literals_free(struct literals *literals) {
    for (size_t i = 0; i < literals->count; i++)
        free(literals->list[i]);
    free(literals->list);
}

void literals_check(const char *source) {
    struct literals literals;
    for (const char *at = source; (at = strstr(at, "?\?")); at++)
        fuzz_require(!at[2] || !strchr("=/'()!<>-", at[2]), "no trigraph");
    literals_read(&literals, source);
    literals_free(&literals);
}
