/* SPDX-License-Identifier: MIT */
/* Private codes from outside: what a private file gives the library, what is
   refused, and what the generated files say of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "support/compile.h"
#include "support/records.h"
#include "support/workshop.h"

#define PROGRAMS TEST_SOURCE "/tests/generator/programs/"

#define SETS TEST_DATA "/private/"

/* The registry of these tests. In the snapshot 1001 stands in line 13, 3000 in
   line 21. */
static int open_registry(void **state) {
    if (workshop_open(state) < 0)
        return -1;
    workshop_must_sync(
        *state, document_with(*state, RECORD("1001", "Going Away")
                                          RECORD("3000", "Unauthorized")));
    return 0;
}

/* A private file in its short form; its first record is in line 3. */
#define BEGINNING                                                              \
    "<registry xmlns=\"http://www.iana.org/assignments\"\n"                    \
    "  xmlns:ws=\"urn:wsclose:1\" id=\"close-code-number\">\n"
#define FILE_OF(records) BEGINNING records "</registry>\n"

static struct outcome generate_with(struct workshop *workshop,
                                    const char *text) {
    workshop_put(workshop, "app.xml", text);
    return WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out", "out",
                        "--private", "app.xml");
}

static void must_generate(struct workshop *workshop, const char *text) {
    struct outcome outcome = generate_with(workshop, text);
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
}

/* What every unnamed row of private use is like, and the row behind the last.
 */
static const char rest[] =
    "PRIVATE_USE | Reserved for Private Use | Reserved for Private Use | "
    "Private use | 私的利用 | Each application's own. | "
    "アプリケーションごとのコードです。 | - - - - | 11111";
static const char above[] =
    "5000-4294967295 5 INVALID | Invalid |  | Not a code | 範囲外 | "
    "It is outside the registry. | レジストリの範囲外です。 | - - - - | "
    "00000 0 1011 | 0 0-0 -\n";

/* At both ends of 4000-4999, beside each other, with everything said and with
   no more than must be. */
static const char rows_file[] = BEGINNING
    "<record><value>4999</value><description>Last</description></record>"
    "<record><value>4401</value>"
    "<description>No longer valid just here</description></record>"
    "<record date=\"2025-03\" updated=\"2026-01-31\" ws:symbol=\"RETRY\""
    " ws:name=\"Retry later\" ws:aliases=\"WAIT HOLD\">"
    "<value>4400</value><description>Retry</description>"
    "<contact>The team</contact><xref type=\"rfc\" data=\"rfc9999\"/>"
    "<ws:reconnect advice=\"after-delay\" min-ms=\"500\" max-ms=\"2500\""
    " source=\"the handbook\"/>"
    "<ws:text xml:lang=\"en\"><ws:meaning>Busy</ws:meaning>"
    "<ws:description>It is busy.</ws:description></ws:text>"
    "<ws:text xml:lang=\"ja\"><ws:meaning>混雑</ws:meaning></ws:text></record>"
    "<record><value>4000</value><description>Bye</description>"
    "<ws:reconnect advice=\"never\"/></record></registry>";

static void test_rows(void **state) {
    struct workshop *workshop = *state;
    must_generate(workshop, rows_file);
    assert_same_text(
        "rows",
        arena_printf(
            &workshop->arena,
            "4000-4000 4 BYE | Bye | Bye | Bye | Bye | Bye | Bye | - - - - | "
            "11111 4000 4000 | 1 0-0 app.xml\n"
            "4001-4399 4 %s 4001 4001 | 0 0-0 -\n"
            "4400-4400 4 RETRY | Retry later | Retry | Busy | 混雑 | "
            "It is busy. | It is busy. | "
            "The team 2025-03 2026-01-31 RFC 9999 | "
            "11111 4400 4400 | 3 500-2500 the handbook\n"
            "4401-4401 4 CODE_4401 | No longer valid just here | "
            "No longer valid just here | No longer valid just here | "
            "No longer valid just here | No longer valid just here | "
            "No longer valid just here | - - - - | "
            "11111 4401 4401 | 0 0-0 -\n"
            "4402-4998 4 %s 4402 4402 | 0 0-0 -\n"
            "4999-4999 4 LAST | Last | Last | Last | Last | Last | Last | "
            "- - - - | 11111 4999 4999 | 0 0-0 -\n"
            "%s",
            rest, rest, above),
        workshop_compile_and_run(workshop, workshop_strict,
                                 PROGRAMS "private_rows.c"));
}

/* The enum, the list and the names, former ones too; a registered code keeps
   the name that a private one has too. */
