/* SPDX-License-Identifier: MIT */
/*
 * A folder of its own for each test, to run wsclose-gen in as a user does: the
 * data in data/, what is generated in out/.
 */
#ifndef TESTS_WORKSHOP_H
#define TESTS_WORKSHOP_H

#include <stddef.h>

#include "base/memory.h"

struct workshop {
    char *folder;
    struct arena arena; /* what the functions below return lives in it */
};

/* A program's end and what it wrote. */
struct outcome {
    int exit_code;
    const char *out, *err;
};

/* Setup and teardown of a cmocka test: its state is a struct workshop. Its
   data/ has the semantics.xml, the texts and the application of tests/data and
   no snapshot. */
int workshop_open(void **state);
int workshop_close(void **state);

/* Files of the folder, or at absolute paths. */
void workshop_put(struct workshop *workshop, const char *path,
                  const char *text);
void workshop_put_bytes(struct workshop *workshop, const char *path,
                        const char *bytes, size_t len);
const char *workshop_get(struct workshop *workshop, const char *path);
void workshop_remove(struct workshop *workshop, const char *path);

/* Every file and folder below path: name, time of change and content. Two
   equal states mean that nothing was touched. */
const char *workshop_state(struct workshop *workshop, const char *path);

/* That of data/ and out/, which is all that sync and generate write. */
const char *workshop_outputs(struct workshop *workshop);

/* The names and contents alone. */
const char *workshop_content(struct workshop *workshop, const char *path);

/* The files below path, by name, ended by NULL; paths begin with path. */
const char **workshop_files(struct workshop *workshop, const char *path);

/* argv is ended by NULL, as are variables ("NAME=value"; NULL: none). */
struct outcome workshop_run(struct workshop *workshop,
                            const char *const *variables,
                            const char *const *argv);

/* A program with these arguments; wsclose-gen with these. */
#define WORKSHOP_RUN(workshop, ...)                                            \
    workshop_run(workshop, NULL, (const char *const[]){__VA_ARGS__, NULL})
#define WORKSHOP_GEN(workshop, ...)                                            \
    WORKSHOP_RUN(workshop, WSCLOSE_GEN, __VA_ARGS__)

/* Runs generate, which has to refuse a file in one line that is about this, and
   to write nothing. Returns the failures, reported on standard error. line 0:
   the message has none. */
int workshop_refusal(struct workshop *workshop, const char *file, long line,
                     const char *about);

/* Makes a folder of data of the semantics.xml and the languages in from; the
   texts there are the tests' own, the words are those of gen/data. */
void workshop_put_data(struct workshop *workshop, const char *folder,
                       const char *from);

/* Puts document at in.xml, and runs sync or generate on data/ and out/. */
struct outcome workshop_sync(struct workshop *workshop, const char *document);
struct outcome workshop_generate(struct workshop *workshop);

/* The same; fails the test unless it ends well and in silence. */
void workshop_must_sync(struct workshop *workshop, const char *document);

/* The same with a document of TWO_RECORDS. */
void workshop_prepare(struct workshop *workshop);

/* Fails the test unless a program ended with this exit code and its standard
   error has this text in it. */
void assert_outcome(struct outcome outcome, int exit_code, const char *about);

/* The names of the public header behind WSCLOSE_, one a line. */
const char *header_names(struct workshop *workshop);

/* Makes data/semantics.xml that of tests/data, with one more entry, which gives
   a code this symbol, if it is registered so. */
void workshop_name_code(struct workshop *workshop, const char *code,
                        const char *registered, const char *symbol);

/* A document in IANA's schema whose close-code registry has these records. The
   first of them stands in line 6. */
const char *document_with(struct workshop *workshop, const char *records);

/* Text for an element or a double-quoted attribute. */
const char *xml_escaped(struct workshop *workshop, const char *text);

/* Fails the test with the first line that differs. */
void assert_same_text(const char *what, const char *expected,
                      const char *actual);

#endif
