/* SPDX-License-Identifier: MIT */
#include "io/fetch.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "io/child.h"
#include "io/file.h"
#include "io/program.h"

enum {
    MAX_HEAD = 16 * 1024, /* of an answer, before the document */
    GRACE_MS = 3000       /* to answer that the time is up */
};

#define NAME "wsclose-gen-fetch"

/* Beside this program, as it is built; where it is installed beside this
   program's folder; where it was to be installed. NULL: nowhere. */
static const char *find_program(struct arena *arena) {
    const char *folder = program_folder(arena);
    const char *const places[] = {
        folder ? arena_printf(arena, "%s/" NAME, folder) : NULL,
        folder
            ? arena_printf(arena, "%s/" WSCLOSE_GEN_TO_LIBEXEC "/" NAME, folder)
            : NULL,
        WSCLOSE_GEN_LIBEXECDIR "/" NAME
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i] && file_is_regular(places[i]))
            return places[i];
    return NULL;
}

static char *number(struct arena *arena, long long value) {
    return arena_printf(arena, "%lld", value);
}

/* posix_spawn() takes what is no constant and leaves it as it is. */
static char *word(struct arena *arena, const char *text) {
    return arena_printf(arena, "%s", text ? text : "");
}

static int start(const char *program, const struct fetch_request *request,
                 struct arena *arena, struct child *ret) {
    char *const argv[FETCH_ARGUMENTS + 1] = {
        [FETCH_PROGRAM] = word(arena, program),
        [FETCH_VERSION] = word(arena, WSCLOSE_GEN_VERSION),
        [FETCH_URL] = word(arena, request->url),
        [FETCH_MAX_SIZE] = number(arena, (long long)request->max_size),
        [FETCH_MAX_MS] = number(arena, request->max_ms),
        [FETCH_CACERT] = word(arena, request->cacert),
        [FETCH_ETAG] = word(arena, request->etag),
        [FETCH_LAST_MODIFIED] = word(arena, request->last_modified),
        [FETCH_METER] = word(arena, request->meter ? "meter" : NULL)};
    return child_start(program, argv, request->meter ? STDERR_FILENO : -1,
                       FETCH_METER_FD, ret);
}

/* Reads the lines before the document, their strings in the arena, and returns
   where the document begins; NULL: this is no answer. What stands before the
   answer, the dynamic loader wrote. */
static char *read_head(char *answer, struct arena *arena,
                       struct fetch_response *ret, const char **error) {
    static const char *const keys[] = {"url ", "etag ", "last-modified ",
                                       "error "};
    const char **values[] = {&ret->url, &ret->etag, &ret->last_modified, error};
    char *line = strstr(answer, FETCH_ANSWER);
    if (!line)
        return NULL;
    for (line += strlen(FETCH_ANSWER); *line && *line != '\n';) {
        size_t len = strcspn(line, "\n");
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            size_t key = strlen(keys[i]);
            if (strncmp(line, keys[i], key) == 0)
                *values[i] = arena_copy(arena, line + key, len - key);
        }
        line += line[len] ? len + 1 : len;
    }
    return *line ? line + 1 : NULL;
}

/* What the program did in place of answering. */
static int refuse_answer(const char *program, const char *said, int status,
                         struct report *report) {
    int len = (int)strcspn(said, "\n");
    return report_error(
        report, GEN_FILE, program, 0,
        "ended %s %d and without an answer%s%.*s; install it anew, or give the "
        "document with --from FILE",
        WIFSIGNALED(status) ? "by signal" : "with exit code",
        WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status),
        len ? ": " : "", len, said);
}

static int read_answer(const char *program, int status, char *answer,
                       size_t len, const struct fetch_request *request,
                       struct report *report, struct fetch_response *ret) {
    const char *error = NULL;
    char *body = read_head(answer, &ret->arena, ret, &error);
    if (!body || !WIFEXITED(status) || (WEXITSTATUS(status) && !error))
        return refuse_answer(program, answer, status, report);
    int result = -WEXITSTATUS(status);
    if (result < 0)
        return report_error(report, result,
                            result == GEN_USAGE ? NULL : request->url, 0, "%s",
                            error);
    ret->len = len - (size_t)(body - answer);
    ret->not_modified = ret->len == 0;
    if (ret->not_modified)
        return GEN_OK;
    ret->bytes = memory_alloc(ret->len + 1);
    memcpy(ret->bytes, body, ret->len + 1);
    return GEN_OK;
}

int fetch(const struct fetch_request *request, struct report *report,
          struct fetch_response *ret) {
    *ret = (struct fetch_response){0};
    long long deadline_ms = clock_ms() + request->max_ms + GRACE_MS;
    const char *program = find_program(&ret->arena);
    struct child child;
    char *answer;
    size_t len;
    if (!program)
        return report_error(report, GEN_FILE, NULL, 0,
                            "nothing can be fetched without " NAME
                            ", which is not installed; install it, or give the "
                            "document with --from FILE");
    int error = start(program, request, &ret->arena, &child);
    if (error)
        return report_error(report, GEN_FILE, program, 0,
                            "cannot be started: %s; install it anew, or give "
                            "the document with --from FILE",
                            strerror(error));
    bool is_whole = child_read(&child, deadline_ms,
                               request->max_size + MAX_HEAD, &answer, &len);
    int status = child_end(&child);
    int result =
        is_whole
            ? read_answer(program, status, answer, len, request, report, ret)
            : report_error(report, GEN_UPSTREAM, request->url, 0,
                           "cannot be fetched: " NAME
                           " answered too late or too much; nothing was "
                           "changed");
    free(answer);
    return result;
}

void fetch_response_free(struct fetch_response *response) {
    free(response->bytes);
    arena_free(&response->arena);
    *response = (struct fetch_response){0};
}