static void test_names(void **state) {
    must_generate(*state,
                  FILE_OF("<record ws:symbol=\"APP_UNAUTHORIZED\""
                          " ws:aliases=\"OLD_ONE\"><value>4401</value>"
                          "<description>Unauthorized</description></record>"
                          "<record ws:name='Odd \"name\"'><value>4402</value>"
                          "<description>Odd</description></record>"));
    assert_same_text("names",
                     "1001 GOING_AWAY Going Away\n"
                     "3000 UNAUTHORIZED Unauthorized\n"
                     "4401 APP_UNAUTHORIZED Unauthorized\n"
                     "4402 ODD Odd \"name\"\n"
                     "4401 4401 1001\n"
                     "unauthorized 3000\n"
                     "app-unauthorized 4401\n"
                     "WSCLOSE_old_one 4401\n"
                     "Odd \"name\" 4402\n"
                     "private-use -1\n",
                     workshop_compile_and_run(*state, workshop_strict,
                                              PROGRAMS "private_names.c"));
}

/* A range has one symbol, wherever codes of their own interrupt it. */
static void test_ranges(void **state) {
    must_generate(*state,
                  FILE_OF("<record><value>4000-4099</value>"
                          "<description>Shard moved</description>"
                          "<ws:reconnect advice=\"again\"/></record>"
                          "<record><value>4001</value>"
                          "<description>Bye</description></record>"
                          "<record ws:name=\"Own\"><value>4200-4201</value>"
                          "<description>Two of them</description></record>"));
    assert_same_text("ranges",
                     "1001-1001 1 GOING_AWAY Going Away 0\n"
                     "3000-3000 1 UNAUTHORIZED Unauthorized 0\n"
                     "4000-4000 4 SHARD_MOVED Shard moved 5\n"
                     "4001-4001 4 BYE Bye 0\n"
                     "4002-4099 4 SHARD_MOVED Shard moved 5\n"
                     "4200-4201 4 TWO_OF_THEM Own 0\n",
                     workshop_compile_and_run(*state, workshop_strict,
                                              PROGRAMS "private_symbols.c"));
    assert_same_text("names",
                     "4000-4099 4200-4201, of 3\n"
                     "4000 4200 4200 -1\n"
                     "4050 4000\n",
                     workshop_compile_and_run(*state, workshop_strict,
                                              PROGRAMS "private_ranges.c"));
}

/* Codes beside each other, and the first one of the range. */
static void test_range_of_which_much_is_given(void **state) {
    must_generate(*state,
                  FILE_OF(RECORD("4000-4005", "Rest") RECORD("4000", "Alpha")
                              RECORD("4002", "Beta") RECORD("4003", "Gamma")));
    assert_same_text("ranges",
                     "1001-1001 1 GOING_AWAY Going Away 0\n"
                     "3000-3000 1 UNAUTHORIZED Unauthorized 0\n"
                     "4000-4000 4 ALPHA Alpha 0\n"
                     "4001-4001 4 REST Rest 0\n"
                     "4002-4002 4 BETA Beta 0\n"
                     "4003-4003 4 GAMMA Gamma 0\n"
                     "4004-4005 4 REST Rest 0\n",
                     workshop_compile_and_run(*state, workshop_strict,
                                              PROGRAMS "private_symbols.c"));
}

/* A prefix stands before each symbol, and before what stands in for one. */
static void test_prefix(void **state) {
    must_generate(
        *state,
        "<registry xmlns=\"http://www.iana.org/assignments\" "
        "xmlns:ws=\"urn:wsclose:1\" id=\"close-code-number\" "
        "ws:prefix=\"APP_X\">" RECORD("4000", "Unauthorized") RECORD(
            "4001", "goneForGood") RECORD("4002", "Longer than a name may be")
            RECORD("4003", "Version 2 status") RECORD(
                "4010-4011",
                "\u00C0") "<record ws:symbol=\"OWN\" ws:aliases=\"OLD\"><value>"
                          "3999</value><description>O</description></record>"
                          "<record><value>4004</value><description/><ws:text"
                          " xml:lang=\"en\"><ws:meaning>Some words</ws:meaning>"
                          "<ws:description>One.</ws:description><ws:note>Two."
                          "</ws:note></ws:text></record></registry>");
    assert_same_text("names",
                     "1001 GOING_AWAY Going Away\n"
                     "3000 UNAUTHORIZED Unauthorized\n"
                     "3999 APP_X_OWN O\n"
                     "4000 APP_X_UNAUTHORIZED Unauthorized\n"
                     "4001 APP_X_GONE_FOR_GOOD goneForGood\n"
                     "4002 APP_X_CODE_4002 Longer than a name may be\n"
                     "4003 APP_X_VERSION_2_STATUS Version 2 status\n"
                     "4004 APP_X_CODE_4004 Some words\n"
                     "4010-4011 3999\n"
                     "APP_X_CODE_4010 Some words | One. Two.\n",
                     workshop_compile_and_run(*state, workshop_strict,
                                              PROGRAMS "private_prefix.c"));
}

