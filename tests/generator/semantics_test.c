/* SPDX-License-Identifier: MIT */
/* What semantics.xml may not say: each with its line, and nothing written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/workshop.h"

/* The parts of a good entry, one a line. */
#define CODE "<code value=\"3000\" registered=\"Alpha\">\n"
#define WIRE "<wire accept=\"strict\" source=\"s\"/>\n"
#define BEGIN "<sender by=\"both\" source=\"s\"/>\n"
#define PARTS WIRE BEGIN
#define END "</code>\n"
#define RANGE(kind) "<range kind=\"" kind "\">\n" PARTS "</range>\n"

/* What stands around the entries of the table below: 22 lines before them. */
#define ROOT "<semantics xmlns=\"urn:wsclose:1\">\n\n"
#define RANGES                                                                 \
    RANGE("unused")                                                            \
    RANGE("unassigned-protocol")                                               \
    RANGE("unassigned-registered") RANGE("private-use") RANGE("invalid")
#define BEFORE ROOT RANGES
#define AFTER "</semantics>\n"

/* The codes that the table speaks of. 3003 has no symbol of its own: its
   description is too long for one. */
static const char records[] =
    "<record><value>3000</value><description>Alpha</description></record>"
    "<record><value>3001</value><description>Beta</description></record>"
    "<record><value>3003</value><description>A sentence is no name at all"
    "</description></record>";

