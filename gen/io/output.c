/* SPDX-License-Identifier: MIT */
#include "io/output.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/memory.h"
#include "io/file.h"
#include "io/folders.h"

void outputs_begin(const struct outputs *outputs, struct stream *ret) {
    stream_begin_up_to(ret, FILE_MAX_SIZE - outputs->size);
}

void outputs_end(struct outputs *outputs, const char *path,
                 struct stream *stream) {
    outputs->list =
        memory_append(outputs->list, outputs->count, sizeof *outputs->list);
    outputs->list[outputs->count++] = (struct output){
        .path = memory_text(path), .bytes = stream->bytes, .len = stream->len};
    outputs->size += stream->len;
    outputs->is_too_large = outputs->is_too_large || stream->is_full;
}

void outputs_keep(struct outputs *outputs, const char *path) {
    outputs->kept = memory_append(outputs->kept, outputs->kept_count,
                                  sizeof *outputs->kept);
    outputs->kept_count +=
        place_identify(path, &outputs->kept[outputs->kept_count]);
}

size_t outputs_changed(const struct outputs *outputs) {
    size_t count = 0;
    for (size_t i = 0; i < outputs->count; i++)
        count += outputs->list[i].changed;
    return count;
}

void outputs_free(struct outputs *outputs) {
    for (size_t i = 0; i < outputs->count; i++) {
        free(outputs->list[i].temporary.name);
        free(outputs->list[i].path);
        free(outputs->list[i].place);
        free(outputs->list[i].bytes);
    }
    free(outputs->list);
    free(outputs->kept);
    *outputs = (struct outputs){0};
}

int outputs_check_size(const struct outputs *outputs, struct report *report) {
    if (!outputs->is_too_large)
        return GEN_OK;
    return report_error(report, GEN_BAD_DOCUMENT,
                        outputs->list[outputs->count - 1].path, 0,
                        "with this file, those of one run would be over %zu "
                        "bytes long together: the data says too much of too "
                        "many codes; nothing was written",
                        FILE_MAX_SIZE);
}

bool output_is(const struct output *output, const struct file *file) {
    return file->bytes && file->len == output->len &&
           memcmp(file->bytes, output->bytes, output->len) == 0;
}

/* Finds where the file is, and locks the folder. */
static int find_place(struct output *output, struct locks *locks,
                      struct report *report) {
    int result = place_find(output->path, report, &output->place);
    if (result < 0)
        return result;
    char *folder = folders_last(output->place);
    result = locks_take(locks, folder, clock_ms() + LOCK_WAIT_MS, report,
                        &output->folder);
    free(folder);
    return result;
}

/* Is it a file that this run reads, or the same as an output before it? */
static bool is_in_use(const struct outputs *outputs, size_t number) {
    const struct output *output = &outputs->list[number], *other;
    struct place place;
    bool is_there = place_identify(output->place, &place);
    for (size_t i = 0; i < outputs->kept_count && is_there; i++)
        if (place_is_same(&place, &outputs->kept[i]))
            return true;
    for (other = outputs->list; other < output; other++)
        if (other->folder == output->folder &&
            strcmp(folders_behind(other->place),
                   folders_behind(output->place)) == 0)
            return true;
    return false;
}

static int find_places(struct outputs *outputs, struct locks *locks,
                       struct report *report) {
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->count && result == GEN_OK; i++) {
        result = find_place(&outputs->list[i], locks, report);
        if (result == GEN_OK && is_in_use(outputs, i))
            result = report_error(report, GEN_USAGE, outputs->list[i].path, 0,
                                  "is read, or written too, in this run; name "
                                  "another file to write");
    }
    return result;
}

/* Reads what is there, before anything is written or a signal held, and asks
   for the memory that is needed then. */
static int find_changed(struct outputs *outputs, struct report *report) {
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->count && result == GEN_OK; i++) {
        struct output *output = &outputs->list[i];
        struct file current;
        result =
            file_read_if_there(output->place, (size_t)-1, report, &current);
        output->changed = !output_is(output, &current);
        file_free(&current);
        if (result < 0 || !output->changed)
            continue;
        temporary_prepare(output->place, &output->temporary);
        result = place_check_mount(output->place, report);
    }
    return result;
}

static int write_temporaries(struct outputs *outputs, const struct locks *locks,
                             struct report *report) {
    int result = GEN_OK;
    for (size_t i = 0; i < locks->count; i++)
        temporary_remove_left(locks_folder(locks, i));
    for (size_t i = 0; i < outputs->count && result == GEN_OK; i++) {
        struct output *output = &outputs->list[i];
        if (output->changed)
            result = temporary_write(output->place, output->bytes, output->len,
                                     report, &output->temporary);
    }
    return result;
}

/* A rename lasts once its folder is on the disk. Not every file system can sync
   a folder; the renames stand all the same. */
static int rename_all(struct outputs *outputs, const struct locks *locks,
                      struct report *report) {
    const struct output *before = NULL;
    int result = GEN_OK;
    for (size_t i = 0; i < outputs->count && result == GEN_OK; i++) {
        struct output *output = &outputs->list[i];
        if (!output->changed)
            continue;
        if (before && before->folder != output->folder)
            (void)fsync(locks_folder(locks, before->folder));
        result = temporary_rename(&output->temporary, output->place, report);
        before = output;
    }
    if (before)
        (void)fsync(locks_folder(locks, before->folder));
    return result;
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

static int write_changed(struct outputs *outputs, const struct locks *locks,
                         struct report *report) {
    struct signals signals;
    hold_signals(&signals);
    int result = write_temporaries(outputs, locks, report);
    if (result == GEN_OK)
        result = rename_all(outputs, locks, report);
    for (size_t i = 0; i < outputs->count; i++)
        temporary_remove(&outputs->list[i].temporary);
    release_signals(&signals);
    return result;
}

int outputs_commit(struct outputs *outputs, struct locks *locks,
                   struct report *report) {
    int result = outputs_check_size(outputs, report);
    if (result == GEN_OK)
        result = find_places(outputs, locks, report);
    if (result == GEN_OK)
        result = find_changed(outputs, report);
    return result < 0 ? result : write_changed(outputs, locks, report);
}
