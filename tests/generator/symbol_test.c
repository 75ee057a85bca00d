/* SPDX-License-Identifier: MIT */
/* Symbols: which words make one, which are kept from them, and that a symbol
   once given stays. */
#include <ctype.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/symbol.h"
#include "support/records.h"
#include "support/workshop.h"

/* 14 letters, so that four words and three underscores are 59 characters. */
#define LONG "Abcdefghijklmn"

static const struct {
    const char *description, *symbol; /* NULL: none */
} derivations[] = {
    {"Going Away", "GOING_AWAY"},
    {"Timeout", "TIMEOUT"},
    {"One two THREE four", "ONE_TWO_THREE_FOUR"},
    {"One two three four five", NULL},
    {"TLS handshake", "TLS_HANDSHAKE"},
    {"Mandatory Ext.", "MANDATORY_EXT"},
    {"No-Status/Rcvd", "NO_STATUS_RCVD"},
    {"a_b", "A_B"},
    {"(Unused)", "UNUSED"},
    {"  -- Odd -- blanks --", "ODD_BLANKS"},
    {"It's over", "IT_S_OVER"},
    {"A-Z a-z 0-9", NULL},
    {"Zoo quiz 0-9", "ZOO_QUIZ_0_9"},
    {"{at} [10:30]", "AT_10_30"},
    {"`x` @", "X"},
    {"HTTP2 error 404", "HTTP2_ERROR_404"},
    {"404 Not Found", NULL},
    {"3rd party", NULL},
    {"!", NULL},
    {"*/ ?\?/", NULL},
    {"Caf\303\251 closed", NULL},
    {"\346\227\245\346\234\254\350\252\236", NULL},
    {"Gone \342\200\223 away", NULL},
    {"CODE 1000", "CODE_1000"},
    {"quit titled invite", "QUIT_TITLED_INVITE"},
    {"Try it (TEMPORARY - registered 2026-01-01, expires 2027-01-01)",
     "TRY_IT"},
    {"Old way (OBSOLETED)", "OLD_WAY"},
    {"Old way (DEPRECATED by 3001)", "OLD_WAY"},
    {"Plain (or not)", "PLAIN_OR_NOT"},
    {LONG " " LONG " " LONG "abcdefghijk", /* 55 characters */
     "ABCDEFGHIJKLMN_ABCDEFGHIJKLMN_ABCDEFGHIJKLMNABCDEFGHIJK"},
    {LONG " " LONG " " LONG "abcdefghijkl", NULL}, /* 56 */
    {LONG " " LONG " " LONG " " LONG, NULL},
};

static void check_derivations(void) {
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof derivations / sizeof *derivations; i++) {
        const char *expected = derivations[i].symbol;
        const char *symbol = symbol_derive(&arena, derivations[i].description);
        if (!symbol != !expected || (symbol && strcmp(symbol, expected) != 0))
            fail_msg("\"%s\" makes %s", derivations[i].description,
                     symbol ? symbol : "nothing");
    }
    arena_free(&arena);
}

static void test_derive(void **state) {
    (void)state;
    check_derivations();
}

/* In Turkish the capital of i is not I. A machine without that locale has
   nothing to ask here. */
