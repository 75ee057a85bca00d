/* SPDX-License-Identifier: MIT */
/* Compiling what was generated in a workshop's out/, with the library. */
#ifndef TESTS_COMPILE_H
#define TESTS_COMPILE_H

#include "support/workshop.h"

/* Options of a compiler that end it at the first warning. */
extern const char *const workshop_strict[];

/* Compiles the generated files of out/ and the library with the program in a
   file into "program", with these compiler options (ended by NULL), and runs
   it. Fails the test if any of this fails. Returns what the program printed. */
const char *workshop_compile_and_run(struct workshop *workshop,
                                     const char *const *options,
                                     const char *program);

/* The same with another compiler than the tests'. */
const char *workshop_compile_and_run_with(struct workshop *workshop,
                                          const char *compiler,
                                          const char *const *options,
                                          const char *program);

/* Compiles the generated files of out/, the library and the tool into
   "wsclose". */
void workshop_compile_tool(struct workshop *workshop);

#endif
