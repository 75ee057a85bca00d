/* SPDX-License-Identifier: MIT */
/* What counts as a change between two registries, and as which. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "judge/change.h"
#include "read/document.h"
#include "support/records.h"
#include "support/workshop.h"

#define POLICY(value, rule)                                                    \
    "<range><value>" value "</value><registration_rule>" rule                  \
    "</registration_rule></range>"
#define RFC(number) "<xref type=\"rfc\" data=\"rfc" number "\"/>"

static const struct pair {
    const char *what, *from, *to;
    const char *changes; /* the bump, then a line for each */
} pairs[] = {
    /* the same by meaning */
    {"itself", RECORD("3000", "A"), RECORD("3000", "A"), "none\n"},
    {"the order of records", RECORD("3000", "A") RECORD("3001", "B"),
     RECORD("3001", "B") RECORD("3000", "A"), "none\n"},
    {"white space", RECORD("3000", "A b"), RECORD(" 3000 ", "\n  A\n\t b "),
     "none\n"},
    {"comments, unknown elements and notes", RECORD("3000", "A"),
     "<!-- x --><note title=\"n\">n</note><hide/>" RECORD_WITH("", "3000", "A",
                                                               "<category/>"),
     "none\n"},
    {"a range of one", RECORD("3000", "A"), RECORD("3000-3000", "A"), "none\n"},
    {"hexadecimal", RECORD("3000", "A"), RECORD("0xBB8", "A"), "none\n"},
    {"a row of nobody left out",
     RECORD("3000", "A") RECORD("3001-3999", "Unassigned"), RECORD("3000", "A"),
     "none\n"},
    {"a row of nobody across policies",
     RECORD("1000", "A") RECORD("1001-2999", "Unassigned")
         RECORD("3000-3999", "Unassigned"),
     RECORD("1000", "A") RECORD("1001-3999", "Unassigned"), "none\n"},
    {"an empty contact", RECORD("3000", "A"),
     RECORD_WITH("", "3000", "A", "<contact/>"), "none\n"},
    {"a person by name and by reference",
     RECORD_WITH("", "3000", "A", "<contact>Jane Doe</contact>"),
     RECORD_WITH(
         "", "3000", "A",
         "<contact><xref type=\"person\" data=\"Jane_Doe\"/></contact>"),
     "none\n"},
    {"a blank behind a reference", RECORD_WITH("", "3000", "A", RFC("6455")),
     RECORD_WITH("", "3000", "A", RFC("6455 ")), "none\n"},
    {"the order of policies",
     POLICY("1000-2999", "x") POLICY("3000-3999", "y") RECORD("3000", "A"),
     POLICY("3000-3999", "y") POLICY("1000-2999", "x") RECORD("3000", "A"),
     "none\n"},

    /* added; the unassigned range around it is no change of its own */
    {"added inside a range",
     RECORD("3000", "A") RECORD("3001-3999", "Unassigned"),
     RECORD("3000", "A") RECORD("3001-3099", "Unassigned") RECORD("3100", "B")
         RECORD("3101-3999", "Unassigned"),
     "minor\nadded 3100-3100 - -> B\n"},
    {"added at its beginning",
     RECORD("3000", "A") RECORD("3001-3999", "Unassigned"),
     RECORD("3000", "A") RECORD("3001", "B") RECORD("3002-3999", "Unassigned"),
     "minor\nadded 3001-3001 - -> B\n"},
    {"added at its end", RECORD("3000", "A") RECORD("3001-3999", "Unassigned"),
     RECORD("3000", "A") RECORD("3001-3998", "Unassigned") RECORD("3999", "B"),
     "minor\nadded 3999-3999 - -> B\n"},
    {"two added", RECORD("3000", "A"),
     RECORD("3000", "A") RECORD("3003", "B") RECORD("1016", "C"),
     "minor\nadded 1016-1016 - -> C\nadded 3003-3003 - -> B\n"},
    {"a range added", RECORD("3000", "A"),
     RECORD("3000", "A") RECORD("3001-3002", "B"),
     "minor\nadded 3001-3001 - -> B\nadded 3002-3002 - -> B\n"},
    {"a reservation added", RECORD("3000", "A"),
     RECORD("3000", "A") RECORD("3001", "Reserved"),
     "minor\nadded 3001-3001 - -> Reserved\n"},
    {"all that comes with an added code is added with it", RECORD("3000", "A"),
     RECORD("3000", "A") RECORD_WITH(" date=\"2026-01-01\"", "3001", "B",
                                     "<contact>Somebody</contact>" RFC("1")),
     "minor\nadded 3001-3001 - -> B\n"},

    /* removed */
    {"back to unassigned", RECORD("3000", "A") RECORD("3001", "B"),
     RECORD("3000", "A") RECORD("3001", "Unassigned"),
     "minor\nremoved 3001-3001 B -> Unassigned\n"},
    {"gone", RECORD("3000", "A") RECORD("3001", "B"), RECORD("3000", "A"),
     "minor\nremoved 3001-3001 B -> Unassigned\n"},
    {"gone between two ranges",
     RECORD("3000", "A") RECORD("3001-3005", "Unassigned") RECORD("3006", "B")
         RECORD("3007-3999", "Unassigned"),
     RECORD("3000", "A") RECORD("3001-3999", "Unassigned"),
     "minor\nremoved 3006-3006 B -> Unassigned\n"},
    {"moved", RECORD("3000", "A"), RECORD("3001", "A"),
     "minor\nremoved 3000-3000 A -> Unassigned\nadded 3001-3001 - -> A\n"},
    {"a range narrowed", RECORD("3000-3002", "A"), RECORD("3000-3001", "A"),
     "minor\nremoved 3002-3002 A -> Unassigned\n"},

    /* renamed, status */
    {"renamed", RECORD("3000", "A"), RECORD("3000", "A!"),
     "patch\nrenamed 3000-3000 A -> A!\n"},
    {"case alone", RECORD("3000", "abc"), RECORD("3000", "Abc"),
     "patch\nrenamed 3000-3000 abc -> Abc\n"},
    {"what nobody has, renamed",
     RECORD("3000", "A") RECORD("3001-3999", "Unassigned"),
     RECORD("3000", "A") RECORD("3001-3999", "Unassigned (for now)"),
     "patch\nrenamed 3001-3999 Unassigned -> Unassigned (for now)\n"},
    {"a reservation assigned", RECORD("1004", "Reserved"), RECORD("1004", "A"),
     "minor\nstatus 1004-1004 Reserved -> A\n"},
    {"an assignment reserved", RECORD("1004", "A"), RECORD("1004", "Reserved"),
     "minor\nstatus 1004-1004 A -> Reserved\n"},
    {"a reservation reworded", RECORD("1004", "Reserved"),
     RECORD("1004", "Reserved (for later)"),
     "patch\nrenamed 1004-1004 Reserved -> Reserved (for later)\n"},

    /* split */
    {"split in two", RECORD("3000", "A") RECORD("3001-3999", "Unassigned"),
     RECORD("3000", "A") RECORD("3001-3499", "Unassigned")
         RECORD("3500-3999", "Unassigned"),
     "patch\nsplit 3001-3999 3001-3999 -> 3001-3499, 3500-3999\n"},
    {"split in three", RECORD("3000", "A") RECORD("3001-3999", "Unassigned"),
     RECORD("3000", "A") RECORD("3001", "Unassigned")
         RECORD("3002-3003", "Unassigned") RECORD("3004-3999", "Unassigned"),
     "patch\nsplit 3001-3999 3001-3999 -> 3001, 3002-3003, 3004-3999\n"},
    {"joined",
     RECORD("3000", "A") RECORD("3001-3499", "Unassigned")
         RECORD("3500-3999", "Unassigned"),
     RECORD("3000", "A") RECORD("3001-3999", "Unassigned"),
     "patch\nsplit 3001-3999 3001-3499, 3500-3999 -> 3001-3999\n"},
    {"split, and one added behind",
     RECORD("3000", "A") RECORD("3001-3999", "Unassigned"),
     RECORD("3000", "A") RECORD("3001-3009", "Unassigned")
         RECORD("3010-3019", "Unassigned") RECORD("3020", "B")
             RECORD("3021-3999", "Unassigned"),
     "minor\nsplit 3001-3019 3001-3999 -> 3001-3009, 3010-3019\n"
     "added 3020-3020 - -> B\n"},
    {"private use split", RECORD("3000", "A"),
     RECORD("3000", "A") RECORD("4000-4499", "Reserved for Private Use")
         RECORD("4500-4999", "Reserved for Private Use"),
     "patch\nsplit 4000-4999 4000-4999 -> 4000-4499, 4500-4999\n"},

    /* facts */
    {"a reference more", RECORD_WITH("", "3000", "A", RFC("1")),
     RECORD_WITH("", "3000", "A",
                 RFC("1") "<xref type=\"rfc-errata\" data=\"2\"/>"),
     "patch\nreferences 3000-3000 RFC 1 -> RFC 1, RFC Errata 2\n"},
    {"no reference any more", RECORD_WITH("", "3000", "A", RFC("1")),
     RECORD("3000", "A"), "patch\nreferences 3000-3000 RFC 1 -> -\n"},
    {"another reference",
     RECORD_WITH("", "3000", "A", "<xref type=\"uri\" data=\"http://a/\"/>"),
     RECORD_WITH("", "3000", "A", "<xref type=\"uri\" data=\"http://b/\"/>"),
     "patch\nreferences 3000-3000 http://a/ -> http://b/\n"},
    {"a reference's text",
     RECORD_WITH("", "3000", "A", "<xref type=\"text\">a</xref>"),
     RECORD_WITH("", "3000", "A", "<xref type=\"text\">b</xref>"),
     "patch\nreferences 3000-3000 a -> b\n"},
    {"a contact", RECORD("3000", "A"),
     RECORD_WITH("", "3000", "A", "<contact>C</contact>"),
     "patch\ncontact 3000-3000 - -> C\n"},
    {"another contact", RECORD_WITH("", "3000", "A", "<contact>C</contact>"),
     RECORD_WITH("", "3000", "A", "<contact>D</contact>"),
     "patch\ncontact 3000-3000 C -> D\n"},
    {"a date", RECORD("3000", "A"),
     RECORD_WITH(" date=\"2026-01\"", "3000", "A", ""),
     "patch\ndates 3000-3000 - -> 2026-01, updated never\n"},
    {"another update", RECORD_WITH(" updated=\"2026-01-02\"", "3000", "A", ""),
     RECORD_WITH(" updated=\"2026-01-03\"", "3000", "A", ""),
     "patch\ndates 3000-3000 no date, updated 2026-01-02 -> "
     "no date, updated 2026-01-03\n"},
    {"all facts of a reservation assigned", RECORD("1004", "Reserved"),
     RECORD_WITH(" date=\"2026-01-01\"", "1004", "A",
                 "<contact>C</contact>" RFC("1")),
     "minor\nstatus 1004-1004 Reserved -> A\n"
     "references 1004-1004 - -> RFC 1\ncontact 1004-1004 - -> C\n"
     "dates 1004-1004 - -> 2026-01-01, updated never\n"},
    {"a reference of what nobody has",
     RECORD("3000", "A") RECORD("3001-3999", "Unassigned"),
     RECORD("3000", "A") RECORD_WITH("", "3001-3999", "Unassigned", RFC("1")),
     "patch\nreferences 3001-3999 - -> RFC 1\n"},

    /* policies */
    {"a policy more", POLICY("1000-2999", "x") RECORD("3000", "A"),
     POLICY("1000-2999", "x") POLICY("3000-3999", "y") RECORD("3000", "A"),
     "patch\nstatus 0-4999 1000-2999: x -> 1000-2999: x; 3000-3999: y\n"},
    {"another rule", POLICY("1000-2999", "x") RECORD("3000", "A"),
     POLICY("1000-2999", "y") RECORD("3000", "A"),
     "patch\nstatus 0-4999 1000-2999: x -> 1000-2999: y\n"},
    {"a policy cut", POLICY("1000-2999", "x") RECORD("3000", "A"),
     POLICY("1000-1999", "x") POLICY("2000-2999", "x") RECORD("3000", "A"),
     "patch\nstatus 0-4999 1000-2999: x -> 1000-1999: x; 2000-2999: x\n"},

    /* several at once, by code */
    {"many", RECORD("3000", "A") RECORD("3002", "B") RECORD("1004", "Reserved"),
     RECORD("3000", "AA") RECORD("3001", "N") RECORD("1004", "C"),
     "minor\nstatus 1004-1004 Reserved -> C\nrenamed 3000-3000 A -> AA\n"
     "added 3001-3001 - -> N\nremoved 3002-3002 B -> Unassigned\n"},
};