static void test_derive_without_the_locale(void **state) {
    (void)state;
    static const char *const names[] = {"tr_TR", "tr_TR.UTF-8",
                                        "tr_TR.ISO-8859-9", "C.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (setlocale(LC_ALL, names[i]))
            check_derivations();
    setlocale(LC_ALL, "C");
}

static void test_legal(void **state) {
    static const char *const legal[] = {"A",   "A1",         "A_B",
                                        "A_1", "GOING_AWAY", "CODE_3000"};
    static const char *const illegal[] = {
        "",   "_",   "_A",  "A_",  "A__B",     "1",         "1A",   "a",
        "Aa", "A b", "A-B", "A.B", "A\n",      "A$",        " A",   "A ",
        "@",  "[",   "A[",  "A/",  "\303\211", "A\303\211", "A\\B", "A\177"};
    char text[57];
    (void)state;
    for (size_t i = 0; i < sizeof legal / sizeof *legal; i++)
        assert_true(symbol_is_legal(legal[i]));
    for (size_t i = 0; i < sizeof illegal / sizeof *illegal; i++)
        if (symbol_is_legal(illegal[i]))
            fail_msg("\"%s\" is legal", illegal[i]);
    memset(text, 'X', 56);
    text[56] = '\0';
    assert_false(symbol_is_legal(text));
    text[55] = '\0';
    assert_true(symbol_is_legal(text));
}

static void test_reserved(void **state) {
    static const char *const reserved[] = {
        "UNUSED",     "UNASSIGNED", "PRIVATE_USE", "INVALID",  "STATUS_X",
        "ROLE_X",     "RULE_X",     "ERROR_X",     "ADVICE_X", "CODE_1",
        "VERSION",    "CODES",      "ERROR_",      "CODES_X",  "VERSION_X",
        "REGISTRY_X", "API",        "LANGUAGE_EN", "BASIS_X",  "DELAY_X",
        "FORMAT_X",   "PAYLOAD_X",  "REASON_X",    "FRAME_X",  "ENDING_X",
        "EVENT_X",    "VERSIONS",   "CODE1000"};
    static const char *const free_names[] = {
        "RESERVED",  "GOING_AWAY", "TIMEOUT", "INTERNAL_ERROR", "ERROR",
        "STATUS",    "INVALID_X",  "CODE",    "UNUSED_1",       "MY_CODE_1",
        "ERRORS_IN", "PRIVATE",    "APIS"};
    (void)state;
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (!symbol_is_reserved(reserved[i]))
            fail_msg("%s is not reserved", reserved[i]);
    for (size_t i = 0; i < sizeof free_names / sizeof *free_names; i++)
        if (symbol_is_reserved(free_names[i]))
            fail_msg("%s is reserved", free_names[i]);
}

static bool is_name_character(char c) {
    return isalnum((unsigned char)c) || c == '_';
}

/* Is this the symbol of a code of the committed registry? */
static bool is_code(const char *names, const char *symbol) {
    char line[96];
    snprintf(line, sizeof line, ", \"%s\", ", symbol);
    const char *at = strstr(names, line);
    while (at && at > names && at[-1] != '(')
        at--;
    if (at && *at >= '1' && *at <= '9')
        return true;
    snprintf(line, sizeof line, "ALIAS(%s)", symbol);
    return strstr(names, line);
}

struct names {
    const char *codes; /* names.inc */
    size_t count, free_count;
};

/* Counts the WSCLOSE_ names of a source file, and those of them that a symbol
   could become too. */
static void check_names(struct workshop *workshop, const char *path,
                        struct names *names) {
    static const char prefix[] = "WSCLOSE_";
    const char *text = workshop_get(workshop, path);
    for (const char *at = text; (at = strstr(at, prefix));) {
        bool begins = at == text || !is_name_character(at[-1]);
        at += strlen(prefix);
        size_t len = 0;
        while (is_name_character(at[len]))
            len++;
        const char *symbol = arena_copy(&workshop->arena, at, len);
        if (!begins || !len || is_code(names->codes, symbol))
            continue;
        names->count++;
        if (symbol_is_reserved(symbol))
            continue;
        names->free_count++;
        fprintf(stderr,
                "%s: WSCLOSE_%s could also be a code's; symbol_is_reserved() "
                "must know it\n",
                path, symbol);
    }
}

static bool ends_with(const char *text, const char *end) {
    size_t len = strlen(text), end_len = strlen(end);
    return len > end_len && strcmp(text + len - end_len, end) == 0;
}

static void test_names_of_the_library_are_reserved(void **state) {
    struct workshop *workshop = *state;
    static const char *const folders[] = {TEST_SOURCE "/registry",
                                          TEST_SOURCE "/generated"};
    struct names names = {
        workshop_get(workshop, TEST_SOURCE "/generated/names.inc"), 0, 0};
    for (size_t i = 0; i < 2; i++)
        for (const char **file = workshop_files(workshop, folders[i]); *file;
             file++)
            if (!strstr(*file, "/registry/tool/") &&
                !ends_with(*file, "/words.inc") && /* texts */
                (ends_with(*file, ".h") || ends_with(*file, ".c") ||
                 ends_with(*file, ".inc")))
                check_names(workshop, *file, &names);
    assert_int_equal(names.free_count, 0);
    assert_true(names.count > 50);
}

/* One <record>. */

/* Fails the test unless the code has this symbol in what is generated. */
static void assert_symbol(struct workshop *workshop, unsigned code,
                          const char *symbol) {
    const char *names = workshop_get(workshop, "out/names.inc");
    const char *line =
        arena_printf(&workshop->arena, "NAME(%u, \"%s\", ", code, symbol);
    if (!strstr(names, line))
        fail_msg("%u is not %s in\n%s", code, symbol, names);
}

static const struct {
    const char *what, *records;
    struct {
        unsigned code;
        const char *symbol;
    } expected[4];
} runs[] = {
    {"four words, five words",
     RECORD("3000", "Try again much later")
         RECORD("3001", "Do not try this again"),
     {{3000, "TRY_AGAIN_MUCH_LATER"}, {3001, "CODE_3001"}}},
    {"a duplicate gets its code",
     RECORD("3050", "Timeout") RECORD("3008", "Timeout")
         RECORD("3060", "time-out") RECORD("3070", "TIMEOUT!"),
     {{3008, "TIMEOUT"},
      {3050, "TIMEOUT_3050"},
      {3060, "TIME_OUT_3060"},
      {3070, "TIMEOUT_3070"}}},
    {"labels and prefixes get the code",
     RECORD("3000", "Invalid") RECORD("3001", "Status unknown")
         RECORD("3002", "Code 1000") RECORD("3003", "(Unused)"),
     {{3000, "INVALID_3000"},
      {3001, "STATUS_UNKNOWN_3001"},
      {3002, "CODE_1000_3002"},
      {3003, "UNUSED_3003"}}},
    {"digits first, other letters, no letters",
     RECORD("3000", "2 Fast") RECORD("3001", "\303\211teint")
         RECORD("3002", "?") RECORD("3003", "Fast 2"),
     {{3000, "CODE_3000"},
      {3001, "CODE_3001"},
      {3002, "CODE_3002"},
      {3003, "FAST_2"}}},
    {"a suffix that is taken gives way",
     RECORD("3000", "Timeout") RECORD("3001", "Timeout 3050")
         RECORD("3050", "Timeout"),
     {{3000, "TIMEOUT"}, {3001, "TIMEOUT_3050"}, {3050, "CODE_3050"}}},
    {"a suffix that makes it too long gives way",
     RECORD("3000", LONG " " LONG " " LONG "abcdefghijk")
         RECORD("3001", LONG " " LONG " " LONG "abcdefghijk"),
     {{3000, "ABCDEFGHIJKLMN_ABCDEFGHIJKLMN_ABCDEFGHIJKLMNABCDEFGHIJK"},
      {3001, "CODE_3001"}}},
    {"a word that looks like the placeholder of another code",
     RECORD("3000", "CODE 3001") RECORD("3001", "This one has no name"),
     {{3000, "CODE_3001_3000"}, {3001, "CODE_3001"}}},
    {"each code of a range",
     RECORD("3000-3002", "Shard"),
     {{3000, "SHARD"}, {3001, "SHARD_3001"}, {3002, "SHARD_3002"}}},
    {"reserved rows",
     RECORD("1004", "Reserved") RECORD("2000", "Reserved"),
     {{1004, "RESERVED"}, {2000, "RESERVED_2000"}}},
};

static void test_runs(void **state) {
    struct workshop *workshop = *state;
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        workshop_remove(workshop, "data/close-codes.xml");
        workshop_must_sync(workshop, document_with(workshop, runs[i].records));
        for (size_t j = 0; j < 4 && runs[i].expected[j].code; j++)
            assert_symbol(workshop, runs[i].expected[j].code,
                          runs[i].expected[j].symbol);
    }
}

