/* SPDX-License-Identifier: MIT */
/* What the parser makes of every shape that IANA's documents have or may have:
   the model, compared with one written by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "read/document.h"
#include "support/workshop.h"

/* A row as the tests write it; what is absent is left out:
   FIRST-LAST kind | text | contact | registered | updated | type data text */
static void print_row(FILE *out, const struct row *row) {
    static const char *const kinds[] = {
        [KIND_ASSIGNED] = "assigned",
        [KIND_RESERVED] = "reserved",
        [KIND_UNUSED] = "unused",
        [KIND_UNASSIGNED_PROTOCOL] = "unassigned",
        [KIND_UNASSIGNED_REGISTERED] = "registrable",
        [KIND_PRIVATE_USE] = "private",
        [KIND_INVALID] = "invalid",
    };
    fprintf(out, "%u-%u %s | %s", row->first, row->last, kinds[row->kind],
            row->text);
    if (row->contact)
        fprintf(out, " | contact %s", row->contact);
    if (row->registered)
        fprintf(out, " | registered %s", row->registered);
    if (row->updated)
        fprintf(out, " | updated %s", row->updated);
    for (size_t i = 0; i < row->reference_count; i++)
        fprintf(out, " | <%s> <%s> <%s>", row->references[i].type,
                row->references[i].data, row->references[i].text);
    fputc('\n', out);
}

enum which { EVERY_ROW, ROWS_OF_RECORDS };

static const char *rows_of(struct workshop *workshop, const struct model *model,
                           enum which which) {
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    assert_non_null(out);
    for (size_t i = 0; i < model->row_count; i++)
        if (which == EVERY_ROW || model->rows[i].line)
            print_row(out, &model->rows[i]);
    assert_int_equal(fclose(out), 0);
    const char *kept = arena_copy(&workshop->arena, text, len);
    free(text);
    return kept;
}

/* Reads a document that must be good. */
static struct model read_good(const char *document) {
    struct file file = {"in.xml", (char *)document, strlen(document)};
    struct report report = {0};
    struct model model = {0};
    int result = document_read(&file, DOCUMENT_FROM_IANA, &report, &model);
    if (result != GEN_OK || report.count)
        fail_msg("line %ld: %s", report.list[0].line, report.list[0].text);
    report_free(&report);
    return model;
}

static void check_document(struct workshop *workshop, const char *what,
                           const char *document, enum which which,
                           const char *expected) {
    struct model model = read_good(document);
    assert_same_text(what, expected, rows_of(workshop, &model, which));
    model_free(&model);
}

