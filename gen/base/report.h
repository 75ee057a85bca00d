/* SPDX-License-Identifier: MIT */
/*
 * What went wrong, and where. Nobody but main prints: everyone else adds a
 * diagnostic here and returns a result.
 */
#ifndef GEN_REPORT_H
#define GEN_REPORT_H

#include <stddef.h>

/* Results; an exit code is the result's negative. */
enum {
    GEN_OK = 0,
    GEN_DRIFT = -1,
    GEN_USAGE = -2,
    GEN_BAD_DOCUMENT = -3,
    GEN_UPSTREAM = -4,
    GEN_REFUSED = -5,
    GEN_FILE = -6
};

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE };

struct diagnostic {
    enum severity severity;
    char *file; /* NULL: none */
    long line;  /* 0: none */
    char *text; /* what happened and what to do; safe to print */
};

struct report {
    struct diagnostic *list;
    size_t count;
};

/* Adds an error and returns result. Characters of the text that act at a
   terminal become "?". */
int report_error(struct report *report, int result, const char *file, long line,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
void report_warning(struct report *report, const char *file, long line,
                    const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* A line of its own, printed after the diagnostic before it. */
void report_note(struct report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void report_free(struct report *report);

#endif