static void test_locale_of_the_environment(void **state) {
    struct workshop *workshop = *state;
    static const char *const turkish[] = {"LC_ALL=tr_TR.UTF-8",
                                          "LANG=tr_TR.UTF-8", NULL};
    const char *argv[] = {WSCLOSE_GEN, "sync",  "--from", "in.xml", "--data",
                          "data",      "--out", "out",    NULL};
    workshop_put(workshop, "in.xml",
                 document_with(workshop, RECORD("3000", "quit title")));
    assert_int_equal(workshop_run(workshop, turkish, argv).exit_code, 0);
    assert_symbol(workshop, 3000, "QUIT_TITLE");
}

/* Descriptions change, codes come: what was given stays. */
static void test_recorded_symbols_are_kept(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop,
                       document_with(workshop, RECORD("3001", "Timeout")
                                                   RECORD("3002", "Gone")));
    workshop_put(workshop, "in.xml",
                 document_with(workshop,
                               RECORD("3000", "Timeout")
                                   RECORD("3001", "Out of time at last, then")
                                       RECORD("3002", "Timeout")
                                           RECORD("3003", "Gone")));
    struct outcome outcome =
        WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data", "data",
                     "--out", "out", "--accept", "3001", "--accept", "3002");
    assert_int_equal(outcome.exit_code, 0);
    assert_symbol(workshop, 3000, "TIMEOUT_3000");
    assert_symbol(workshop, 3001, "TIMEOUT");
    assert_symbol(workshop, 3002, "GONE");
    assert_symbol(workshop, 3003, "GONE_3003");
    assert_non_null(strstr(workshop_get(workshop, "data/close-codes.xml"),
                           "ws:symbol=\"TIMEOUT_3000\""));
}

#define SENTENCE "This one has no name"