static const struct bad {
    long line; /* of the entries; the first is 1 */
    const char *about;
    const char *entries;
} bad_entries[] = {
    /* elements */
    {1, "<entry> cannot stand in <semantics>", "<entry/>"},
    {4, "<note> cannot stand in <code>", CODE PARTS "<note/>\n" END},
    {2, "<wire> cannot stand in <code>",
     CODE "<wire xmlns=\"urn:other\" accept=\"strict\" source=\"s\"/>\n" END},
    {1, "<code> cannot stand in <semantics>",
     "<code xmlns=\"\" value=\"3000\">\n" PARTS END},
    {3, "<code> cannot stand in <wire>",
     CODE "\n<wire accept=\"strict\" source=\"s\"><code/></wire>\n" END},
    {2, "<text> cannot stand in <code>",
     CODE "<text xml:lang=\"en\"/>\n" PARTS END},
    /* text in the wrong place */
    {1, "<code> has no place for text", CODE "text\n" PARTS END},
    {2, "<wire> has no place for text",
     CODE "<wire accept=\"strict\" source=\"s\">text</wire>\n" END},
    {3, "<sender> has no place for text",
     CODE WIRE "<sender by=\"both\" source=\"s\">text</sender>\n" END},
    {1, "<range> has no place for text", "<range kind=\"unused\">x</range>"},
    {1, "<code> has no place for text", CODE "<![CDATA[text]]>" PARTS END},
    /* attributes */
    {1, "<code> has no attribute \"colour\"",
     "<code value=\"3000\" registered=\"Alpha\" colour=\"red\">\n" PARTS END},
    {1, "<range> has no attribute \"symbol\"",
     "<range kind=\"unused\" symbol=\"X\" reason=\"r\">\n" PARTS "</range>"},
    {2, "<wire> has no attribute \"accepts\"",
     CODE "<wire accepts=\"strict\" source=\"s\"/>\n" END},
    {3, "<sender> has no attribute \"who\"",
     CODE WIRE "<sender who=\"both\" by=\"both\" source=\"s\"/>\n" END},
    {2, "<wire> has no attribute \"accept\"",
     CODE
     "<wire accept=\"strict\" xml:accept=\"never\" source=\"s\"/>\n" BEGIN END},
    {1, "<code> has no attribute \"value\"",
     "<code value=\"3000\" registered=\"Alpha\" x:value=\"3001\" "
     "xmlns:x=\"urn:other\">\n" PARTS END},
    /* values and kinds */
    {1, "<code> needs value", "<code>\n" PARTS END},
    {1, "<code> needs value", "<code value=\" \">\n" PARTS END},
    {1, "the value \"5000\" is outside 0-4999", "<code value=\"5000\"/>"},
    {1, "the value \"x\" is neither", "<code value=\"x\"/>"},
    {1, "the value \"3000-3001\" is a range", "<code value=\"3000-3001\"/>"},
    {5, "is also in line 23", CODE PARTS END CODE PARTS END},
    {5, "is also in line 23",
     CODE PARTS END "<code value=\"0xBB8\" registered=\"Alpha\">\n" PARTS END},
    {1, "<range> needs kind", "<range/>"},
    {1, "\"odd\" is no kind of range", "<range kind=\"odd\"/>"},
    {1, "\"assigned\" is no kind of range", "<range kind=\"assigned\"/>"},
    {1, "is also in line 3", RANGE("unused")},
    /* rules */
    {1, "needs <wire> and <sender>", CODE BEGIN END},
    {1, "needs <wire> and <sender>", CODE WIRE END},
    {2, "<wire> needs accept", CODE "<wire source=\"s\"/>\n" END},
    {2, "<wire> needs source", CODE "<wire accept=\"never\"/>\n" END},
    {2, "<wire> needs source",
     CODE "<wire accept=\"never\" source=\" \"/>" END},
    {2, "accept=\"maybe\"", CODE "<wire accept=\"maybe\" source=\"s\"/>" END},
    {2, "accept=\"Strict\"", CODE "<wire accept=\"Strict\" source=\"s\"/>" END},
    {1, "needs <wire accept=\"strict\">",
     CODE "<wire accept=\"lenient\" source=\"s\"/>\n" BEGIN END},
    {3, "a second <wire>", CODE WIRE WIRE BEGIN END},
    {2, "<sender> needs by", CODE "<sender source=\"s\"/>\n" END},
    {2, "<sender> needs source", CODE "<sender by=\"both\"/>\n" END},
    {2, "by=\"peer\"", CODE "<sender by=\"peer\" source=\"s\"/>" END},
    {3, "a second <sender>", CODE BEGIN BEGIN WIRE END},
#define RECONNECT(attributes) CODE WIRE "<reconnect " attributes "/>\n" END
    {3, "<reconnect> needs advice", RECONNECT("source=\"s\"")},
    {3, "<reconnect> needs source", RECONNECT("advice=\"never\"")},
    {3, "advice=\"soon\"", RECONNECT("advice=\"soon\" source=\"s\"")},
    {3, "<reconnect> has no attribute \"min-ms\"",
     RECONNECT("advice=\"never\" min-ms=\"1\" source=\"s\"")},
#define DELAY(bounds) RECONNECT("advice=\"after-delay\" source=\"s\" " bounds)
    {3, "<reconnect> needs min-ms", DELAY("max-ms=\"1\"")},
    {3, "<reconnect> needs max-ms", DELAY("min-ms=\"1\"")},
    {3, "min-ms is more than max-ms", DELAY("min-ms=\"2\" max-ms=\"1\"")},
    {3, "min-ms=\"-1\"", DELAY("min-ms=\"-1\" max-ms=\"1\"")},
    {3, "max-ms=\"5s\"", DELAY("min-ms=\"1\" max-ms=\"5s\"")},
    {3, "max-ms=\"1.5\"", DELAY("min-ms=\"1\" max-ms=\"1.5\"")},
    {3, "max-ms=\"0x10\"", DELAY("min-ms=\"1\" max-ms=\"0x10\"")},
    {3, "max-ms=\"86400001\"", DELAY("min-ms=\"1\" max-ms=\"86400001\"")},
    {3, "min-ms=\"18446744073709551617\"",
     DELAY("min-ms=\"18446744073709551617\" max-ms=\"2\"")},
    {4, "a second <reconnect>",
     CODE WIRE "<reconnect advice=\"never\" source=\"s\"/>\n"
               "<reconnect advice=\"never\" source=\"s\"/>\n" END},
/* causes */
#define CAUSE(content) CODE PARTS "<cause id=\"c\">\n" content "</cause>\n"
#define SOURCE "<source text=\"t\" url=\"https://example.com/\"/>\n"
    {4, "<cause> needs id", CODE PARTS "<cause>" SOURCE "</cause>" END},
    {4, "a cause needs a <source>", CAUSE("") END},
    {5, "<text> cannot stand in <cause>", CAUSE("<text/>") END},
    {5, "<source> needs text", CAUSE("<source/>") END},
    {5, "<source> needs url", CAUSE("<source text=\"t\"/>") END},
    {5, "\"http://a.b/\" is no URL of https",
     CAUSE("<source text=\"t\" url=\"http://a.b/\"/>") END},
    {5, "is no URL of https",
     CAUSE("<source text=\"t\" url=\"https://a.b/&lt;\"/>") END},
    {7, "a second cause \"c\" for one entry",
     CAUSE(SOURCE) "<cause id=\"c\">" SOURCE "</cause>" END},
/* spellings */
#define SPELLING(attributes) CODE PARTS "<spelling" attributes "/>"
    {4, "<spelling> needs text", SPELLING("") END},
    {4, "<spelling> needs source", SPELLING(" text=\"a\"") END},
    {4, "<spelling> needs text", SPELLING(" text=\"\" source=\"b\"") END},
    {4, "has a control character",
     SPELLING(" text=\"a&#x85;\" source=\"b\"") END},
    {4, "<spelling> has no attribute \"by\"",
     SPELLING(" text=\"a\" source=\"b\" by=\"c\"") END},
/* clients */
#define CLIENT "<client name=\"c\" repository=\"r\" file=\"f\" otherwise="
    {1, "<client> needs name", "<client/>"},
    {1, "<client> needs repository", "<client name=\"c\"/>"},
    {1, "<client> needs file", "<client name=\"c\" repository=\"r\"/>"},
    {1, "<client> needs otherwise",
     "<client name=\"c\" repository=\"r\" file=\"f\"/>"},
    {1, "otherwise=\"maybe\" is not one of its values", CLIENT "\"maybe\"/>"},
    {2, "a second <client> named \"c\"",
     CLIENT "\"again\"/>\n" CLIENT "\"never\"/>"},
    {2, "<after> needs codes", CLIENT "\"again\">\n<after/></client>"},
    {2, "<after> needs does",
     CLIENT "\"again\">\n<after codes=\"1000\"/></client>"},
    {2, "does=\"soon\" is not one of its values",
     CLIENT "\"again\">\n<after codes=\"1000\" does=\"soon\"/></client>"},
    {2, "codes=\"x\"",
     CLIENT "\"again\">\n<after codes=\"x\" does=\"never\"/></client>"},
    {3, "c is said to do something after 1001 already",
     CLIENT "\"again\">\n<after codes=\"1000-1001\" does=\"never\"/>\n"
            "<after codes=\"1001-1002\" does=\"again\"/></client>"},
    /* symbols and names */
    {1, "<code> needs registered", "<code value=\"3001\">\n" PARTS END},
    {1, "status=\"unused\" is neither assigned nor reserved",
     "<code value=\"3001\" registered=\"Beta\" status=\"unused\">\n" PARTS END},
    {1, "needs its reason",
     "<code value=\"3000\" registered=\"Alpha\" symbol=\"ALPHA\"/>"},
    {1, "needs its reason",
     "<code value=\"3000\" registered=\"Alpha\" name=\"Alpha One\"/>"},
    {1, "needs its reason",
     "<code value=\"3000\" registered=\"Alpha\" name=\"A\" reason=\"\"/>"},
    {1, "the name is empty",
     "<code value=\"3000\" registered=\"Alpha\" name=\"\" reason=\"r\"/>"},
    {1, "the name has a bidirectional control",
     "<code value=\"3000\" registered=\"Alpha\" name=\"A&#x202D;\" "
     "reason=\"r\"/>"},
#define SYMBOL(value, symbol)                                                  \
    "<code value=\"" value "\" registered=\"A sentence is no name at all\" "   \
    "symbol=\"" symbol "\" reason=\"r\">\n" PARTS END
    {1, "the symbol \"\" is no identifier", SYMBOL("3003", "")},
    {1, "\"Sentence\" is no identifier", SYMBOL("3003", "Sentence")},
    {1, "\"1ST\" is no identifier", SYMBOL("3003", "1ST")},
    {1, "\"_A\" is no identifier", SYMBOL("3003", "_A")},
    {1, "\"A_\" is no identifier", SYMBOL("3003", "A_")},
    {1, "\"A__B\" is no identifier", SYMBOL("3003", "A__B")},
    {1, "\"A B\" is no identifier", SYMBOL("3003", "A B")},
    {1, "\"A-B\" is no identifier", SYMBOL("3003", "A-B")},
    {1, "is no identifier", SYMBOL("3003", "\303\211TAT")},
    {1, "is no identifier",
     SYMBOL("3003", "A123456789A123456789A123456789A123456789A123456789"
                    "A12345")},
    {1, "the symbol STATUS_X of 3003 is one of", SYMBOL("3003", "STATUS_X")},
    {1, "the symbol UNUSED of 3003 is one of", SYMBOL("3003", "UNUSED")},
    {1, "the symbol PRIVATE_USE of", SYMBOL("3003", "PRIVATE_USE")},
    {1, "the symbol ERROR_BAD_CODE of", SYMBOL("3003", "ERROR_BAD_CODE")},
    {1, "the symbol CODE_3004 of", SYMBOL("3003", "CODE_3004")},
    {1, "the symbol VERSION of 3003", SYMBOL("3003", "VERSION")},
};