/* Of an application's file what is IANA's is left out, and reported. */
static void test_application(void **state) {
    struct workshop *workshop = *state;
    assert_string_equal(
        WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out", "out",
                     "--private", "data/applications/chat.xml")
            .err,
        "data/applications/chat.xml: warning: these are left to IANA: 1000, "
        "3000; an application's own are 4000-4999, and those of 3000-3999 that "
        "nobody has registered\n");
    assert_same_text("codes",
                     "1001-1001 1 GOING_AWAY Going Away 0\n"
                     "3000-3000 1 UNAUTHORIZED Unauthorized 0\n"
                     "4000-4000 4 CHAT_CODE_4000 The room is closed 5\n"
                     "4001-4001 4 CHAT_KICKED Kicked \"out\" 3\n"
                     "4002-4099 4 CHAT_CODE_4000 The room is closed 5\n",
                     workshop_compile_and_run(workshop, workshop_strict,
                                              PROGRAMS "private_symbols.c"));
}

/* Codes that follow each other are reported as a range. */
static void test_range_of_an_application(void **state) {
    struct workshop *workshop = *state;
    const char *chat = workshop_get(workshop, "data/applications/chat.xml");
    const char *at = strstr(chat, "<value>1000<");
    assert_non_null(at);
    workshop_put(workshop, "range.xml",
                 arena_printf(&workshop->arena, "%.*s<value>1000-1002<%s",
                              (int)(at - chat), chat,
                              at + strlen("<value>1000<")));
    const char *message = WORKSHOP_GEN(workshop, "generate", "--data", "data",
                                       "--out", "out", "--private", "range.xml")
                              .err;
    if (!strstr(message, "these are left to IANA: 1000-1002, 3000; "))
        fail_msg("%s", message);
}

/* Each that the generator has may be named. */
static void test_every_application(void **state) {
    struct workshop *workshop = *state;
    const char **file =
        workshop_files(workshop, TEST_SOURCE "/gen/data/applications");
    for (; *file; file++) {
        struct outcome outcome = WORKSHOP_GEN(
            workshop, "generate", "--data", TEST_SOURCE "/gen/data", "--out",
            "out", "--no-pages", "--private", *file);
        if (outcome.exit_code)
            fail_msg("%s", outcome.err);
    }
}

/* A name of other letters is found by its own bytes and by no others. */
static void test_name_of_other_letters(void **state) {
    must_generate(*state, FILE_OF(RECORD("4000", "\u00C0 \u00BF")));
    assert_same_text("names", "4000\n",
                     workshop_compile_and_run(*state, workshop_strict,
                                              PROGRAMS "private_letters.c"));
}

/* The long form, with what IANA's documents have around the records. */
static void test_form_of_iana(void **state) {
    must_generate(
        *state,
        document_with(*state,
                      "<xref type=\"rfc\" data=\"rfc6455\"/><note>n</note>"
                      "<record><value>4000</value><description>Bye"
                      "</description><contact><xref type=\"person\""
                      " data=\"Jane_Doe\"/></contact></record>"));
    assert_same_text("what is printed", "4000 Jane Doe\n",
                     workshop_compile_and_run(*state, workshop_strict,
                                              PROGRAMS "private_form.c"));
}

/* By the documentation of each: the code, and whether to connect again. */
static const char graphql[] = "4004 never, 4005 never, 4400 never, 4401 never, "
                              "4403 again, 4406 never, 4408 again, 4409 never, "
                              "4429 never, 4499 again, 4500 never, 4504 again";
static const char discord[] =
    "4000 again, 4001 again, 4002 again, 4003 again, 4004 never, 4005 again, "
    "4007 again, 4008 again, 4009 again, 4010 never, 4011 never, 4012 never, "
    "4013 never, 4014 never";

static void check_set(struct workshop *workshop, const char *path,
                      const char *expected) {
    must_generate(workshop, workshop_get(workshop, path));
    assert_same_text(path, expected,
                     workshop_compile_and_run(workshop, workshop_strict,
                                              PROGRAMS "private_set.c"));
}

static void test_graphql(void **state) {
    check_set(*state, SETS "graphql-ws.xml", graphql);
}