static void test_placeholder_stays_as_alias(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop,
                       document_with(workshop, RECORD("3000", SENTENCE)));
    assert_symbol(workshop, 3000, "CODE_3000");
    workshop_name_code(workshop, "3000", SENTENCE, "NAMELESS");
    assert_int_equal(workshop_generate(workshop).exit_code, 0);
    assert_symbol(workshop, 3000, "NAMELESS");
    const char *codes = workshop_get(workshop, "out/include/wsclose_codes.h");
    assert_non_null(strstr(codes, "    WSCLOSE_NAMELESS = 3000,\n"));
    assert_non_null(strstr(codes, "    WSCLOSE_CODE_3000 = 3000,\n"));

    /* Recorded at the next change, both of them. */
    workshop_must_sync(workshop,
                       document_with(workshop, RECORD("3000", SENTENCE)
                                                   RECORD("3001", "New")));
    assert_non_null(
        strstr(workshop_get(workshop, "data/close-codes.xml"),
               "<record ws:symbol=\"NAMELESS\" ws:aliases=\"CODE_3000\">"));
    workshop_name_code(workshop, "3000", SENTENCE, "ANOTHER");
    assert_outcome(workshop_generate(workshop), 0,
                   ": warning: the symbol ANOTHER is not given to 3000: 3000 "
                   "has NAMELESS already, and a symbol never changes; give "
                   "this entry another\n");
    assert_symbol(workshop, 3000, "NAMELESS");
}

/* Generates with these aliases of 3000 in the snapshot. */
static struct outcome generate_with_aliases(struct workshop *workshop,
                                            const char *aliases) {
    static const char name[] = "ws:symbol=\"OLD\"";
    const char *text = workshop_get(workshop, "data/close-codes.xml");
    const char *at = strstr(text, name);
    assert_non_null(at);
    at += sizeof name - 1;
    workshop_put(workshop, "data/close-codes.xml",
                 arena_printf(&workshop->arena, "%.*s ws:aliases=\"%s\"%s",
                              (int)(at - text), text, aliases, at));
    struct outcome outcome = workshop_generate(workshop);
    workshop_put(workshop, "data/close-codes.xml", text);
    return outcome;
}

/* A former symbol is given once too. */
static void test_aliases_are_given_once(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(
        workshop,
        document_with(workshop, RECORD("3000", "Old") RECORD("3001", "New")));
    assert_outcome(generate_with_aliases(workshop, "FORMER"), 0, "");
    assert_outcome(generate_with_aliases(workshop, "NEW"), 3,
                   "the symbol NEW of 3001 is also that of 3000");
    assert_outcome(generate_with_aliases(workshop, "FORMER NEW"), 3,
                   "the symbol NEW of 3001 is also that of 3000");
}

/* One that another code has gives way: the registry's order of events is not
   ours to choose, and must not end a sync. */
static void test_given_symbol_of_another_code(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop,
                       document_with(workshop, RECORD("3999", "Bad Gateway")));
    workshop_name_code(workshop, "3005", SENTENCE, "BAD_GATEWAY");
    struct outcome outcome = workshop_sync(
        workshop, document_with(workshop, RECORD("3005", SENTENCE)
                                              RECORD("3999", "Bad Gateway")));
    assert_outcome(outcome, 0,
                   ": warning: the symbol BAD_GATEWAY is not given to 3005: "
                   "3999 has BAD_GATEWAY already, and a symbol never changes; "
                   "give this entry another\n");
    assert_symbol(workshop, 3999, "BAD_GATEWAY");
    assert_symbol(workshop, 3005, "CODE_3005");
}

/* A symbol that semantics.xml gives is not given to a description's. */
static void test_given_symbols_come_before_derived_ones(void **state) {
    struct workshop *workshop = *state;
    workshop_name_code(workshop, "3005", SENTENCE, "TIMEOUT");
    workshop_must_sync(workshop,
                       document_with(workshop, RECORD("3000", "Timeout")
                                                   RECORD("3005", SENTENCE)));
    assert_symbol(workshop, 3000, "TIMEOUT_3000");
    assert_symbol(workshop, 3005, "TIMEOUT");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_derive),
        TEST(test_derive_without_the_locale),
        TEST(test_legal),
        TEST(test_reserved),
        TEST(test_names_of_the_library_are_reserved),
        TEST(test_runs),
        TEST(test_locale_of_the_environment),
        TEST(test_recorded_symbols_are_kept),
        TEST(test_placeholder_stays_as_alias),
        TEST(test_aliases_are_given_once),
        TEST(test_given_symbol_of_another_code),
        TEST(test_given_symbols_come_before_derived_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
