/* SPDX-License-Identifier: MIT */
/* What the file of an application may not say: each with its line, and nothing
   written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/workshop.h"

#define CHAT "data/applications/chat.xml"

/* The root stands in line 1, the first record in line 4. */
#define ROOT(attributes)                                                       \
    "<registry xmlns=\"http://www.iana.org/assignments\" "                     \
    "xmlns:ws=\"urn:wsclose:1\"" attributes ">\n"
#define WHOLE                                                                  \
    ROOT(" id=\"chat\" ws:prefix=\"CHAT\" ws:home=\"https://chat.example\""    \
         " ws:source=\"chat@1, codes.h\" ws:as-of=\"2026-11-25\"")
#define REGISTRY "<registry id=\"close-code-number\">\n"
#define HEAD WHOLE REGISTRY "<title>Chat</title>\n"
#define TAIL "</registry>\n</registry>\n"

#define ENGLISH                                                                \
    "<ws:text xml:lang=\"en\"><ws:meaning>m</ws:meaning>"                      \
    "<ws:description>d</ws:description></ws:text>"
#define VALUE(value) "<value>" value "</value><description/>"
#define RECORD_OF(value) "<record>" VALUE(value) ENGLISH "</record>\n"
#define WITH(parts)                                                            \
    HEAD "<record>" VALUE("4001") ENGLISH "\n" parts "</record>" TAIL

static const struct bad {
    long line;
    const char *about, *text;
} bad_files[] = {
    /* the root */
    {1, "has no <registry id=\"close-code-number\">", WHOLE "</registry>"},
    {1, "does not say its id; write id=\"...\" on the root",
     ROOT(" ws:prefix=\"CHAT\" ws:home=\"https://chat.example\" ws:source=\"s\""
          " ws:as-of=\"2026-11-25\"") REGISTRY
     "<title>t</title>" RECORD_OF("4001") TAIL},
    {1, "\"Chat\" is no id; write letters of a-z, digits and hyphens",
     ROOT(" id=\"Chat\" ws:prefix=\"CHAT\" ws:home=\"https://chat.example\""
          " ws:source=\"s\" ws:as-of=\"2026-11-25\"") REGISTRY
     "<title>t</title>" RECORD_OF("4001") TAIL},
    {1, "the file of the application \"cat\" is cat.xml; rename it, or mend id",
     ROOT(" id=\"cat\" ws:prefix=\"CHAT\" ws:home=\"https://chat.example\""
          " ws:source=\"s\" ws:as-of=\"2026-11-25\"") REGISTRY
     "<title>t</title>" RECORD_OF("4001") TAIL},
    {1, "does not say its title; write <title> into its registry",
     WHOLE REGISTRY RECORD_OF("4001") TAIL},
    {1, "does not say its home; write ws:home=\"https://...\" on the root",
     ROOT(" id=\"chat\" ws:prefix=\"CHAT\" ws:source=\"s\""
          " ws:as-of=\"2026-11-25\"") REGISTRY
     "<title>t</title>" RECORD_OF("4001") TAIL},
    {1, "does not say its source; write where its codes were read",
     ROOT(" id=\"chat\" ws:prefix=\"CHAT\" ws:home=\"https://chat.example\""
          " ws:as-of=\"2026-11-25\"") REGISTRY
     "<title>t</title>" RECORD_OF("4001") TAIL},
    {1,
     "does not say its date; write the day that the source was read as "
     "ws:as-of=\"YYYY-MM-DD\"",
     ROOT(" id=\"chat\" ws:prefix=\"CHAT\" ws:home=\"https://chat.example\""
          " ws:source=\"s\"") REGISTRY "<title>t</title>" RECORD_OF("4001")
         TAIL},
    {1, "does not say its prefix; write ws:prefix=\"...\" on the root",
     ROOT(" id=\"chat\" ws:home=\"https://chat.example\" ws:source=\"s\""
          " ws:as-of=\"2026-11-25\"") REGISTRY
     "<title>t</title>" RECORD_OF("4001") TAIL},
    {1, "ws:source is empty; write it, or leave it out",
     ROOT(" ws:source=\" \"") REGISTRY RECORD_OF("4001") TAIL},
    {1, "source has a bidirectional control character",
     ROOT(" ws:source=\"&#x202E;\"") REGISTRY RECORD_OF("4001") TAIL},
    {1, "as-of=\"2026-02-30\" is no date; write it YYYY-MM-DD",
     ROOT(" ws:as-of=\"2026-02-30\"") REGISTRY RECORD_OF("4001") TAIL},
    {1, "as-of=\"2026-02\" is no date; write it YYYY-MM-DD",
     ROOT(" ws:as-of=\"2026-02\"") REGISTRY RECORD_OF("4001") TAIL},
    {1,
     "the home \"javascript:x\" is no page; write a URL that begins with "
     "https://",
     ROOT(" ws:home=\"javascript:x\"") REGISTRY RECORD_OF("4001") TAIL},
    {1, "the prefix \"chat\" begins no identifier; write upper-case letters",
     ROOT(" ws:prefix=\"chat\"") REGISTRY RECORD_OF("4001") TAIL},
    {1,
     "<registry> has no attribute \"date\" of the namespace urn:wsclose:1 "
     "here; it takes prefix, home, source and as-of",
     ROOT(" ws:date=\"2026-11-25\"") REGISTRY RECORD_OF("4001") TAIL},
    /* the registry */
    {4, "a second registry with the id \"close-code-number\"",
     WHOLE REGISTRY RECORD_OF("4001") "</registry>" REGISTRY RECORD_OF("4002")
         TAIL},
    {2, "the registry has no <record>; give it one for each code", HEAD TAIL},
    {3, "the title has a control character",
     WHOLE REGISTRY "<title>&#x85;</title>" RECORD_OF("4001") TAIL},
    {4, "<recrod> cannot stand here in <registry>", HEAD "<recrod/>" TAIL},
    /* codes */
    {5, "4001 is also in " CHAT ":4; each code may stand in one record",
     HEAD RECORD_OF("4001") RECORD_OF("4001") TAIL},
    {6, "4001 is also in " CHAT ":4",
     HEAD RECORD_OF("4001") RECORD_OF("4000") RECORD_OF("0xFA1") TAIL},
    {5, "4005 is also in " CHAT ":4",
     HEAD RECORD_OF("4000-4010") RECORD_OF("4005-4006") TAIL},
    {5, "4005 is also in " CHAT ":4",
     HEAD RECORD_OF("4005-4010") RECORD_OF("4000-4005") TAIL},
    {4, "999 is outside 1000-4999; take it out", HEAD RECORD_OF("999") TAIL},
    {4, "\"5000\" is outside 0-4999; an application's codes are 1000-4999",
     HEAD RECORD_OF("5000") TAIL},
    {4, "\"4010-4001\" is a range that runs backwards",
     HEAD RECORD_OF("4010-4001") TAIL},
    {4, "a <record> without <description>; give it one",
     HEAD "<record><value>4001</value></record>" TAIL},
    /* what is said of them */
    {4, "4001 needs a <meaning> and a <description> in English",
     HEAD "<record><value>4001</value><description>A</description>"
          "</record>" TAIL},
    {4, "4001 needs a <meaning> and a <description> in English",
     HEAD "<record>" VALUE("4001") "<ws:text xml:lang=\"en\"><ws:meaning>m"
                                   "</ws:meaning></ws:text></record>" TAIL},
    {4,
     "the description of 4001 is empty; write one, or a <meaning> in "
     "English",
     HEAD "<record>" VALUE("4001") "<ws:text xml:lang=\"ja\"><ws:meaning>m"
                                   "</ws:meaning></ws:text></record>" TAIL},
    {4, "the description has a bidirectional control character",
     HEAD "<record><value>4001</value><description>&#x2066;</description>"
          "</record>" TAIL},
    {5, "a second <text> in \"en\" for one entry", WITH(ENGLISH)},
    {5, "note has a control character",
     WITH("<ws:text xml:lang=\"ja\"><ws:meaning>m</ws:meaning>"
          "<ws:note>&#x7F;</ws:note></ws:text>")},
    {5, "a second <note> in one <text>; give it one",
     WITH("<ws:text xml:lang=\"ja\"><ws:meaning>m</ws:meaning>"
          "<ws:note>n</ws:note><ws:note>n</ws:note></ws:text>")},
    {5, "<text> is empty; give it a <meaning> and a <description>",
     WITH("<ws:text xml:lang=\"ja\"><ws:note>n</ws:note></ws:text>")},
    {5,
     "by=\"nobody\" is not one of its values, which are both, client and "
     "server",
     WITH("<ws:sender by=\"nobody\"/>")},
    {5, "<sender> needs by=\"...\"", WITH("<ws:sender/>")},
    {6, "a second <sender> for one entry; give it one",
     WITH("<ws:sender by=\"both\"/>\n<ws:sender by=\"both\"/>")},
    {5,
     "advice=\"soon\" is not one of its values, which are never, at-once, "
     "after-delay, elsewhere and again",
     WITH("<ws:reconnect advice=\"soon\" source=\"s\"/>")},
    {5, "<reconnect> needs source=\"...\"",
     WITH("<ws:reconnect advice=\"never\"/>")},
    {5,
     "<symbol> is no element; write it as an attribute: <record "
     "ws:symbol=\"...\">",
     WITH("<ws:symbol>A</ws:symbol>")},
    {5, "<meaning> cannot stand here in <record>; it takes <value>,",
     WITH("<ws:meaning>m</ws:meaning>")},
};

