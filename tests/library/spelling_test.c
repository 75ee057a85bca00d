/* SPDX-License-Identifier: MIT */
/* From a text to the code it names, against a slow second opinion. */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

#include "support/page.h"
#include "support/registry.h"

static const struct {
    const char *text;
    int code;
} found[] = {
    {"Going Away", 1001},
    {"GOING_AWAY", 1001},
    {"going-away", 1001},
    {"goInG aWaY", 1001},
    {"wsclose_going_away", 1001},
    {"WSCLOSE_GOING_AWAY", 1001},
    {"WsClose-Going Away", 1001},
    {"wsclose going-away", 1001},
    {"TLS handshake", 1015},
    {"tls_handshake", 1015},
    {"Reserved", 1004},
    {"WSCLOSE_RESERVED", 1004},
    {"no status-received", 1005},
    {"Invalid frame-payload_data", 1007},
    {"bad gateway", 1014},
    {"timeout", 3008},
    {"GoingAway", 1001},
    {"going..away", 1001},
    {"Going  Away", 1001},
    {" Going Away", 1001},
    {"Going Away ", 1001},
    {"Going.Away", 1001},
    {"WSCLOSEGOING_AWAY", 1001},
    {"WSCLOSE__GOING_AWAY", 1001},
    {"ws close goingaway", 1001},
    {"T.i-m_e o.u.t.", 3008},
    {"No Status Rcvd", 1005},
    {"nostatusrcvd", 1005},
    {"Mandatory Ext.", 1010},
    {"wsclose mandatory ext", 1010},
    {"Endpoint Unavailable", 1001},
    {"WSCLOSE_BAD_PAYLOAD", 1007},
    {"noclose", 1006},
    {"Too Big", 1009},
};

static const char *const not_found[] = {
    "",
    " ",
    "_",
    "-",
    "1001",
    "Unused",
    "Unassigned",
    "UNASSIGNED",
    "wsclose_unassigned",
    "Reserved for Private Use",
    "PRIVATE_USE",
    "Invalid",
    "WSCLOSE",
    "WSCLOSE_",
    "wsclose ",
    ".",
    "_.- ",
    "WSCLOSE_1001",
    "1 0 0 1",
    "WSCLOSE.WSCLOSE.GOING.AWAY",
    "WSCLOSE_WSCLOSE_GOING_AWAY",
    "XWSCLOSE_GOING_AWAY",
    "WSCLOSF_GOING_AWAY",
    "Going",
    "Away",
    "Going Awayy",
    "Going Awa",
    "Going\tAway",
    "Going\nAway",
    "Going\xc2\xa0"
    "Away",
    "Going\xe2\x80\x90"
    "Away",
    "\xef\xbc\xa7oing Away",
    "T\xc4\xb0MEOUT",
    "T\xc4\xb1meout",
    "TIMEOUT\xcc\x81",
    "TIMEOUT UNAUTHORIZED",
};

static char *end_of_page;

static int map_pages(void **state) {
    (void)state;
    end_of_page = page_end();
    return end_of_page ? 0 : -1;
}

/* What the library says of a text behind which nothing may be read. */
static int code_of(const char *text, size_t len) {
    char *copy = end_of_page - len;
    if (len)
        memcpy(copy, text, len);
    return wsclose_from_name(copy, len);
}

static void expect(const char *text, size_t len, int code) {
    int answered = code_of(text, len);
    if (answered != code)
        fail_msg("\"%.*s\" is %d, not %d", (int)len, text, answered, code);
}

/* The oracle: both sides spelt alike, each name in turn. */

/* What counts of a text, in lower case. */
static size_t respell(char *ret, const char *text, size_t len) {
    size_t size = 0;
    for (size_t i = 0; i < len; i++)
        if (!text[i] || !strchr(" -_.", text[i]))
            ret[size++] = (unsigned char)text[i] < 128
                              ? (char)tolower((unsigned char)text[i])
                              : text[i];
    return size;
}

static bool is_alike(const char *name, const char *text, size_t len) {
    char left[512], right[512];
    if (strlen(name) > sizeof left || len > sizeof right)
        return false;
    size_t size = respell(left, name, strlen(name));
    return respell(right, text, len) == size && memcmp(left, right, size) == 0;
}

