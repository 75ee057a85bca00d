/* SPDX-License-Identifier: MIT */
/* Reading a whole file, up to a size. */
#ifndef GEN_FILE_H
#define GEN_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/report.h"

struct file {
    const char *path;
    char *bytes; /* with a NUL behind them; NULL: there is no such file */
    size_t len;
};

/* No file that is written is larger, nor are all of one run together; what is
   ours is read up to this size. */
#define FILE_MAX_SIZE ((size_t)32 * 1024 * 1024)

/* Reads the file at path, which must be the caller's for as long as ret is in
   use. A file over max bytes is a bad document. */
int file_read(const char *path, size_t max, struct report *report,
              struct file *ret);
/* The same; a file that is not there is no error. */
int file_read_if_there(const char *path, size_t max, struct report *report,
                       struct file *ret);
/* The error of a file over max bytes. */
int file_too_large(const char *path, size_t max, struct report *report);
void file_free(struct file *file);

/* Is nothing there? Not where that cannot be found out: reading it then says
   why. */
bool file_is_missing(const char *path);

/* Is it there, and neither a folder nor a pipe, which would be waited for? */
bool file_is_regular(const char *path);

bool file_is_folder(const char *path);

#endif
