/* SPDX-License-Identifier: MIT */
#include "support/workshop.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "support/process.h"
#include "support/records.h"

static const char *keep(struct workshop *workshop, char *text, size_t len) {
    char *kept = arena_copy(&workshop->arena, text, len);
    free(text);
    return kept;
}

static const char *absolute(struct workshop *workshop, const char *path) {
    return *path == '/' ? path
                        : arena_printf(&workshop->arena, "%s/%s",
                                       workshop->folder, path);
}

int workshop_open(void **state) {
    struct workshop *workshop = calloc(1, sizeof *workshop);
    if (!workshop)
        return -1;
    *state = workshop;
    workshop->folder = folder_new();
    workshop_put_data(workshop, "data", TEST_DATA);
    return 0;
}

int workshop_close(void **state) {
    struct workshop *workshop = *state;
    folder_remove(workshop->folder);
    arena_free(&workshop->arena);
    free(workshop);
    return 0;
}

void workshop_put_bytes(struct workshop *workshop, const char *path,
                        const char *bytes, size_t len) {
    file_write(absolute(workshop, path), bytes, len);
}

void workshop_put(struct workshop *workshop, const char *path,
                  const char *text) {
    workshop_put_bytes(workshop, path, text, strlen(text));
}

const char *workshop_get(struct workshop *workshop, const char *path) {
    size_t len;
    char *bytes = file_content(absolute(workshop, path), &len);
    return keep(workshop, bytes, len);
}

/* Where the words begin, behind the texts; NULL: there are none. */
static const char *words_in(const char *language) {
    return strstr(language, "\n\n  <label");
}

static void put_language(struct workshop *workshop, const char *folder,
                         const char *from, const char *tag) {
    struct arena *arena = &workshop->arena;
    const char *texts = workshop_get(
        workshop, arena_printf(arena, "%s/languages/%s.xml", from, tag));
    const char *words = words_in(workshop_get(
        workshop,
        arena_printf(arena, TEST_SOURCE "/gen/data/languages/%s.xml", tag)));
    const char *end = words_in(texts);
    int len = (int)((end ? end : strstr(texts, "</language>")) - texts);
    workshop_put(workshop,
                 arena_printf(arena, "%s/languages/%s.xml", folder, tag),
                 arena_printf(arena, "%.*s%s", len, texts, words));
}

void workshop_put_data(struct workshop *workshop, const char *folder,
                       const char *from) {
    const char *rules =
        arena_printf(&workshop->arena, "%s/semantics.xml", from);
    workshop_put(workshop,
                 arena_printf(&workshop->arena, "%s/semantics.xml", folder),
                 workshop_get(workshop, rules));
    workshop_put(
        workshop,
        arena_printf(&workshop->arena, "%s/applications/chat.xml", folder),
        workshop_get(workshop, TEST_DATA "/applications/chat.xml"));
    put_language(workshop, folder, from, "en");
    put_language(workshop, folder, from, "ja");
}

void workshop_remove(struct workshop *workshop, const char *path) {
    (void)remove(absolute(workshop, path));
}