/* What other libraries call them. */
static const struct {
    const char *text;
    int code;
} spellings[] = {
    {"normal", 1000},
    {"EndpointUnavailable", 1001},
    {"SHUTDOWN", 1001},
    {"InvalidMessageType", 1003},
    {"BAD_DATA", 1003},
    {"unknown_data", 1003},
    {"Empty", 1005},
    {"NO_CODE", 1005},
    {"no_status", 1005},
    {"NO_CLOSE", 1006},
    {"ABNORMAL", 1006},
    {"InvalidPayloadData", 1007},
    {"BAD_PAYLOAD", 1007},
    {"policy_error", 1008},
    {"MESSAGE_TOO_LARGE", 1009},
    {"too_big", 1009},
    {"REQUIRED_EXTENSION", 1010},
    {"needs_extension", 1010},
    {"InternalServerError", 1011},
    {"SERVER_ERROR", 1011},
    {"INVALID_UPSTREAM_RESPONSE", 1014},
    {"FAILED_TLS_HANDSHAKE", 1015},
};

static int named(const char *text, size_t len) {
    for (size_t i = 0; i < REGISTRY_ROWS; i++)
        if (registry_is_named(&registry[i]) &&
            (is_alike(registry[i].symbol, text, len) ||
             is_alike(registry[i].name, text, len) ||
             is_alike(wsclose_registered_text(registry[i].first), text, len)))
            return (int)registry[i].first;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (is_alike(spellings[i].text, text, len))
            return spellings[i].code;
    return -1;
}

/* Each place where a text may begin behind the prefix. */
static int expected(const char *text, size_t len) {
    int code = named(text, len);
    for (size_t i = 7; i <= len && code < 0; i++)
        if (is_alike("wsclose", text, i))
            code = named(text + i, len - i);
    return code;
}

/* Calls check for each spelling that a person would use of each name. */
static void each_spelling(void (*check)(const char *text, size_t len)) {
    static const char *const prefixes[] = {"", "WSCLOSE_", "wsclose-",
                                           "WsClOsE "};
    for (size_t i = 0; i < REGISTRY_ROWS; i++)
        for (size_t p = 0; registry_is_named(&registry[i]) && p < 4; p++) {
            char text[128];
            strcpy(text, prefixes[p]);
            strcat(text, registry[i].symbol);
            check(text, strlen(text));
            strcpy(text + strlen(prefixes[p]), registry[i].name);
            check(text, strlen(text));
        }
}

static void check_as_expected(const char *text, size_t len) {
    expect(text, len, expected(text, len));
}

static void table_of_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        expect(found[i].text, strlen(found[i].text), found[i].code);
}

static void table_of_not_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof not_found / sizeof *not_found; i++)
        expect(not_found[i], strlen(not_found[i]), -1);
    assert_int_equal(wsclose_from_name(NULL, 0), -1);
}

static void check_respelt(const char *text, size_t len) {
    static const char blanks[] = " -_";
    const int code = expected(text, len);
    assert_true(code > 0);
    for (unsigned style = 0; style < 9; style++) {
        char changed[128];
        for (size_t i = 0; i < len; i++) {
            const int c = (unsigned char)text[i];
            const bool lower = style % 3 == 0 || (style % 3 == 1 && i % 2);
            changed[i] = (char)(lower ? tolower(c) : toupper(c));
            if (strchr(blanks, c))
                changed[i] = blanks[(style / 3 + i) % 3];
        }
        expect(changed, len, code);
    }
}

static void every_name_in_every_style(void **state) {
    (void)state;
    each_spelling(check_respelt);
}

static void own_names_are_found(void **state) {
    (void)state;
    for (size_t i = 0; i < REGISTRY_ROWS; i++) {
        const unsigned code = registry[i].first;
        const char *symbol = wsclose_symbol(code), *name = wsclose_name(code);
        int answer = registry_is_named(&registry[i]) ? (int)code : -1;
        expect(symbol, strlen(symbol), answer);
        expect(name, strlen(name), answer);
    }
}

static void check_each_prefix(const char *text, size_t len) {
    for (size_t part = 0; part < len; part++)
        expect(text, part, expected(text, part));
}