static void read_model(struct workshop *workshop, const char *records,
                       struct model *ret) {
    const char *text = document_with(workshop, records);
    struct file file = {"in.xml", (char *)text, strlen(text)};
    struct report report = {0};
    *ret = (struct model){0};
    if (document_read(&file, DOCUMENT_FROM_IANA, &report, ret) < 0)
        fail_msg("%s", report.list[0].text);
    report_free(&report);
}

static const char *text_of(struct workshop *workshop,
                           const struct changes *changes) {
    struct arena *arena = &workshop->arena;
    const char *text = arena_printf(arena, "%s\n", changes_bump(changes));
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->list[i];
        text = arena_printf(arena, "%s%s %u-%u %s -> %s\n", text,
                            change_kind_name(change->kind), change->first,
                            change->last, change->before ? change->before : "-",
                            change->after ? change->after : "-");
    }
    return text;
}

static void test_changes(void **state) {
    struct workshop *workshop = *state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct model from, to;
        struct changes changes = {0};
        read_model(workshop, pairs[i].from, &from);
        read_model(workshop, pairs[i].to, &to);
        changes_find(&from, &to, &changes);
        assert_same_text(pairs[i].what, pairs[i].changes,
                         text_of(workshop, &changes));
        changes_free(&changes);
        model_free(&from);
        model_free(&to);
    }
}