/* Calls visit for each entry below path, in the order of the names. */
static void walk(struct workshop *workshop, const char *path,
                 void (*visit)(struct workshop *, const char *path,
                               const struct stat *, void *),
                 void *data) {
    struct dirent **entries;
    int count = scandir(absolute(workshop, path), &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        struct stat info;
        const char *entry = arena_printf(&workshop->arena, "%s/%s", path, name);
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0) {
            assert_int_equal(lstat(absolute(workshop, entry), &info), 0);
            visit(workshop, entry, &info, data);
            if (S_ISDIR(info.st_mode))
                walk(workshop, entry, visit, data);
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

struct listing {
    FILE *out;
    bool times;
};

static void visit_state(struct workshop *workshop, const char *path,
                        const struct stat *info, void *data) {
    struct listing *listing = data;
    fprintf(listing->out, "%s", path);
    if (listing->times)
        fprintf(listing->out, " %lld.%09ld %o", (long long)info->st_mtim.tv_sec,
                info->st_mtim.tv_nsec, (unsigned)info->st_mode);
    fputc('\n', listing->out);
    if (S_ISREG(info->st_mode)) {
        size_t len;
        char *bytes = file_content(absolute(workshop, path), &len);
        fwrite(bytes, 1, len, listing->out);
        free(bytes);
    }
}

static const char *state_of(struct workshop *workshop, const char *path,
                            bool times) {
    char *text = NULL;
    size_t len = 0;
    struct listing listing = {open_memstream(&text, &len), times};
    assert_non_null(listing.out);
    walk(workshop, path, visit_state, &listing);
    assert_int_equal(fclose(listing.out), 0);
    return keep(workshop, text, len);
}

const char *workshop_state(struct workshop *workshop, const char *path) {
    return state_of(workshop, path, true);
}

const char *workshop_outputs(struct workshop *workshop) {
    return arena_printf(&workshop->arena, "%s%s",
                        workshop_state(workshop, "data"),
                        workshop_state(workshop, "out"));
}

const char *workshop_content(struct workshop *workshop, const char *path) {
    return state_of(workshop, path, false);
}

struct files {
    const char **list;
    size_t count;
};

static void visit_file(struct workshop *workshop, const char *path,
                       const struct stat *info, void *data) {
    struct files *files = data;
    (void)workshop;
    if (!S_ISREG(info->st_mode))
        return;
    files->list = memory_append(files->list, files->count, sizeof path);
    files->list[files->count++] = path;
}

const char **workshop_files(struct workshop *workshop, const char *path) {
    struct files files = {NULL, 0};
    walk(workshop, path, visit_file, &files);
    const char **kept =
        arena_alloc(&workshop->arena, (files.count + 1) * sizeof *kept);
    for (size_t i = 0; i < files.count; i++)
        kept[i] = files.list[i];
    free(files.list);
    return kept;
}

struct outcome workshop_run(struct workshop *workshop,
                            const char *const *variables,
                            const char *const *argv) {
    struct process process = process_run(workshop->folder, variables, argv);
    return (struct outcome){process.exit_code,
                            keep(workshop, process.out, process.out_len),
                            keep(workshop, process.err, process.err_len)};
}

struct outcome workshop_sync(struct workshop *workshop, const char *document) {
    workshop_put(workshop, "in.xml", document);
    return WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data", "data",
                        "--out", "out");
}

struct outcome workshop_generate(struct workshop *workshop) {
    return WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out", "out");
}

int workshop_refusal(struct workshop *workshop, const char *file, long line,
                     const char *about) {
    struct arena *arena = &workshop->arena;
    const char *before = workshop_outputs(workshop);
    struct outcome outcome = workshop_generate(workshop);
    const char *start = line
                            ? arena_printf(arena, "%s:%ld: error: ", file, line)
                            : arena_printf(arena, "%s: error: ", file);
    const char *end = strchr(outcome.err, '\n');
    bool refused = outcome.exit_code == 3 && !*outcome.out &&
                   strncmp(outcome.err, start, strlen(start)) == 0 &&
                   strstr(outcome.err, about) && end && !end[1];
    if (!refused)
        fprintf(stderr, "expected %s... %s...; got exit %d, %s\n", start, about,
                outcome.exit_code, outcome.err);
    bool untouched = strcmp(before, workshop_outputs(workshop)) == 0;
    if (!untouched)
        fprintf(stderr, "%s: something was written\n", about);
    return !refused + !untouched;
}

void workshop_must_sync(struct workshop *workshop, const char *document) {
    struct outcome outcome = workshop_sync(workshop, document);
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
}

void workshop_prepare(struct workshop *workshop) {
    workshop_must_sync(workshop, document_with(workshop, TWO_RECORDS));
}

void assert_outcome(struct outcome outcome, int exit_code, const char *about) {
    if (outcome.exit_code != exit_code || !strstr(outcome.err, about))
        fail_msg("exit %d, \"%s\" was expected; exit %d, %s", exit_code, about,
                 outcome.exit_code, outcome.err);
}

void workshop_name_code(struct workshop *workshop, const char *code,
                        const char *registered, const char *symbol) {
    const char *text = workshop_get(workshop, TEST_DATA "/semantics.xml");
    workshop_put(
        workshop, "data/semantics.xml",
        arena_printf(&workshop->arena,
                     "%.*s<code value=\"%s\" registered=\"%s\" "
                     "symbol=\"%s\" reason=\"r\">"
                     "<wire accept=\"strict\" source=\"s\"/>"
                     "<sender by=\"both\" source=\"s\"/></code></semantics>\n",
                     (int)(strstr(text, "</semantics>") - text), text, code,
                     registered, symbol));
}

const char *header_names(struct workshop *workshop) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    static const char header[] = TEST_SOURCE "/registry/include/wsclose.h";
    const char *at = workshop_get(workshop, header);
    char *names = arena_copy(&workshop->arena, "\n", 1);
    while ((at = strstr(at, "WSCLOSE_")) != NULL) {
        at += strlen("WSCLOSE_");
        size_t len = strspn(at, letters);
        char *line = arena_printf(&workshop->arena, "\n%.*s\n", (int)len, at);
        if (len && !strstr(names, line))
            names = arena_printf(&workshop->arena, "%s%s", names, line + 1);
    }
    return names + 1;
}

const char *document_with(struct workshop *workshop, const char *records) {
    return arena_printf(&workshop->arena,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<registry xmlns=\"http://www.iana.org/assignments\" "
                        "id=\"websocket\">\n"
                        "<updated>2026-01-02</updated>\n"
                        "<registry id=\"close-code-number\">\n"
                        "<title>Close codes of a test</title>\n"
                        "%s\n"
                        "</registry>\n"
                        "<people>\n"
                        "<person id=\"Jane_Doe\"><name>Jane Doe</name>"
                        "<uri>mailto:jane&amp;example.org</uri></person>\n"
                        "</people>\n"
                        "</registry>\n",
                        records);
}

const char *xml_escaped(struct workshop *workshop, const char *text) {
    char *ret = arena_alloc(&workshop->arena, 6 * strlen(text) + 1);
    for (char *end = ret; *text; text++)
        end = stpcpy(end, *text == '&'   ? "&amp;"
                          : *text == '<' ? "&lt;"
                          : *text == '>' ? "&gt;"
                          : *text == '"' ? "&quot;"
                                         : (char[]){*text, '\0'});
    return ret;
}

void assert_same_text(const char *what, const char *expected,
                      const char *actual) {
    const char *a = expected, *b = actual;
    for (int line = 1;; line++) {
        size_t a_len = strcspn(a, "\n"), b_len = strcspn(b, "\n");
        if (a_len != b_len || memcmp(a, b, a_len) != 0 || a[a_len] != b[b_len])
            fail_msg("%s: line %d differs:\n-%.*s\n+%.*s", what, line,
                     (int)a_len, a, (int)b_len, b);
        if (!a[a_len])
            return;
        a += a_len + 1;
        b += b_len + 1;
    }
}
