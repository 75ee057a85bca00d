/* SPDX-License-Identifier: MIT */
#include "support/compile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { MAX_ARGUMENTS = 96, MAX_OPTIONS = 32 };

const char *const workshop_strict[] = {"-std=c11",   "-Wall",   "-Wextra",
                                       "-Wpedantic", "-Werror", NULL};

/* Adds the units of a folder of the source tree to argv; returns how many it
   has then. */
static size_t add_units(struct workshop *workshop, const char *folder,
                        const char **argv, size_t count) {
    const char *path =
        arena_printf(&workshop->arena, TEST_SOURCE "/%s/", folder);
    const char **files = workshop_files(workshop, path);
    for (; *files; files++) {
        const char *name = *files + strlen(path) + 1;
        size_t len = strlen(name);
        if (strchr(name, '/') || strcmp(name + len - 2, ".c") != 0)
            continue;
        assert_true(count < MAX_ARGUMENTS - 1);
        argv[count++] = *files;
    }
    return count;
}

/* Compiles the library with the generated files of out/, and these arguments
   (ended by NULL). */
static void compile(struct workshop *workshop, const char *compiler,
                    const char *const *options, const char *unit) {
    const char *argv[MAX_ARGUMENTS] = {compiler,
                                       "-I",
                                       "out",
                                       "-I",
                                       "out/include",
                                       "-I",
                                       TEST_SOURCE "/registry",
                                       "-I",
                                       TEST_SOURCE "/registry/include"};
    size_t count = 9;
    for (; *options; options++)
        argv[count++] = *options;
    count = add_units(workshop, "registry", argv, count);
    count = add_units(workshop, "registry/shared", argv, count);
    count = unit ? count : add_units(workshop, "registry/tool", argv, count);
    argv[count] = unit ? unit : "-ljansson";
    struct outcome outcome = workshop_run(workshop, NULL, argv);
    if (outcome.exit_code || *outcome.err)
        fail_msg("the generated files do not compile:\n%.4000s", outcome.err);
}

const char *workshop_compile_and_run_with(struct workshop *workshop,
                                          const char *compiler,
                                          const char *const *options,
                                          const char *program) {
    const char *all[MAX_OPTIONS] = {"-o", "program"};
    for (size_t i = 0; options[i]; i++) {
        assert_true(i + 3 < MAX_OPTIONS);
        all[i + 2] = options[i];
    }
    compile(workshop, compiler, all, program);
    struct outcome outcome = WORKSHOP_RUN(workshop, "./program");
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    return outcome.out;
}

const char *workshop_compile_and_run(struct workshop *workshop,
                                     const char *const *options,
                                     const char *program) {
    return workshop_compile_and_run_with(workshop, TEST_CC, options, program);
}

void workshop_compile_tool(struct workshop *workshop) {
    static const char *const options[] = {"-std=c11", "-D_XOPEN_SOURCE=700",
                                          "-o", "wsclose", NULL};
    compile(workshop, TEST_CC, options, NULL);
}
