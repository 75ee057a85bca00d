/* SPDX-License-Identifier: MIT */
#include "io/drift.h"

#include <string.h>

#include "io/file.h"
#include "io/place.h"

/* Is there a carriage return before each line feed, and no other difference? */
static bool is_same_but_endings(const struct output *output,
                                const struct file *current) {
    const char *a = current->bytes, *b = output->bytes;
    for (; *b; a++, b++) {
        if (*b == '\n' && *a++ != '\r')
            return false;
        if (*a != *b)
            return false;
    }
    return a == current->bytes + current->len;
}

/* The first line that differs, of what is there and of what should be. */
static void report_first_difference(const struct output *output,
                                    const struct file *current,
                                    struct report *report) {
    const char *a = current->bytes, *b = output->bytes;
    for (long line = 1;; line++) {
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
    }
}

static int compare(const struct output *output, const struct file *current,
                   struct report *report) {
    if (!current->bytes)
        return report_error(report, GEN_DRIFT, output->path, 0,
                            "is missing; run wsclose-gen generate");
    if (output_is(output, current))
        return GEN_OK;
    if (is_same_but_endings(output, current))
        return report_error(report, GEN_DRIFT, output->path, 0,
                            "has CRLF at the ends of its lines, as git's "
                            "core.autocrlf makes them, and is right otherwise; "
                            "write \"* -text\" into a .gitattributes of its "
                            "folder and run wsclose-gen generate");
    report_first_difference(output, current, report);
    return GEN_DRIFT;
}

int drift_find(const struct outputs *outputs, struct report *report) {
    int result = outputs_check_size(outputs, report);
    for (size_t i = 0; i < outputs->count && result != GEN_BAD_DOCUMENT; i++) {
        const struct output *output = &outputs->list[i];
        struct file current;
        int read = place_check(output->path, report);
        if (read == GEN_OK)
            read =
                file_read_if_there(output->path, (size_t)-1, report, &current);
        if (read < 0)
            return read;
        if (compare(output, &current, report) < 0)
            result = GEN_DRIFT;
        file_free(&current);
    }
    return result;
}
