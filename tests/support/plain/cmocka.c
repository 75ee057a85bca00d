/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include "cmocka.h"

static jmp_buf end_of_test;

void plain_fail(const char *file, int line, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s:%d: ", file, line);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    longjmp(end_of_test, 1);
}

void plain_assert(int is, const char *what, const char *file, int line) {
    if (!is)
        plain_fail(file, line, "not so: %s", what);
}

void plain_int_equal(intmax_t is, intmax_t expected, const char *what,
                     const char *file, int line) {
    if (is != expected)
        plain_fail(file, line, "%s is %lld, not %lld", what, (long long)is,
                   (long long)expected);
}

void plain_string_equal(const char *is, const char *expected, const char *what,
                        const char *file, int line) {
    if (!is || !expected || strcmp(is, expected) != 0)
        plain_fail(file, line, "%s is \"%s\", not \"%s\"", what,
                   is ? is : "(none)", expected ? expected : "(none)");
}

static int is_failure(const struct CMUnitTest *test, void **state) {
    if (setjmp(end_of_test) == 0) {
        test->run(state);
        return 0;
    }
    fprintf(stderr, "FAILED %s\n", test->name);
    return 1;
}

int plain_run(const struct CMUnitTest *tests, size_t count,
              int (*set_up)(void **), int (*tear_down)(void **)) {
    void *state = NULL;
    if (set_up && set_up(&state) != 0)
        return -1;
    int failures = 0;
    for (size_t i = 0; i < count; i++)
        failures += is_failure(&tests[i], &state);
    return tear_down && tear_down(&state) != 0 ? -1 : failures;
}