static void part_of_a_name_is_none(void **state) {
    (void)state;
    each_spelling(check_each_prefix);
    expect("TIMEOUT and more behind the length", 7, 3008);
    expect("TIMEOUT and more behind the length", 8, 3008);
    expect("TIMEOUT and more behind the length", 9, -1);
}

static void embedded_nul_ends_nothing(void **state) {
    (void)state;
    expect("TIMEOUT\0", 8, -1);
    expect("\0TIMEOUT", 8, -1);
    expect("TIME\0OUT", 8, -1);
    expect("WSCLOSE_\0TIMEOUT", 16, -1);
    expect("WSCLOSE\0TIMEOUT", 15, -1);
    expect("GOING\0AWAY", 10, -1);
    expect("\0", 1, -1);
}

static void very_long_is_none(void **state) {
    (void)state;
    char text[4096];
    memset(text, 'A', sizeof text);
    expect(text, sizeof text, -1);
    memset(text, '_', sizeof text);
    memcpy(text, "WSCLOSE_GOING_AWAY", 18);
    expect(text, sizeof text, 1001);
    expect(text, 18, 1001);
    text[sizeof text - 1] = 'Y';
    expect(text, sizeof text, -1);
}

static void one_and_two_bytes_are_none(void **state) {
    (void)state;
    for (unsigned first = 0; first < 256; first++) {
        char text[2] = {(char)first, 0};
        expect(text, 1, -1);
        for (unsigned second = 0; second < 256; second++) {
            text[1] = (char)second;
            expect(text, 2, -1);
        }
    }
}

/* The text with some of its bytes at a place put out and others put in. */
static void check_spliced(const char *text, size_t len, size_t at, size_t out,
                          const char *in, size_t in_len) {
    char changed[128];
    memcpy(changed, text, at);
    memcpy(changed + at, in, in_len);
    memcpy(changed + at + in_len, text + at + out, len - at - out);
    check_as_expected(changed, len - out + in_len);
}

/* Every text that is one byte away from this one. */
static void check_neighbours(const char *text, size_t len) {
    for (size_t at = 0; at <= len; at++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            const char in = (char)byte;
            check_spliced(text, len, at, 0, &in, 1);
            if (at < len)
                check_spliced(text, len, at, 1, &in, 1);
        }
        if (at < len)
            check_spliced(text, len, at, 1, "", 0);
    }
}

static void one_byte_away(void **state) {
    (void)state;
    for (size_t i = 0; i < REGISTRY_ROWS; i++)
        check_neighbours(registry[i].symbol, strlen(registry[i].symbol));
    check_neighbours("wsclose_Timeout", 15);
}

static uint32_t next_random(uint32_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

/* Words of names, prefixes, blanks and noise, put together at random. */
static void random_texts(void **state) {
    (void)state;
    static const char *const parts[] = {
        "going",   "AWAY",      "Normal", "closure",   "wsclose",  "WSCLOSE_",
        "timeout", "FORBIDDEN", "tls",    "handsHAKE", " ",        "-",
        "_",       "__",        "bad",    "Gateway",   "x",        "\xc3\xa9",
        "Try",     "again",     "later",  "error",     "internal", ""};
    uint32_t seed = 6455;
    size_t hits = 0;
    for (unsigned round = 0; round < 200000; round++) {
        char text[128] = "";
        for (unsigned n = 1 + next_random(&seed) % 5; n; n--)
            strcat(text,
                   parts[next_random(&seed) % (sizeof parts / sizeof *parts)]);
        check_as_expected(text, strlen(text));
        hits += expected(text, strlen(text)) > 0;
    }
    assert_true(hits > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_of_found),
        cmocka_unit_test(table_of_not_found),
        cmocka_unit_test(every_name_in_every_style),
        cmocka_unit_test(own_names_are_found),
        cmocka_unit_test(part_of_a_name_is_none),
        cmocka_unit_test(embedded_nul_ends_nothing),
        cmocka_unit_test(very_long_is_none),
        cmocka_unit_test(one_and_two_bytes_are_none),
        cmocka_unit_test(one_byte_away),
        cmocka_unit_test(random_texts),
    };
    return cmocka_run_group_tests(tests, map_pages, NULL) != 0;
}