static void put_semantics(struct workshop *workshop, const char *before,
                          const char *entries, const char *after) {
    workshop_put(
        workshop, "data/semantics.xml",
        arena_printf(&workshop->arena, "%s%s%s", before, entries, after));
}

#define SEMANTICS "data/semantics.xml"

static void test_bad_entries(void **state) {
    struct workshop *workshop = *state;
    long lines_before = 0;
    for (const char *at = BEFORE; *at; at++)
        lines_before += *at == '\n';
    assert_int_equal(lines_before, 22);
    workshop_must_sync(workshop, document_with(workshop, records));
    int failures = 0;
    for (size_t i = 0; i < sizeof bad_entries / sizeof *bad_entries; i++) {
        const struct bad *bad = &bad_entries[i];
        put_semantics(workshop, BEFORE, bad->entries, AFTER);
        failures += workshop_refusal(workshop, SEMANTICS,
                                     lines_before + bad->line, bad->about);
    }
    assert_int_equal(failures, 0);
}

/* Whole files. */
static const struct {
    long line;
    const char *about, *text;
} bad_files[] = {
    {1, "not well-formed", "<semantics"},
    {2, "DOCTYPE", "\n<!DOCTYPE semantics>\n" ROOT RANGES AFTER},
    {1, "the root must be <semantics xmlns=\"urn:wsclose:1\">", "<semantics/>"},
    {1, "the root must be", "<codes xmlns=\"urn:wsclose:1\"/>"},
    {1, "<semantics> has no attribute \"version\"",
     "<semantics xmlns=\"urn:wsclose:1\" version=\"1\"/>"},
    {1, "<semantics> has no place for text", ROOT "text" RANGES AFTER},
    {0, "<range kind=\"unused\">",
     ROOT RANGE("unassigned-protocol") RANGE("unassigned-registered")
         RANGE("private-use") RANGE("invalid") AFTER},
    {0, "<range kind=\"unassigned-protocol\">",
     ROOT RANGE("unused") RANGE("unassigned-registered") RANGE("private-use")
         RANGE("invalid") AFTER},
    {0, "<range kind=\"unassigned-registered\">",
     ROOT RANGE("unused") RANGE("unassigned-protocol") RANGE("private-use")
         RANGE("invalid") AFTER},
    {0, "<range kind=\"private-use\">",
     ROOT RANGE("unused") RANGE("unassigned-protocol")
         RANGE("unassigned-registered") RANGE("invalid") AFTER},
    {0, "<range kind=\"invalid\">",
     ROOT RANGE("unused") RANGE("unassigned-protocol")
         RANGE("unassigned-registered") RANGE("private-use") AFTER},
};