/* One record, or a few that belong together, and the rows they make. */
static const struct shape {
    const char *what, *records, *rows;
} shapes[] = {
    {"a single code",
     "<record><value>1000</value><description>Normal Closure</description>"
     "</record>",
     "1000-1000 assigned | Normal Closure\n"},
    {"a range of one",
     "<record><value>1014-1014</value><description>Gateway</description>"
     "</record>",
     "1014-1014 assigned | Gateway\n"},
    {"a range",
     "<record><value>3001-3007</value><description>Unassigned</description>"
     "</record>",
     "3001-3007 registrable | Unassigned\n"},
    {"a range across policy ranges",
     "<record date=\"2020-02\"><value>1016-3999</value>"
     "<description>Unassigned</description></record>",
     "1016-2999 unassigned | Unassigned | registered 2020-02\n"
     "3000-3999 registrable | Unassigned | registered 2020-02\n"},
    {"a range that begins below 1000",
     "<record><value>990-1001</value><description>Unassigned</description>"
     "</record>",
     "1000-1001 unassigned | Unassigned\n"},
    {"hexadecimal values",
     "<record><value>0x3E8</value><description>A</description></record>"
     "<record><value>0x3eA-0X3eb</value><description>Unassigned</description>"
     "</record>",
     "1000-1000 assigned | A\n"
     "1002-1003 unassigned | Unassigned\n"},
    {"blanks round the dash and the value",
     "<record><value> 3001 - 3002 </value><description>Unassigned"
     "</description></record>"
     "<record><value>\n3005\n-\n3006\t</value><description>Unassigned"
     "</description></record>",
     "3001-3002 registrable | Unassigned\n"
     "3005-3006 registrable | Unassigned\n"},
    {"the first and the last code of each region",
     "<record><value>2999</value><description>A</description></record>"
     "<record><value>3000</value><description>B</description></record>"
     "<record><value>3999</value><description>C</description></record>"
     "<record><value>4000-4999</value><description>Private Use</description>"
     "</record>",
     "2999-2999 assigned | A\n"
     "3000-3000 assigned | B\n"
     "3999-3999 assigned | C\n"
     "4000-4999 private | Private Use\n"},
    {"a description wrapped over three lines",
     "<record><value>1014</value><description>The server was\n"
     "        acting as a gateway\n"
     "\t\tor proxy. </description></record>",
     "1014-1014 assigned | The server was acting as a gateway or proxy.\n"},
    {"a trailing blank in data",
     "<record><value>1000</value><description>A</description>"
     "<xref type=\"rfc\" data=\"rfc6455 \"/></record>",
     "1000-1000 assigned | A | <rfc> <rfc6455> <>\n"},
    {"an empty contact",
     "<record><value>1000</value><description>A</description><contact/>"
     "</record>",
     "1000-1000 assigned | A\n"},
    {"a contact in words",
     "<record><value>1000</value><description>A</description>"
     "<contact>  The  Working Group </contact></record>",
     "1000-1000 assigned | A | contact The Working Group\n"},
    {"a contact of <people>, without the address",
     "<record><value>1000</value><description>A</description>"
     "<contact><xref type=\"person\" data=\"Jane_Doe\"/></contact></record>",
     "1000-1000 assigned | A | contact Jane Doe\n"},
    {"a contact that <people> does not have",
     "<record><value>1000</value><description>A</description>"
     "<contact><xref type=\"person\" data=\"No_Such_One\"/></contact></record>",
     "1000-1000 assigned | A | contact No Such One\n"},
    {"two contacts on lines of their own",
     "<record><value>1000</value><description>A</description>"
     "<contact>\n  <xref type=\"person\" data=\"Jane_Doe\"/>\n  "
     "<xref type=\"person\" data=\"X_Y\"/>\n</contact></record>",
     "1000-1000 assigned | A | contact Jane Doe, X Y\n"},
    {"a contact with addresses",
     "<record><value>1000</value><description>A</description>"
     "<contact>Z &lt;z@example.org&gt; <xref type=\"uri\" "
     "data=\"mailto:z&amp;example.org\"/></contact></record>",
     "1000-1000 assigned | A | contact Z\n"},
    {"a contact that is no address",
     "<record><value>1000</value><description>A</description>"
     "<contact>@ home</contact></record>",
     "1000-1000 assigned | A | contact @ home\n"},
    {"two contacts in one element, and in two",
     "<record><value>1000</value><description>A</description>"
     "<contact><xref type=\"person\" data=\"Jane_Doe\"/>"
     "<xref type=\"person\" data=\"X_Y\"/></contact></record>"
     "<record><value>1001</value><description>B</description>"
     "<contact><xref type=\"person\" data=\"Jane_Doe\"/></contact>"
     "<contact/><contact>Z</contact></record>",
     "1000-1000 assigned | A | contact Jane Doe, X Y\n"
     "1001-1001 assigned | B | contact Jane Doe, Z\n"},
    {"two references",
     "<record><value>1011</value><description>A</description>"
     "<xref type=\"rfc\" data=\"rfc6455\"/>"
     "<xref type=\"rfc-errata\" data=\"3227\"/></record>",
     "1011-1011 assigned | A | <rfc> <rfc6455> <> | <rfc-errata> <3227> <>\n"},
    {"a reference in words",
     "<record><value>1011</value><description>A</description>"
     "<xref type=\"text\">A book,\n page 3</xref></record>",
     "1011-1011 assigned | A | <text> <> <A book, page 3>\n"},
    {"a reference to a person",
     "<record><value>1011</value><description>A</description>"
     "<xref type=\"person\" data=\"Jane_Doe\"/></record>",
     "1011-1011 assigned | A | <text> <> <Jane Doe>\n"},
    {"no reference, dates",
     "<record date=\"2021-09-06\" updated=\"2024-02-29\"><value>3000</value>"
     "<description>Unauthorized</description></record>",
     "3000-3000 assigned | Unauthorized | registered 2021-09-06 | "
     "updated 2024-02-29\n"},
    {"dates of a month",
     "<record date=\"2021-09\" updated=\"2021-12\"><value>3000</value>"
     "<description>A</description></record>",
     "3000-3000 assigned | A | registered 2021-09 | updated 2021-12\n"},
    {"what the schema allows and nobody needs",
     "<hide/><category>c</category><file type=\"csv\">f</file>"
     "<note title=\"n\">text <xref type=\"rfc\" data=\"rfc1\"/></note>"
     "<metadata><foo/></metadata><expert>Jane Doe</expert>"
     "<record><value>1000</value><controller>c</controller><hide/>"
     "<description>A</description><metadata>m</metadata>"
     "<note title=\"n\">text</note><category>c</category>"
     "<file type=\"xml\">f</file></record>",
     "1000-1000 assigned | A\n"},
    {"elements and attributes that nobody has seen yet",
     "<surprise><record><value>9</value></record></surprise>"
     "<record state=\"x\" xmlns:y=\"urn:y\" y:date=\"z\"><value>1000</value>"
     "<description>A</description><y:value>7</y:value><y:xref/>"
     "<expires>2030-01-01</expires></record>"
     "<y:record xmlns:y=\"urn:y\"><value>1000</value></y:record>",
     "1000-1000 assigned | A\n"},
    {"a reference inside a description",
     "<record><value>1000</value><description>See <xref type=\"rfc\" "
     "data=\"rfc6455\"/> or <xref type=\"uri\" data=\"http://a/\">a page</xref>"
     "</description></record>",
     "1000-1000 assigned | See RFC 6455 or a page\n"},
    {"unknown elements inside a description",
     "<record><value>1000</value><description>Very <b>big <i>one</i></b>"
     "</description></record>",
     "1000-1000 assigned | Very big one\n"},
    {"CDATA",
     "<record><value><![CDATA[1000]]></value><description>A <![CDATA[<b> & "
     "*/]]> C</description></record>",
     "1000-1000 assigned | A <b> & */ C\n"},
    {"comments and instructions inside text",
     "<record><value>10<!-- x -->00</value><description>Go<!-- <!> -->ing "
     "<?php exit ?>Away</description></record>",
     "1000-1000 assigned | Going Away\n"},
    {"character references and predefined entities",
     "<record><value>1000</value><description>&lt;&#65;&amp;&#x42;&gt; "
     "&#x1F6AA;</description></record>",
     "1000-1000 assigned | <A&B> \360\237\232\252\n"},
    {"records out of order, with gaps",
     "<record><value>3001</value><description>C</description></record>"
     "<record><value>1001</value><description>B</description></record>"
     "<record><value>1000</value><description>A</description></record>",
     "1000-1000 assigned | A\n"
     "1001-1001 assigned | B\n"
     "3001-3001 assigned | C\n"},
    {"states behind a description",
     "<record><value>3000</value><description>A (TEMPORARY - registered "
     "2026-01-01, expires 2027-01-01)</description></record>"
     "<record><value>3001</value><description>B (OBSOLETED)</description>"
     "</record>"
     "<record><value>3002</value><description>(Unused)</description></record>"
     "<record><value>3003</value><description>Unassigned (was C)"
     "</description></record>",
     "3000-3000 assigned | A (TEMPORARY - registered 2026-01-01, expires "
     "2027-01-01)\n"
     "3001-3001 assigned | B (OBSOLETED)\n"
     "3002-3002 reserved | (Unused)\n"
     "3003-3003 registrable | Unassigned (was C)\n"},
    {"words that are a state, and words that only begin like one",
     "<record><value>1004</value><description>Reserved</description></record>"
     "<record><value>1005</value><description>RESERVED for later use"
     "</description></record>"
     "<record><value>1006</value><description>Reserved Seat Taken"
     "</description></record>"
     "<record><value>1007</value><description>Unassigned Task</description>"
     "</record>"
     "<record><value>1008</value><description>unassigned</description>"
     "</record>"
     "<record><value>1009</value><description>Unusedness</description>"
     "</record>",
     "1004-1004 reserved | Reserved\n"
     "1005-1005 reserved | RESERVED for later use\n"
     "1006-1006 assigned | Reserved Seat Taken\n"
     "1007-1007 assigned | Unassigned Task\n"
     "1008-1008 unassigned | unassigned\n"
     "1009-1009 assigned | Unusedness\n"},
    {"an assigned range",
     "<record date=\"2020-01\"><value>3100-3103</value><description>Shard"
     "</description><contact>W</contact>"
     "<xref type=\"rfc\" data=\"rfc1\"/></record>",
     "3100-3100 assigned | Shard | contact W | registered 2020-01 | <rfc> "
     "<rfc1> <>\n"
     "3101-3101 assigned | Shard | contact W | registered 2020-01 | <rfc> "
     "<rfc1> <>\n"
     "3102-3102 assigned | Shard | contact W | registered 2020-01 | <rfc> "
     "<rfc1> <>\n"
     "3103-3103 assigned | Shard | contact W | registered 2020-01 | <rfc> "
     "<rfc1> <>\n"},
};

