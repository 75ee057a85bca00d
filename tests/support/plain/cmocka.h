/* SPDX-License-Identifier: MIT */
/* What the library's tests use of cmocka, for machines that it is not on:
   Windows, and those that are only compiled for. The first failure of a test
   ends it. */
#ifndef TESTS_PLAIN_CMOCKA_H
#define TESTS_PLAIN_CMOCKA_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct CMUnitTest {
    const char *name;
    void (*run)(void **state);
};

#define cmocka_unit_test(test) {#test, test}

#define fail_msg(...) plain_fail(__FILE__, __LINE__, __VA_ARGS__)
#define assert_true(is) plain_assert((is) ? 1 : 0, #is, __FILE__, __LINE__)
#define assert_false(is) assert_true(!(is))
#define assert_null(p) assert_true((p) == NULL)
#define assert_non_null(p) assert_true((p) != NULL)
#define assert_ptr_equal(a, b) assert_true((a) == (b))
#define assert_int_equal(a, b)                                                 \
    plain_int_equal((intmax_t)(a), (intmax_t)(b), #a, __FILE__, __LINE__)
#define assert_int_not_equal(a, b) assert_true((a) != (b))
#define assert_memory_equal(a, b, n) assert_true(memcmp(a, b, n) == 0)
#define assert_string_equal(a, b)                                              \
    plain_string_equal(a, b, #a, __FILE__, __LINE__)

void plain_fail(const char *file, int line, const char *format, ...);
void plain_assert(int is, const char *what, const char *file, int line);
void plain_int_equal(intmax_t is, intmax_t expected, const char *what,
                     const char *file, int line);
void plain_string_equal(const char *is, const char *expected, const char *what,
                        const char *file, int line);
int plain_run(const struct CMUnitTest *tests, size_t count,
              int (*set_up)(void **), int (*tear_down)(void **));

#define cmocka_run_group_tests(tests, set_up, tear_down)                       \
    plain_run(tests, sizeof(tests) / sizeof *(tests), set_up, tear_down)

#endif