static void test_bad_files(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, records));
    int failures = 0;
    for (size_t i = 0; i < sizeof bad_files / sizeof *bad_files; i++) {
        workshop_put(workshop, "data/semantics.xml", bad_files[i].text);
        failures += workshop_refusal(workshop, SEMANTICS, bad_files[i].line,
                                     bad_files[i].about);
    }
    assert_int_equal(failures, 0);
}

/* A whole good file, of which everything above is a variation. */
static void test_good_file(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, records));
    put_semantics(
        workshop, BEFORE,
        "<!-- a comment -->\n"
        "<code value=\" 3000 \" registered=\"Alpha\" name=\" Alpha  One \" "
        "reason=\"r\">\n" WIRE BEGIN
        "<reconnect advice=\"after-delay\" min-ms=\"0\" max-ms=\"86400000\" "
        "source=\"s\"/>\n" END "<code value=\"0xBB9\" registered=\"Beta\" "
        "symbol=\"BETA\" reason=\"r\">\n" PARTS END,
        AFTER);
    struct outcome outcome = workshop_generate(workshop);
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
    assert_non_null(strstr(workshop_get(workshop, "out/names.inc"),
                           "NAME(3000, \"ALPHA\", \"Alpha One\")"));
}

/* An entry for a code that is not assigned is said once, and nothing else
   happens for it. */