static void test_discord(void **state) {
    check_set(*state, SETS "discord.xml", discord);
}

/* 4004 and 4005 are in both sets. */
static void test_sets_clash(void **state) {
    struct workshop *workshop = *state;
    workshop_put(workshop, "a.xml", workshop_get(workshop, SETS "discord.xml"));
    workshop_put(workshop, "b.xml",
                 workshop_get(workshop, SETS "graphql-ws.xml"));
    const char *before = workshop_state(workshop, "out");
    struct outcome outcome =
        WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out", "out",
                     "--private", "a.xml", "--private", "b.xml");
    assert_int_equal(outcome.exit_code, 3);
    assert_string_equal(outcome.err,
                        "b.xml:7: error: 4004 is also in a.xml:63; one library "
                        "has one meaning for a code: take one out, or give "
                        "each file a target of its own\n");
    assert_same_text("out", before, workshop_state(workshop, "out"));
}

/* What is refused, with the whole message behind "app.xml:". */
static const struct refusal {
    const char *text, *message;
} refusals[] = {
/* codes */
#define OWN                                                                    \
    "; an application's own are 4000-4999, and those of 3000-3999 that "       \
    "nobody has registered"
    {FILE_OF(RECORD("4001", "A") "\n" RECORD("4001", "B")),
     "4: error: 4001 is also in app.xml:3; each code may stand in one record"},
    {FILE_OF(RECORD("4001-4009", "A") "\n" RECORD("4005-4020", "B")),
     "4: error: 4005 is also in app.xml:3; each code may stand in one record"},
    {FILE_OF(RECORD("3000", "A")),
     "3: error: 3000 is \"Unauthorized\" in data/close-codes.xml:21" OWN},
    {FILE_OF(RECORD("2999-3001", "A")),
     "3: error: 2999 is \"Unassigned\" in data/close-codes.xml:17" OWN},
    {FILE_OF(RECORD("2999", "A")),
     "3: error: 2999 is \"Unassigned\" in data/close-codes.xml:17" OWN},
    {FILE_OF(RECORD("3990-4010", "A")),
     "3: error: 3990-4010 crosses 4000, where the status changes; write a "
     "record for each side"},
    {FILE_OF(RECORD("0", "A")), "3: error: 0 is \"Unused\"" OWN},
    {FILE_OF(RECORD("5000", "A")),
     "3: error: the value \"5000\" is outside 0-4999" OWN},
    {FILE_OF(RECORD("4000-5000", "A")),
     "3: error: the value \"4000-5000\" is outside 0-4999" OWN},
    {FILE_OF(RECORD("x", "A")),
     "3: error: the value \"x\" is neither a code nor a range of codes" OWN},
    /* symbols */
    {FILE_OF(RECORD("4001", "Unauthorized")),
     "3: error: the symbol UNAUTHORIZED of 4001 is that of 3000 in "
     "data/close-codes.xml:21; give it another in the attribute symbol"},
    {FILE_OF(RECORD("4001", "Same") "\n" RECORD("4002", "same")),
     "4: error: the symbol SAME of 4002 is that of 4001 in app.xml:3; give it "
     "another in the attribute symbol"},
    {FILE_OF("<record ws:symbol=\"A\" ws:aliases=\"B GOING_AWAY\">"
             "<value>4001</value><description>A</description></record>"),
     "3: error: the symbol GOING_AWAY of 4001 is that of 1001 in "
     "data/close-codes.xml:13; take it out of the attribute aliases"},
    {FILE_OF("<record ws:symbol=\"A\" ws:aliases=\"STATUS_A\">"
             "<value>4001</value><description>A</description></record>"),
     "3: error: the symbol STATUS_A of 4001 is one of the library's own names; "
     "take it out of the attribute aliases"},
    {FILE_OF(RECORD("4001-4002", "A") "\n" RECORD("4003", "A last")),
     "4: error: the symbol A_LAST of 4003 is that of 4001 in app.xml:3; give "
     "it another in the attribute symbol"},
    {FILE_OF("<record ws:symbol=\"\"><value>4001-4002</value>"
             "<description>A</description></record>"),
     "3: error: the symbol \"\" is no identifier; write up to 55 upper-case "
     "letters, digits and single underscores"},
    {FILE_OF(RECORD("4001", "Status ok")),
     "3: error: the symbol STATUS_OK of 4001 is one of the library's own "
     "names; give it another in the attribute symbol"},
    {FILE_OF("<record ws:symbol=\"CODE_4002\"><value>4001</value>"
             "<description>A</description></record>"),
     "3: error: the symbol CODE_4002 of 4001 is one of the library's own "
     "names; give it another in the attribute symbol"},
    {FILE_OF("<record ws:symbol=\"lower\"><value>4001</value>"
             "<description>A</description></record>"),
     "3: error: the symbol \"lower\" is no identifier; write up to 55 "
     "upper-case letters, digits and single underscores"},
    {FILE_OF("<record ws:symbol=\"\"><value>4001</value>"
             "<description>A</description></record>"),
     "3: error: the symbol \"\" is no identifier; write up to 55 upper-case "
     "letters, digits and single underscores"},
    {FILE_OF("<record ws:symbol='A = 1, B'><value>4001</value>"
             "<description>A</description></record>"),
     "3: error: the symbol \"A = 1, B\" is no identifier; write up to 55 "
     "upper-case letters, digits and single underscores"},
    {FILE_OF("<record ws:aliases=\"B\"><value>4001-4002</value>"
             "<description>A</description></record>"),
     "3: error: a range has no aliases; give each code a record"},
    /* texts and advice */
    {FILE_OF("<record ws:name=\" \"><value>4001</value>"
             "<description>A</description></record>"),
     "3: error: the name is empty; write it, or leave it out"},
    {FILE_OF(RECORD("4001", "")),
     "3: error: the description of 4001 is empty; write one, or a <meaning> in "
     "English"},
    {FILE_OF("<record><value>4001</value></record>"),
     "3: error: a <record> without <description>; give it one"},
    {FILE_OF("<record><description>A</description></record>"),
     "3: error: a <record> without <value>; give it one"},
#define WITH(parts)                                                            \
    FILE_OF("<record><value>4001</value><description>A</description>\n" parts  \
            "</record>")
    {WITH("<ws:text><ws:meaning>m</ws:meaning></ws:text>"),
     "4: error: <text> needs xml:lang=\"...\""},
    {WITH("<ws:text xml:lang=\"en\"/>"),
     "4: error: <text> is empty; give it a <meaning> and a <description>"},
    {WITH("<ws:text xml:lang=\"en\"><meaning>m</meaning></ws:text>"),
     "4: error: <meaning> cannot stand in <text>"},
    {WITH("<ws:text xml:lang=\"en\"><ws:description>d</ws:description>"
          "</ws:text>\n<ws:text xml:lang=\"en\"><ws:meaning>m</ws:meaning>"
          "</ws:text>"),
     "5: error: a second <text> in \"en\" for one entry"},
    {WITH("<ws:reconnect advice=\"soon\"/>"),
     "4: error: advice=\"soon\" is not one of its values, which are never, "
     "at-once, after-delay, elsewhere and again"},
    {WITH("<ws:reconnect advice=\"never\" min-ms=\"1\" max-ms=\"2\"/>"),
     "4: error: <reconnect> has no attribute \"min-ms\" here; it takes advice "
     "and source"},
    {WITH("<ws:reconnect advice=\"after-delay\" min=\"1\"/>"),
     "4: error: <reconnect> has no attribute \"min\" here; it takes advice, "
     "min-ms, max-ms and source"},
    {WITH("<ws:text xml:lang=\"en\"><ws:meaning id=\"m\">m</ws:meaning>"
          "</ws:text>"),
     "4: error: <meaning> has no attribute \"id\" here; it takes none"},
    {WITH("<ws:reconnect advice=\"never\" source=\"\"/>"),
     "4: error: <reconnect> needs source=\"...\""},
    {WITH("<ws:reconnect advice=\"after-delay\" min-ms=\"2\" max-ms=\"1\"/>"),
     "4: error: min-ms is more than max-ms; swap them"},
    {WITH("<ws:reconnect advice=\"never\"/>\n<ws:reconnect "
          "advice=\"never\"/>"),
     "5: error: a second <reconnect> for one entry; give it one"},
/* what would be ignored elsewhere */
#define TAKES                                                                  \
    " cannot stand here in <record>; it takes <value>, <description>, "        \
    "<contact> and <xref>, and <text>, <sender> and <reconnect> of the "       \
    "namespace urn:wsclose:1"
    {WITH("<text xml:lang=\"en\"><meaning>m</meaning></text>"),
     "4: error: <text>" TAKES},
    {WITH("<ws:wire accept=\"never\" source=\"s\"/>"),
     "4: error: <wire>" TAKES},
    {FILE_OF("<record symbol=\"A\"><value>4001</value>"
             "<description>A</description></record>"),
     "3: error: <record> has no attribute \"symbol\" here; it takes date and "
     "updated, and symbol, name and aliases of the namespace urn:wsclose:1"},
    {FILE_OF(""),
     "2: error: the registry has no <record>; give it one for each code"},
    {FILE_OF("<recrod/>"),
     "3: error: <recrod> cannot stand here in <registry>; its codes are each "
     "a <record> in http://www.iana.org/assignments"},
    {"<registry xmlns=\"http://www.iana.org/assignments\" id=\"app\"/>",
     "1: error: has no <registry id=\"close-code-number\"> in "
     "http://www.iana.org/assignments; put the records into one"},
    {"<registry id=\"close-code-number\"/>",
     "1: error: has no <registry id=\"close-code-number\"> in "
     "http://www.iana.org/assignments; put the records into one"},
    /* hostile */
    {"<!DOCTYPE x>" BEGINNING "</registry>",
     "1: error: has a DOCTYPE, which IANA's documents never have; take it "
     "out"},
    {FILE_OF(RECORD("4001", "a&#x202E;b")),
     "3: error: the description has a bidirectional control character; "
     "nothing was accepted"},
    {FILE_OF("<record ws:name=\"a&#x85;b\"><value>4001</value>"
             "<description>A</description></record>"),
     "3: error: the name has a control character; nothing was accepted"},
    {WITH("<ws:text xml:lang=\"en\"><ws:meaning>&#x2066;</ws:meaning>"
          "</ws:text>"),
     "4: error: meaning has a bidirectional control character; nothing was "
     "accepted"},
    {WITH("<ws:reconnect advice=\"never\" source=\"&#x7F;\"/>"),
     "4: error: source has a control character; nothing was accepted"},
    {FILE_OF(RECORD("4001", "\xFF")),
     "3: error: is not valid UTF-8; save it as UTF-8"},
    {"", " error: is empty; an XML document was expected"},
};

