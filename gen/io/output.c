#include "io/output.h"

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "io/file.h"
#include "io/folders.h"
#include "base/memory.h"

void outputs_add(struct outputs *outputs, const char *path, char *bytes,
                 size_t len) {
    outputs->list =
        memory_append(outputs->list, outputs->count, sizeof *outputs->list);
    outputs->list[outputs->count++] = (struct output){
        memory_text(path), bytes, len, .temporary = {.lock = -1}};
}

void outputs_keep(struct outputs *outputs, const char *path) {
    outputs->kept = memory_append(outputs->kept, outputs->kept_count,
                                  sizeof *outputs->kept);
    outputs->kept[outputs->kept_count++] = path;
}

size_t outputs_changed(const struct outputs *outputs) {
    size_t count = 0;
    for (size_t i = 0; i < outputs->count; i++)
        count += outputs->list[i].changed;
    return count;
}

void outputs_free(struct outputs *outputs) {
    for (size_t i = 0; i < outputs->count; i++) {
        free(outputs->list[i].path);
        free(outputs->list[i].bytes);
    }
    free(outputs->list);
    free(outputs->kept);
    *outputs = (struct outputs){0};
}

/* The file that is there, whatever its size. What is no file is not opened: a
   pipe would wait for its other end. */
static int read_held(const struct output *output, struct report *report,
                     struct file *ret) {
    if (file_exists(output->path) && !file_is_regular(output->path))
        return report_error(report, GEN_FILE, output->path, 0,
                            "is there and is no file; move it away or write "
                            "elsewhere");
    return file_read_if_there(output->path, (size_t)-1, report, ret);
}

static bool is_same(const struct output *output, const struct file *held) {
    return held->bytes && held->len == output->len &&
           memcmp(held->bytes, output->bytes, output->len) == 0;
}

/* The file's folder, whatever it is called, and its name; of one whose folder
   is yet to be made, the path. */
static const char *place(struct arena *arena, const char *path) {
    struct stat info;
    char *folder = folders_last(path);
    bool is_there = stat(folder, &info) == 0;
    free(folder);
    const char *slash = strrchr(path, '/');
    return is_there
               ? arena_printf(arena, "%ju %ju %s", (uintmax_t)info.st_dev,
                              (uintmax_t)info.st_ino, slash ? slash + 1 : path)
               : path;
}

/* Is the last of these places among those before it? */
static bool is_taken(const char *const *places, size_t count) {
    for (size_t i = 0; i + 1 < count; i++)
        if (strcmp(places[i], places[count - 1]) == 0)
            return true;
    return false;
}

/* The places of what is kept come first, then those of what is written. */
static int check_places(const struct outputs *outputs, struct report *report) {
    struct arena arena = {0};
    const char **places = arena_alloc(
        &arena, (outputs->kept_count + outputs->count + 1) * sizeof *places);
    size_t count = 0;
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->kept_count; i++)
        places[count++] = place(&arena, outputs->kept[i]);
    for (size_t i = 0; i < outputs->count && result == GEN_OK; i++) {
        places[count++] = place(&arena, outputs->list[i].path);
        if (is_taken(places, count))
            result = report_error(report, GEN_USAGE, outputs->list[i].path, 0,
                                  "is read, or written too, in this run; name "
                                  "another file to write");
    }
    arena_free(&arena);
    return result;
}

/* Reads what is there, before anything is written or a signal held. */
static int find_changed(struct outputs *outputs, struct report *report) {
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->count && result == GEN_OK; i++) {
        struct output *output = &outputs->list[i];
        struct file held;
        result = read_held(output, report, &held);
        if (result < 0)
            break;
        output->changed = !is_same(output, &held);
        file_free(&held);
    }
    return result;
}

static int write_temporaries(struct outputs *outputs, struct report *report) {
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->count && result == GEN_OK; i++) {
        struct output *output = &outputs->list[i];
        temporary_remove_left(output->path);
        if (output->changed)
            result = temporary_write(output->path, output->bytes, output->len,
                                     report, &output->temporary);
    }
    return result;
}

static int rename_all(struct outputs *outputs, struct report *report) {
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->count && result == GEN_OK; i++) {
        struct output *output = &outputs->list[i];
        if (output->temporary.is_there)
            result = temporary_rename(&output->temporary, output->path, report);
    }
    return result;
}

/* Temporary files that were not renamed go, and folders made for them. */
static void clean_up(struct outputs *outputs) {
    for (size_t i = outputs->count; i-- > 0;)
        temporary_drop(&outputs->list[i].temporary);
    for (size_t i = outputs->count; i-- > 0;)
        folders_remove(outputs->list[i].path,
                       outputs->list[i].temporary.missing);
}

struct signals {
    sigset_t mask;
    struct sigaction file_size;
};

/* Signals that end the program wait; a file over the process's limit is an
   error of write(). */
static void hold_signals(struct signals *ret) {
    static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    sigset_t mask;
    sigemptyset(&mask);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        sigaddset(&mask, ending[i]);
    sigprocmask(SIG_BLOCK, &mask, &ret->mask);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGXFSZ, &ignore, &ret->file_size);
}

static void release_signals(const struct signals *signals) {
    sigaction(SIGXFSZ, &signals->file_size, NULL);
    sigprocmask(SIG_SETMASK, &signals->mask, NULL);
}

int outputs_commit(struct outputs *outputs, struct report *report) {
    struct signals signals;
    int result = check_places(outputs, report);
    if (result == GEN_OK)
        result = find_changed(outputs, report);
    if (result < 0)
        return result;
    for (size_t i = 0; i < outputs->count; i++)
        if (outputs->list[i].changed)
            temporary_prepare(outputs->list[i].path,
                              &outputs->list[i].temporary);
    hold_signals(&signals);
    result = write_temporaries(outputs, report);
    if (result == GEN_OK)
        result = rename_all(outputs, report);
    clean_up(outputs);
    release_signals(&signals);
    return result;
}

/* Says the first line that differs, of what is held and of what should be. */
static void report_first_difference(const struct output *output,
                                    const struct file *held,
                                    struct report *report) {
    const char *a = held->bytes, *b = output->bytes;
    long line = 1;
    for (;;) {
        size_t a_len = strcspn(a, "\n"), b_len = strcspn(b, "\n");
        if (a_len != b_len || memcmp(a, b, a_len) != 0 || !a[a_len] ||
            !b[b_len]) {
            report_error(report, GEN_DRIFT, output->path, line,
                         "is not what the data says; run wsclose-gen generate");
            report_note(report, "-%.*s", (int)a_len, a);
            report_note(report, "+%.*s", (int)b_len, b);
            return;
        }
        a += a_len + 1;
        b += b_len + 1;
        line++;
    }
}

int outputs_check(const struct outputs *outputs, struct report *report) {
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->count; i++) {
        const struct output *output = &outputs->list[i];
        struct file held;
        int read = read_held(output, report, &held);
        if (read < 0)
            return read;
        if (!held.bytes)
            result = report_error(report, GEN_DRIFT, output->path, 0,
                                  "is missing; run wsclose-gen generate");
        else if (!is_same(output, &held)) {
            report_first_difference(output, &held, report);
            result = GEN_DRIFT;
        }
        file_free(&held);
    }
    return result;
}
