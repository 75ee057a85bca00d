/* SPDX-License-Identifier: MIT */
/* Running a program from a test, and folders to run it in. */
#ifndef TESTS_PROCESS_H
#define TESTS_PROCESS_H

#include <stddef.h>

struct process {
    int exit_code;   /* -1: ended by a signal */
    char *out, *err; /* what it wrote, with a NUL behind; freed by the caller */
    size_t out_len, err_len;
};

/* Runs argv (ended by NULL; argv[0] is a path or found in PATH) in folder
   (NULL: where the test runs) with these variables ("NAME=value", ended by
   NULL; NULL: none) beside the test's own environment, standard input empty,
   SIGINT as at first. Fails the test if it cannot be started. */
struct process process_run(const char *folder, const char *const *variables,
                           const char *const *argv);
void process_free(struct process *process);

/* A new empty folder; its path is freed by folder_remove(), with all in it. */
char *folder_new(void);
void folder_remove(char *folder);

/* A whole file, NUL behind it; fails the test if it cannot be read. The folders
   above a written file are made. */
char *file_content(const char *path, size_t *len);
void file_write(const char *path, const char *bytes, size_t len);

#endif