static void test_refusals(void **state) {
    struct workshop *workshop = *state;
    must_generate(workshop, FILE_OF(RECORD("4123", "Before")));
    const char *before = workshop_state(workshop, "out");
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        struct outcome outcome = generate_with(workshop, refusals[i].text);
        assert_same_text(
            "the message",
            arena_printf(&workshop->arena, "app.xml:%s\n", refusals[i].message),
            outcome.err);
        assert_int_equal(outcome.exit_code, 3);
        assert_string_equal(outcome.out, "");
        assert_same_text("out", before, workshop_state(workshop, "out"));
    }
}

/* A symbol that lost its code is given to no other, private or not. */
static void test_retired_symbol(void **state) {
    struct workshop *workshop = *state;
    workshop_put(workshop, "in.xml",
                 document_with(workshop, RECORD("1001", "Going Away")));
    assert_outcome(WORKSHOP_GEN(workshop, "sync", "--from", "in.xml", "--data",
                                "data", "--out", "out", "--allow-rollback"),
                   0, "");
    assert_outcome(
        generate_with(workshop, FILE_OF(RECORD("4001", "Unauthorized"))), 3,
        "app.xml:3: error: the symbol UNAUTHORIZED of 4001 is that of 3000 in "
        "data/close-codes.xml:1;");
}

