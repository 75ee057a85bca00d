/* SPDX-License-Identifier: MIT */
/* The committed tables, against a list written by hand from RFC 6455 7.4 and
   IANA's page: a symbol stays, and stays its code's. A code more is no failure,
   nor is another description. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

static const struct {
    unsigned code;
    const char *symbol;
} symbols[] = {
    {1000, "NORMAL_CLOSURE"},
    {1001, "GOING_AWAY"},
    {1002, "PROTOCOL_ERROR"},
    {1003, "UNSUPPORTED_DATA"},
    {1005, "NO_STATUS_RECEIVED"},
    {1006, "ABNORMAL_CLOSURE"},
    {1007, "INVALID_FRAME_PAYLOAD_DATA"},
    {1008, "POLICY_VIOLATION"},
    {1009, "MESSAGE_TOO_BIG"},
    {1010, "MANDATORY_EXTENSION"},
    {1011, "INTERNAL_ERROR"},
    {1012, "SERVICE_RESTART"},
    {1013, "TRY_AGAIN_LATER"},
    {1014, "BAD_GATEWAY"},
    {1015, "TLS_HANDSHAKE"},
    {3000, "UNAUTHORIZED"},
    {3003, "FORBIDDEN"},
    {3008, "TIMEOUT"},
};

static void test_symbols(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        const char *symbol = wsclose_symbol(symbols[i].code);
        if (strcmp(symbol, symbols[i].symbol) != 0)
            fail_msg("%u is %s, not %s", symbols[i].code, symbol,
                     symbols[i].symbol);
    }
}

/* 1004 may be given a meaning some day: its first symbol then still names it.
 */
static void test_names(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        assert_int_equal(
            wsclose_from_name(symbols[i].symbol, strlen(symbols[i].symbol)),
            (int)symbols[i].code);
    assert_int_equal(wsclose_from_name("RESERVED", strlen("RESERVED")), 1004);
    assert_int_equal(WSCLOSE_RESERVED, 1004);
}

/* A look-up of whatever text compares 16 names at most. */
static void test_slots(void **state) {
    (void)state;
    enum {
#define SLOTS(count, seed) COUNT = (count)
#include "spellings.inc"
    };
    static const bool is_used[COUNT] = {
#define SLOT(index, member, code) [index] = true,
#include "spellings.inc"
    };
    unsigned run = 0, longest = 0;
    for (size_t i = 0; i < 2 * COUNT; i++) {
        run = is_used[i % COUNT] ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    assert_true(longest >= 1 && longest <= 16);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_symbols),
                                       cmocka_unit_test(test_names),
                                       cmocka_unit_test(test_slots)};
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
