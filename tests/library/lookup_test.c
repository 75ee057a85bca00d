/* SPDX-License-Identifier: MIT */
/* Rows, names, symbols, status and the generated header, for every code. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

#include "support/registry.h"

struct listed {
    unsigned code;
    const char *symbol, *name;
};

static const struct listed listed[] = {
#define LISTED(code, symbol, name) {code, #symbol, name},
    WSCLOSE_CODES(LISTED)
#undef LISTED
};

enum { LISTED_COUNT = sizeof listed / sizeof *listed };

static const struct {
    enum wsclose_code enumerator;
    unsigned code;
} enumerators[] = {
    {WSCLOSE_NORMAL_CLOSURE, 1000},
    {WSCLOSE_GOING_AWAY, 1001},
    {WSCLOSE_PROTOCOL_ERROR, 1002},
    {WSCLOSE_UNSUPPORTED_DATA, 1003},
    {WSCLOSE_RESERVED, 1004},
    {WSCLOSE_NO_STATUS_RECEIVED, 1005},
    {WSCLOSE_ABNORMAL_CLOSURE, 1006},
    {WSCLOSE_INVALID_FRAME_PAYLOAD_DATA, 1007},
    {WSCLOSE_POLICY_VIOLATION, 1008},
    {WSCLOSE_MESSAGE_TOO_BIG, 1009},
    {WSCLOSE_MANDATORY_EXTENSION, 1010},
    {WSCLOSE_INTERNAL_ERROR, 1011},
    {WSCLOSE_SERVICE_RESTART, 1012},
    {WSCLOSE_TRY_AGAIN_LATER, 1013},
    {WSCLOSE_BAD_GATEWAY, 1014},
    {WSCLOSE_TLS_HANDSHAKE, 1015},
    {WSCLOSE_UNAUTHORIZED, 3000},
    {WSCLOSE_FORBIDDEN, 3003},
    {WSCLOSE_TIMEOUT, 3008},
};

enum { ENUMERATORS = sizeof enumerators / sizeof *enumerators };

static void check_code(unsigned code) {
    const struct registry_row *row = registry_row_of(code);
    const unsigned next = row->last == UINT_MAX ? 0 : row->last + 1;
    if (wsclose_status(code) != row->status)
        fail_msg("%u: status %d", code, (int)wsclose_status(code));
    if (strcmp(wsclose_name(code), row->name) != 0)
        fail_msg("%u: name \"%s\"", code, wsclose_name(code));
    if (strcmp(wsclose_symbol(code), row->symbol) != 0)
        fail_msg("%u: symbol \"%s\"", code, wsclose_symbol(code));
    if (wsclose_first(code) != row->first || wsclose_last(code) != row->last)
        fail_msg("%u: row %u-%u", code, wsclose_first(code),
                 wsclose_last(code));
    if (wsclose_next(code) != next)
        fail_msg("%u: next %u", code, wsclose_next(code));
}

static void every_code_has_its_row(void **state) {
    (void)state;
    registry_sweep(check_code);
}

static void next_visits_each_row_once(void **state) {
    (void)state;
    size_t visited = 0;
    unsigned code = 0;
    do {
        assert_true(visited < REGISTRY_ROWS);
        assert_int_equal(code, registry[visited].first);
        visited++;
    } while ((code = wsclose_next(code)) != 0);
    assert_int_equal(visited, REGISTRY_ROWS);
}

static void rows_partition_all_codes(void **state) {
    (void)state;
    unsigned expected = 0;
    unsigned code = 0;
    do {
        assert_int_equal(wsclose_first(code), expected);
        assert_true(wsclose_last(code) >= code);
        expected = wsclose_last(code) + 1;
    } while ((code = wsclose_next(code)) != 0);
    assert_int_equal(expected, 0); /* UINT_MAX + 1 */
}

static void labels_are_few(void **state) {
    (void)state;
    static const char *const labels[] = {"UNUSED", "UNASSIGNED", "PRIVATE_USE",
                                         "INVALID"};
    for (size_t i = 0; i < REGISTRY_ROWS; i++) {
        const char *symbol = wsclose_symbol(registry[i].first);
        bool is_label = false;
        for (size_t j = 0; j < sizeof labels / sizeof *labels; j++)
            is_label |= strcmp(symbol, labels[j]) == 0;
        assert_int_equal(is_label, !registry_is_named(&registry[i]));
    }
}

static void enumerators_have_their_numbers(void **state) {
    (void)state;
    for (size_t i = 0; i < ENUMERATORS; i++)
        assert_int_equal(enumerators[i].enumerator, enumerators[i].code);
}

static void list_is_the_named_codes(void **state) {
    (void)state;
    size_t at = 0;
    for (size_t i = 0; i < REGISTRY_ROWS; i++) {
        if (!registry_is_named(&registry[i]))
            continue;
        assert_true(at < LISTED_COUNT);
        assert_int_equal(listed[at].code, registry[i].first);
        assert_string_equal(listed[at].symbol, registry[i].symbol);
        assert_string_equal(listed[at].name, registry[i].name);
        at++;
    }
    assert_int_equal(at, LISTED_COUNT);
    assert_int_equal(at, ENUMERATORS);
    assert_int_equal(at, WSCLOSE_CODES_COUNT);
}

static void list_agrees_with_the_enumerators(void **state) {
    (void)state;
#define AGREES(number, symbol, name)                                           \
    assert_int_equal(WSCLOSE_##symbol, number);                                \
    assert_string_equal(wsclose_symbol(number), #symbol);                      \
    assert_string_equal(wsclose_name(number), name);
    WSCLOSE_CODES(AGREES)
#undef AGREES
}

static void registry_date_is_a_macro_too(void **state) {
    (void)state;
    assert_string_equal(WSCLOSE_REGISTRY_UPDATED, "2026-06-10");
}

static void version_is_one(void **state) {
    (void)state;
    char version[32];
    snprintf(version, sizeof version, "%d.%d.%d", WSCLOSE_VERSION_MAJOR,
             WSCLOSE_VERSION_MINOR, WSCLOSE_VERSION_PATCH);
    assert_string_equal(WSCLOSE_VERSION_STRING, version);
    assert_string_equal(wsclose_version(), version);
    assert_string_equal(TEST_VERSION, version);
    assert_int_equal(WSCLOSE_VERSION, WSCLOSE_VERSION_MAJOR * 0x10000 +
                                          WSCLOSE_VERSION_MINOR * 0x100 +
                                          WSCLOSE_VERSION_PATCH);
}

static void status_values_stay(void **state) {
    (void)state;
    assert_int_equal(WSCLOSE_STATUS_UNUSED, 0);
    assert_int_equal(WSCLOSE_STATUS_ASSIGNED, 1);
    assert_int_equal(WSCLOSE_STATUS_RESERVED, 2);
    assert_int_equal(WSCLOSE_STATUS_UNASSIGNED, 3);
    assert_int_equal(WSCLOSE_STATUS_PRIVATE_USE, 4);
    assert_int_equal(WSCLOSE_STATUS_INVALID, 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_has_its_row),
        cmocka_unit_test(next_visits_each_row_once),
        cmocka_unit_test(rows_partition_all_codes),
        cmocka_unit_test(labels_are_few),
        cmocka_unit_test(enumerators_have_their_numbers),
        cmocka_unit_test(list_is_the_named_codes),
        cmocka_unit_test(list_agrees_with_the_enumerators),
        cmocka_unit_test(registry_date_is_a_macro_too),
        cmocka_unit_test(version_is_one),
        cmocka_unit_test(status_values_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
