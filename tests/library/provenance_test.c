/* SPDX-License-Identifier: MIT */
/* What IANA records of each code, and the registry's digest taken again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

#include "support/process.h"
#include "support/registry.h"

#define SOURCE "https://www.iana.org/assignments/websocket/websocket.xml"
#define ARCHIVE "https://mailarchive.ietf.org/arch/msg/hybi/"
#define RESTART ARCHIVE "P_1vbD9uyHl63nbIIbFxKMfSwcM/"
#define GATEWAY ARCHIVE "l1lK4ZImO70jmcYorRa1lsLdvzY/"
#define GATEWAY_TEXT                                                           \
    "The server was acting as a gateway or proxy and received an invalid "     \
    "response from the upstream server. This is similar to 502 HTTP Status "   \
    "Code."
#define RFC "RFC 6455"
#define GROUP "IESG HYBI WG"
#define MELNIKOV "Alexey Melnikov"

/* By the first code of each row, from IANA's page. */
static const struct record {
    unsigned first;
    const char *text, *contact, *registered, *updated;
    const char *references[3]; /* ended by NULL */
} records[] = {
    {0, "", NULL, NULL, NULL, {NULL}},
    {1000, "Normal Closure", GROUP, NULL, NULL, {RFC}},
    {1001, "Going Away", GROUP, NULL, NULL, {RFC}},
    {1002, "Protocol error", GROUP, NULL, NULL, {RFC}},
    {1003, "Unsupported Data", GROUP, NULL, NULL, {RFC}},
    {1004, "Reserved", GROUP, NULL, NULL, {RFC}},
    {1005, "No Status Rcvd", GROUP, NULL, NULL, {RFC}},
    {1006, "Abnormal Closure", GROUP, NULL, NULL, {RFC}},
    {1007, "Invalid frame payload data", GROUP, NULL, NULL, {RFC}},
    {1008, "Policy Violation", GROUP, NULL, NULL, {RFC}},
    {1009, "Message Too Big", GROUP, NULL, NULL, {RFC}},
    {1010, "Mandatory Ext.", GROUP, NULL, NULL, {RFC}},
    {1011, "Internal Error", GROUP, NULL, NULL, {RFC, "RFC Errata 3227"}},
    {1012, "Service Restart", MELNIKOV, NULL, "2025-07-30", {RESTART}},
    {1013, "Try Again Later", MELNIKOV, NULL, "2025-07-30", {RESTART}},
    {1014, GATEWAY_TEXT, MELNIKOV, "2016-10-10", "2025-07-30", {GATEWAY}},
    {1015, "TLS handshake", GROUP, NULL, NULL, {RFC}},
    {1016, "Unassigned", NULL, NULL, NULL, {NULL}},
    {3000, "Unauthorized", "Leo Tietz", "2021-09-06", NULL, {NULL}},
    {3001, "Unassigned", NULL, NULL, NULL, {NULL}},
    {3003, "Forbidden", "Ada Young", "2023-02-22", NULL, {NULL}},
    {3004, "Unassigned", NULL, NULL, NULL, {NULL}},
    {3008, "Timeout", "Morgan Jones", "2024-02-01", NULL, {NULL}},
    {3009, "Unassigned", NULL, NULL, NULL, {NULL}},
    {4000, "Reserved for Private Use", NULL, NULL, NULL, {RFC}},
    {5000, "", NULL, NULL, NULL, {NULL}},
};

enum { RECORDS = sizeof records / sizeof *records };

static const struct record *record_of(unsigned code) {
    const struct record *record = &records[RECORDS - 1];
    while (code < record->first)
        record--;
    return record;
}

static void check_text(unsigned code, const char *what, const char *answered,
                       const char *recorded) {
    if (!answered != !recorded || (answered && strcmp(answered, recorded) != 0))
        fail_msg("%u: %s \"%s\", not \"%s\"", code, what,
                 answered ? answered : "NULL", recorded ? recorded : "NULL");
}

static void check_code(unsigned code) {
    const struct record *record = record_of(code);
    check_text(code, "text", wsclose_registered_text(code), record->text);
    check_text(code, "contact", wsclose_contact(code), record->contact);
    check_text(code, "registered", wsclose_date_registered(code),
               record->registered);
    check_text(code, "updated", wsclose_date_updated(code), record->updated);
    for (size_t i = 0; i < 3; i++)
        check_text(code, "reference", wsclose_reference(code, i),
                   record->references[i]);
}

