/* SPDX-License-Identifier: MIT */
#include "base/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"

static char *format_text(const char *format, va_list args) {
    char *text = memory_vprintf(format, args);
    text_make_printable(text);
    return text;
}

static void add(struct report *report, enum severity severity, const char *file,
                long line, char *text) {
    report->list =
        memory_append(report->list, report->count, sizeof *report->list);
    char *copy = file ? memory_text(file) : NULL;
    if (copy)
        text_make_printable(copy);
    report->list[report->count++] =
        (struct diagnostic){severity, copy, line, text};
}

int report_error(struct report *report, int result, const char *file, long line,
                 const char *format, ...) {
    va_list args;
    va_start(args, format);
    add(report, SEVERITY_ERROR, file, line, format_text(format, args));
    va_end(args);
    return result;
}

void report_warning(struct report *report, const char *file, long line,
                    const char *format, ...) {
    va_list args;
    va_start(args, format);
    add(report, SEVERITY_WARNING, file, line, format_text(format, args));
    va_end(args);
}

void report_note(struct report *report, const char *format, ...) {
    va_list args;
    va_start(args, format);
    add(report, SEVERITY_NOTE, NULL, 0, format_text(format, args));
    va_end(args);
}

void report_free(struct report *report) {
    for (size_t i = 0; i < report->count; i++) {
        free(report->list[i].file);
        free(report->list[i].text);
    }
    free(report->list);
    *report = (struct report){0};
}