/* Neither the file nor what its ranges make of it may be huge. */
static void test_size(void **state) {
    struct workshop *workshop = *state;
    char text[TEXT_MAX_BYTES + 1] = "", *file = NULL;
    size_t len = 0;
    memset(text, 'a', TEXT_MAX_BYTES);
    FILE *out = open_memstream(&file, &len);
    assert_non_null(out);
    fputs(BEGINNING, out);
    for (unsigned code = 4000; code < 4600; code++)
        fprintf(out,
                "<record><value>%u</value><description>A %u</description>"
                "<ws:text xml:lang=\"en\"><ws:meaning>%s</ws:meaning>"
                "<ws:description>%s</ws:description></ws:text></record>",
                code, code, text, text);
    fputs("</registry>", out);
    assert_int_equal(fclose(out), 0);
    workshop_put(workshop, "app.xml", file);
    free(file);
    assert_outcome(
        WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out", "out",
                     "--private", "app.xml", "--max-size", "9000000"),
        3, "those of one run would be over 33554432 bytes long together");
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out",
                                "out", "--private", "app.xml", "--max-size",
                                "4000"),
                   3, "app.xml: error: is over 4000 bytes long");
}

/* Whatever the library calls its own: as a symbol it is refused. */
static void test_header_names(void **state) {
    struct workshop *workshop = *state;
    const char *names = header_names(workshop);
    unsigned count = 0;
    for (; *names; names += strcspn(names, "\n") + 1, count++) {
        int len = (int)strcspn(names, "\n");
        const char *name = arena_copy(&workshop->arena, names, (size_t)len);
        const char *file =
            arena_printf(&workshop->arena,
                         BEGINNING "<record ws:symbol=\"%s\"><value>4001"
                                   "</value><description>A</description>"
                                   "</record></registry>",
                         name);
        struct outcome outcome = generate_with(workshop, file);
        if (outcome.exit_code != 3)
            fail_msg("%s may be a private symbol", name);
    }
    assert_true(count > 30);
}