static void test_longest_text(void **state) {
    struct workshop *workshop = *state;
    char text[4001];
    memset(text, 'x', 4000);
    text[4000] = '\0';
    const char *records = arena_printf(&workshop->arena,
                                       "<record><value>1000</value>"
                                       "<description> %s </description>"
                                       "</record>",
                                       text);
    check_document(
        workshop, "4,000 bytes", document_with(workshop, records),
        ROWS_OF_RECORDS,
        arena_printf(&workshop->arena, "1000-1000 assigned | %s\n", text));
}

static void test_shapes(void **state) {
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const struct shape *shape = &shapes[i];
        check_document(*state, shape->what,
                       document_with(*state, shape->records), ROWS_OF_RECORDS,
                       shape->rows);
    }
}

static void test_rows_partition_every_code(void **state) {
    check_document(
        *state, "gaps are filled, what is unused is one row",
        document_with(
            *state,
            "<record><value>1001</value><description>B</description></record>"
            "<record><value>5-99</value><description>Unused</description>"
            "</record>"
            "<record><value>500-999</value><description>Reserved</description>"
            "</record>"
            "<record><value>3005-3010</value><description>Unassigned"
            "</description></record>"
            "<record><value>4100-4200</value><description>Reserved for "
            "Private Use</description></record>"),
        EVERY_ROW,
        "0-999 unused | \n"
        "1000-1000 unassigned | Unassigned\n"
        "1001-1001 assigned | B\n"
        "1002-2999 unassigned | Unassigned\n"
        "3000-3004 registrable | Unassigned\n"
        "3005-3010 registrable | Unassigned\n"
        "3011-3999 registrable | Unassigned\n"
        "4000-4099 private | Reserved for Private Use\n"
        "4100-4200 private | Reserved for Private Use\n"
        "4201-4999 private | Reserved for Private Use\n"
        "5000-4294967295 invalid | \n");
}