/* Read the other way round a change is a change too, and none is none. */
static void test_changes_backwards(void **state) {
    struct workshop *workshop = *state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct model from, to;
        struct changes changes = {0};
        read_model(workshop, pairs[i].from, &from);
        read_model(workshop, pairs[i].to, &to);
        changes_find(&to, &from, &changes);
        bool none = strcmp(pairs[i].changes, "none\n") == 0;
        if ((changes.count == 0) != none)
            fail_msg("%s: %zu changes backwards", pairs[i].what, changes.count);
        changes_free(&changes);
        model_free(&from);
        model_free(&to);
    }
}

static void test_nothing_held(void **state) {
    struct workshop *workshop = *state;
    struct model none = {0}, model;
    struct changes changes = {0};
    read_model(workshop,
               POLICY("1000-2999", "x") RECORD("3000", "A")
                   RECORD("1004", "Reserved") RECORD("3001-3999", "Unassigned"),
               &model);
    changes_find(&none, &model, &changes);
    assert_same_text("no current registry",
                     "minor\nadded 1004-1004 - -> Reserved\n"
                     "added 3000-3000 - -> A\n",
                     text_of(workshop, &changes));
    changes_free(&changes);
    model_free(&model);
}

/* Other registries, people that no row names, titles, dates of the document. */
static void test_noise_is_no_change(void **state) {
    struct workshop *workshop = *state;
    struct model from, to = {0};
    struct changes changes = {0};
    struct report report = {0};
    const char *text =
        "<registry xmlns=\"http://www.iana.org/assignments\" id=\"websocket\">"
        "<title>Another title</title><updated>2030-01-01</updated>"
        "<registry id=\"extension-name\"><record><value>3000</value>"
        "<description>B</description></record></registry>"
        "<registry id=\"close-code-number\"><title>T</title>"
        "<xref type=\"rfc\" data=\"rfc9999\"/>" RECORD("3000", "A")
    "</registry><people><person id=\"X\"><name>X</name></person></people>"
    "</registry>";
    struct file file = {"in.xml", (char *)text, strlen(text)};
    assert_int_equal(document_read(&file, DOCUMENT_FROM_IANA, &report, &to), 0);
    read_model(workshop, RECORD("3000", "A"), &from);
    changes_find(&from, &to, &changes);
    assert_same_text("noise", "none\n", text_of(workshop, &changes));
    changes_free(&changes);
    model_free(&from);
    model_free(&to);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_changes),
        TEST(test_changes_backwards),
        TEST(test_nothing_held),
        TEST(test_noise_is_no_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