/* What C, its preprocessor or a comment could take amiss comes back as it was,
   from every place that takes text. */
static void test_hostile_texts(void **state) {
    static const char *const texts[] = {
        "*/ int x; /*", "what?\?/ next",    "\"",
        "\\",           "\", 0) }; #error", "%s %n",
        "ends in \\",   "]]> <!-- -->",     "e\314\201 \360\237\231\202",
        "\\u0041 ?\?="};
    static const char *const options[] = {"-std=c11", "-trigraphs", "-Wall",
                                          "-Wextra",  "-Werror",    NULL};
    struct workshop *workshop = *state;
    struct arena *arena = &workshop->arena;
    const char *records = "", *expected = "";
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *t = xml_escaped(workshop, texts[i]);
        records = arena_printf(
            arena,
            "%s<record ws:symbol=\"S%zu\" ws:name=\"%s\"><value>%zu</value>"
            "<description>%s</description><contact>%s</contact>"
            "<xref type=\"uri\" data=\"%s\"/>"
            "<ws:reconnect advice=\"never\" source=\"%s\"/>"
            "<ws:text xml:lang=\"en\"><ws:description>%s</ws:description>"
            "</ws:text><ws:text xml:lang=\"ja\"><ws:meaning>%s</ws:meaning>"
            "</ws:text></record>\n",
            records, i, t, 4000 + i, t, t, t, t, t, t);
        t = texts[i];
        expected = arena_printf(arena, "%s%s|%s|%s|%s|%s|%s|%s\n", expected, t,
                                t, t, t, t, t, t);
    }
    must_generate(workshop,
                  arena_printf(arena, BEGINNING "%s</registry>", records));
    assert_same_text("what comes back", expected,
                     workshop_compile_and_run(workshop, options,
                                              PROGRAMS "private_texts.c"));
}

/* So does the file's name; what no line of text can hold is shown as "?". */
static void test_hostile_file_name(void **state) {
    struct workshop *workshop = *state;
    static const char name[] = "dir/\"); *\\\n\xFF?\?=\xE2\x80\xAE.xml";
    workshop_put(workshop, name, WITH("<ws:reconnect advice=\"never\"/>"));
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out",
                                "out", "--private", name),
                   0, "");
    assert_string_equal(workshop_compile_and_run(workshop, workshop_strict,
                                                 PROGRAMS "private_source.c"),
                        "\"); *\\?"
                        "?\?\?=?.xml\n");
}

/* The generated tables name the private files, and no folder of this machine:
   they are the same bytes wherever those are. */
static void test_same_bytes_elsewhere(void **state) {
    struct workshop *workshop = *state;
    const char *text = FILE_OF(RECORD("4001", "A"));
    must_generate(workshop, text);
    for (const char **file = workshop_files(workshop, "out"); *file; file++)
        if (strstr(*file, ".inc") || strstr(*file, "_codes.h"))
            assert_non_null(strstr(workshop_get(workshop, *file),
                                   "\n * Private codes: app.xml\n"));
    const char *before = workshop_content(workshop, "out");
    workshop_put(workshop, "else/where/app.xml", text);
    assert_outcome(
        WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out", "out",
                     "--private",
                     arena_printf(&workshop->arena, "%s/else/where/app.xml",
                                  workshop->folder)),
        0, "");
    assert_same_text("out", before, workshop_content(workshop, "out"));
    assert_null(strstr(before, workshop->folder));
    assert_null(strstr(before, "else/where"));
}

/* Without --private the codes are gone, byte for byte. */
static void test_without_is_as_before(void **state) {
    struct workshop *workshop = *state;
    const char *before = workshop_content(workshop, "out");
    must_generate(workshop, FILE_OF(RECORD("4001-4100", "A")));
    assert_outcome(workshop_generate(workshop), 0, "");
    assert_same_text("out", before, workshop_content(workshop, "out"));
}