static void every_code_has_its_record(void **state) {
    (void)state;
    registry_sweep(check_code);
}

static void references_end(void **state) {
    (void)state;
    static const size_t past[] = {
        2,        3,     255,          256,
        65535,    65536, SIZE_MAX / 2, SIZE_MAX / 2 + 1 /* 0 in 32 bits */,
        SIZE_MAX,
    };
    for (size_t i = 0; i < RECORDS; i++)
        for (size_t j = 0; j < sizeof past / sizeof *past; j++)
            assert_null(wsclose_reference(records[i].first, past[j]));
}

static void registry_is_of_its_date(void **state) {
    (void)state;
    assert_string_equal(wsclose_registry_updated(), "2026-06-10");
    assert_string_equal(wsclose_registry_updated(), WSCLOSE_REGISTRY_UPDATED);
    assert_string_equal(wsclose_registry_source(), SOURCE);
}

#ifndef _WIN32 /* which has no process_run() */
/* The canonical form that gen/digest.h describes. */
static const char canonical[] =
    "range\t1000\t2999\t"
    "Standards Action, Specification Required or IESG Review\n"
    "range\t3000\t3999\tFirst Come First Served\n"
    "record\t1000\t1000\tNormal Closure\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1001\t1001\tGoing Away\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1002\t1002\tProtocol error\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1003\t1003\tUnsupported Data\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1004\t1004\tReserved\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1005\t1005\tNo Status Rcvd\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1006\t1006\tAbnormal Closure\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1007\t1007\tInvalid frame payload data\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1008\t1008\tPolicy Violation\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1009\t1009\tMessage Too Big\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1010\t1010\tMandatory Ext.\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1011\t1011\tInternal Error\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "xref\trfc-errata\t3227\t\n"
    "record\t1012\t1012\tService Restart\tAlexey Melnikov\t\t2025-07-30\n"
    "xref\turi\t" RESTART "\t\n"
    "record\t1013\t1013\tTry Again Later\tAlexey Melnikov\t\t2025-07-30\n"
    "xref\turi\t" RESTART "\t\n"
    "record\t1014\t1014\t" GATEWAY_TEXT
    "\tAlexey Melnikov\t2016-10-10\t2025-07-30\n"
    "xref\turi\t" GATEWAY "\t\n"
    "record\t1015\t1015\tTLS handshake\tIESG HYBI WG\t\t\n"
    "xref\trfc\trfc6455\t\n"
    "record\t1016\t2999\tUnassigned\t\t\t\n"
    "record\t3000\t3000\tUnauthorized\tLeo Tietz\t2021-09-06\t\n"
    "record\t3001\t3002\tUnassigned\t\t\t\n"
    "record\t3003\t3003\tForbidden\tAda Young\t2023-02-22\t\n"
    "record\t3004\t3007\tUnassigned\t\t\t\n"
    "record\t3008\t3008\tTimeout\tMorgan Jones\t2024-02-01\t\n"
    "record\t3009\t3999\tUnassigned\t\t\t\n"
    "record\t4000\t4999\tReserved for Private Use\t\t\t\n"
    "xref\trfc\trfc6455\t\n";

static void digest_is_that_of_the_rows(void **state) {
    (void)state;
    char *folder = folder_new();
    char path[256];
    snprintf(path, sizeof path, "%s/rows", folder);
    file_write(path, canonical, sizeof canonical - 1);
    const char *argv[] = {TEST_CMAKE, "-E", "sha256sum", path, NULL};
    struct process process = process_run(NULL, NULL, argv);
    assert_int_equal(process.exit_code, 0);
    assert_true(process.out_len >= 64);
    process.out[64] = '\0';
    assert_string_equal(wsclose_registry_digest(), process.out);
    process_free(&process);
    folder_remove(folder);
}
#endif

static void digest_is_lower_case_hexadecimal(void **state) {
    (void)state;
    const char *digest = wsclose_registry_digest();
    assert_int_equal(strlen(digest), 64);
    assert_int_equal(strspn(digest, "0123456789abcdef"), 64);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_has_its_record),
        cmocka_unit_test(references_end),
        cmocka_unit_test(registry_is_of_its_date),
#ifndef _WIN32
        cmocka_unit_test(digest_is_that_of_the_rows),
#endif
        cmocka_unit_test(digest_is_lower_case_hexadecimal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