static void test_bad_files(void **state) {
    struct workshop *workshop = *state;
    int failures = 0;
    workshop_prepare(workshop);
    for (size_t i = 0; i < sizeof bad_files / sizeof *bad_files; i++) {
        const struct bad *bad = &bad_files[i];
        workshop_put(workshop, CHAT, bad->text);
        failures += workshop_refusal(workshop, CHAT, bad->line, bad->about);
    }
    assert_int_equal(failures, 0);
}

/* A code may stand in a range beside it; a file of another name is none. */
static void test_good_files(void **state) {
    struct workshop *workshop = *state;
    workshop_prepare(workshop);
    workshop_put(workshop, "data/applications/chat.xml~", "");
    workshop_put(workshop, CHAT,
                 HEAD RECORD_OF("4000-4010") RECORD_OF("4005") RECORD_OF("1000")
                     RECORD_OF("1000-1999") TAIL);
    assert_outcome(workshop_generate(workshop), 0, "");
}

/* One warning for a language that nothing else has. */
static void test_language_of_its_own(void **state) {
    struct workshop *workshop = *state;
#define KOREAN "<ws:text xml:lang=\"ko\"><ws:meaning>m</ws:meaning></ws:text>"
    workshop_prepare(workshop);
    workshop_put(workshop, CHAT,
                 HEAD "<record>" VALUE("4001") ENGLISH
                 "\n" KOREAN "</record><record>" VALUE("4002") ENGLISH KOREAN
                 "</record>" TAIL);
    struct outcome outcome = workshop_generate(workshop);
    assert_string_equal(outcome.err,
                        CHAT ":5: warning: there is no languages/ko.xml, so no "
                             "text in it is used\n");
    assert_int_equal(outcome.exit_code, 0);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_bad_files),
        TEST(test_good_files),
        TEST(test_language_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