static void test_check_and_depfile(void **state) {
    struct workshop *workshop = *state;
    workshop_put(workshop, "a b.xml", FILE_OF(RECORD("4002", "B")));
    must_generate(workshop, FILE_OF(RECORD("4001", "A")));
#define GENERATE "generate", "--data", "data", "--out", "out"
    assert_outcome(
        WORKSHOP_GEN(workshop, GENERATE, "--private", "app.xml", "--check"), 0,
        "");
    assert_outcome(WORKSHOP_GEN(workshop, GENERATE, "--check"), 1, "");
    const char *both = "to mend it: wsclose-gen generate --data data --out out "
                       "--private app.xml --private 'a b.xml'\n";
    assert_outcome(WORKSHOP_GEN(workshop, GENERATE, "--private", "app.xml",
                                "--private", "a b.xml", "--check"),
                   1, both);
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out",
                                "it's", "--snapshot", "data/close-codes.xml",
                                "--no-pages", "--check"),
                   1,
                   "to mend it: wsclose-gen generate --data data --snapshot "
                   "data/close-codes.xml --out 'it'\\''s' --no-pages\n");
    workshop_put(workshop, "range.xml", FILE_OF(RECORD("4100-4199", "R")));
    assert_non_null(
        strstr(WORKSHOP_GEN(workshop, GENERATE, "--private", "range.xml").out,
               "2 codes, 0 of them private, 1 private range, registry of "));
    struct outcome outcome =
        WORKSHOP_GEN(workshop, GENERATE, "--private", "app.xml", "--private",
                     "a b.xml", "--depfile", "out/stamp.d");
    assert_non_null(strstr(
        outcome.out, "4 codes, 2 of them private, registry of 2026-01-02: "));
    assert_same_text("depfile",
                     "out/stamp: \\\n"
                     "  data/close-codes.xml \\\n"
                     "  data/semantics.xml \\\n"
                     "  data/languages/en.xml \\\n"
                     "  data/languages/ja.xml \\\n"
                     "  data/applications/chat.xml \\\n"
                     "  app.xml \\\n"
                     "  a\\ b.xml\n",
                     workshop_get(workshop, "out/stamp.d"));
}

static void test_usage(void **state) {
    struct workshop *workshop = *state;
    assert_outcome(WORKSHOP_GEN(workshop, GENERATE, "--private", "none.xml"), 6,
                   "none.xml: error: there is no such file; name one that "
                   "exists\n");
    assert_outcome(WORKSHOP_GEN(workshop, GENERATE, "--private", "data"), 6,
                   "data: error: cannot be read");
    assert_outcome(WORKSHOP_GEN(workshop, GENERATE, "--private", ""), 2,
                   "was given nothing");
    assert_outcome(WORKSHOP_GEN(workshop, "sync", "--private", "app.xml"), 2,
                   "--private");
    assert_outcome(WORKSHOP_GEN(workshop, GENERATE, "--private"), 2,
                   "a value is missing behind --private;");
    assert_outcome(WORKSHOP_GEN(workshop, GENERATE, "--privat3=app.xml"), 2,
                   "there is no such option: --privat3=app.xml;");
    assert_outcome(WORKSHOP_GEN(workshop, GENERATE, "-p"), 2,
                   "there is no such option: -p;");
    assert_outcome(WORKSHOP_GEN(workshop, GENERATE, "--check=app.xml"), 2,
                   "this option takes no value: --check=app.xml;");
    assert_outcome(WORKSHOP_GEN(workshop, GENERATE, "--private", "app.xml",
                                "--private", "app.xml"),
                   2, "--private names one file twice: app.xml;");
    struct outcome outcome = WORKSHOP_GEN(workshop, "--help");
    assert_non_null(strstr(outcome.out, "[--private FILE]..."));
    static const char *const commands[] = {"generate", "sync", "diff",
                                           "status"};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        struct outcome help = WORKSHOP_GEN(workshop, commands[i], "--help");
        assert_int_equal(help.exit_code, 0);
        assert_string_equal(help.out, outcome.out);
        assert_string_equal(help.err, "");
    }
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, open_registry, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_rows),
        TEST(test_names),
        TEST(test_ranges),
        TEST(test_range_of_which_much_is_given),
        TEST(test_prefix),
        TEST(test_application),
        TEST(test_range_of_an_application),
        TEST(test_every_application),
        TEST(test_name_of_other_letters),
        TEST(test_form_of_iana),
        TEST(test_graphql),
        TEST(test_discord),
        TEST(test_sets_clash),
        TEST(test_refusals),
        TEST(test_retired_symbol),
        TEST(test_size),
        TEST(test_header_names),
        TEST(test_hostile_texts),
        TEST(test_hostile_file_name),
        TEST(test_same_bytes_elsewhere),
        TEST(test_without_is_as_before),
        TEST(test_check_and_depfile),
        TEST(test_usage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