/* The order of the parts, other registries with the same values, and elements
   of other namespaces do not matter. */
static void test_registry_is_found_by_its_id(void **state) {
    struct workshop *workshop = *state;
    const char *document = workshop_get(workshop, TEST_DATA "/good/order.xml");
    struct model model = read_good(document);
    assert_string_equal(model.updated, "2026-02-28");
    assert_string_equal(model.title, "Numbers of the End");
    assert_int_equal(model.reference_count, 1);
    assert_string_equal(model.references[0].data, "rfc6455");
    assert_int_equal(model.policy_count, 2);
    assert_int_equal(model.policies[0].first, 1000);
    assert_int_equal(model.policies[0].last, 2999);
    assert_string_equal(model.policies[0].rule, "Standards Action");
    assert_int_equal(model.policies[1].first, 3000);
    assert_int_equal(model.policies[1].last, 3999);
    assert_string_equal(model.policies[1].rule, "First Come First Served");
    assert_same_text("rows", "1000-1000 assigned | Done | contact Ann Lee\n",
                     rows_of(workshop, &model, ROWS_OF_RECORDS));
    model_free(&model);
}

static void test_byte_order_mark(void **state) {
    struct workshop *workshop = *state;
    const char *document = document_with(
        workshop, "<record><value>1000</value><description>\303\251"
                  "</description></record>");
    check_document(workshop, "a byte order mark",
                   arena_printf(&workshop->arena, "\357\273\277%s", document),
                   ROWS_OF_RECORDS, "1000-1000 assigned | \303\251\n");
}

static void test_created_stands_for_updated(void **state) {
    (void)state;
    struct model model = read_good(
        "<registry xmlns='http://www.iana.org/assignments' id='websocket'>"
        "<created>2011-10-20</created><registry id='close-code-number'>"
        "<record><value>1000</value><description>A</description></record>"
        "</registry></registry>");
    assert_string_equal(model.updated, "2011-10-20");
    model_free(&model);
}

/* The rows of the snapshot that the program writes. */
static const char *snapshot_rows(struct workshop *workshop) {
    const char *bytes = workshop_get(workshop, "data/close-codes.xml");
    struct file file = {"close-codes.xml", (char *)bytes, strlen(bytes)};
    struct report report = {0};
    struct model model = {0};
    int result = document_read(&file, DOCUMENT_SNAPSHOT, &report, &model);
    assert_int_equal(result, GEN_OK);
    const char *rows = rows_of(workshop, &model, ROWS_OF_RECORDS);
    model_free(&model);
    report_free(&report);
    return rows;
}

static void test_snapshot_says_the_same(void **state) {
    struct workshop *workshop = *state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const struct shape *shape = &shapes[i];
        workshop_remove(workshop, "data/close-codes.xml");
        workshop_must_sync(workshop, document_with(workshop, shape->records));
        const char *rows = snapshot_rows(workshop);
        for (const char *row = shape->rows; *row;) {
            size_t len = strcspn(row, "\n") + 1;
            const char *one = arena_copy(&workshop->arena, row, len);
            if (!strstr(rows, one))
                fail_msg("%s: the snapshot lost %s", shape->what, one);
            row += len;
        }
    }
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_shapes),
        TEST(test_longest_text),
        TEST(test_rows_partition_every_code),
        TEST(test_registry_is_found_by_its_id),
        TEST(test_byte_order_mark),
        TEST(test_created_stands_for_updated),
        TEST(test_snapshot_says_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