static void test_unassigned_code_is_a_warning(void **state) {
    struct workshop *workshop = *state;
    static const char warning[] =
        "data/semantics.xml:23: warning: the registry does not assign 3002, so "
        "this entry is not used\n";
    workshop_must_sync(workshop, document_with(workshop, records));
    put_semantics(workshop, BEFORE, "", AFTER);
    assert_int_equal(workshop_generate(workshop).exit_code, 0);
    const char *before = workshop_state(workshop, "out");
    put_semantics(workshop, BEFORE, SYMBOL("3002", "GAMMA"), AFTER);
    struct outcome outcome = workshop_generate(workshop);
    assert_string_equal(outcome.err, warning);
    assert_int_equal(outcome.exit_code, 0);
    assert_same_text("out", before, workshop_state(workshop, "out"));

    workshop_remove(workshop, "data/close-codes.xml");
    outcome = workshop_sync(workshop, document_with(workshop, records));
    assert_string_equal(outcome.err, warning);
    assert_int_equal(outcome.exit_code, 0);
}

/* sync refuses the same, and leaves the snapshot as it was. */
static void test_sync_refuses_too(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, document_with(workshop, records));
    put_semantics(workshop, BEFORE, SYMBOL("3003", "UNUSED"), AFTER);
    const char *before = workshop_outputs(workshop);
    struct outcome outcome = workshop_sync(
        workshop,
        document_with(workshop,
                      arena_printf(&workshop->arena,
                                   "%s<record><value>3009</value><description>"
                                   "New</description></record>",
                                   records)));
    assert_int_equal(outcome.exit_code, 3);
    assert_outcome(outcome, 3,
                   "data/semantics.xml:23: error: the symbol UNUSED of 3003");
    assert_same_text("state", before, workshop_outputs(workshop));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_bad_entries),      TEST(test_bad_files),
        TEST(test_good_file),        TEST(test_unassigned_code_is_a_warning),
        TEST(test_sync_refuses_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
