/* SPDX-License-Identifier: MIT */
/* The rules under a registry of another day, and the languages: they follow it
   and semantics.xml, and no line of C changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/compile.h"
#include "support/workshop.h"

#define FUTURE TEST_DATA "/future/"
#define DATA TEST_DATA "/registry/"

/* What changes on the day, for the codes that nobody has written of yet:
   assigned ones may be sent and received, reserved ones are as 1004. */
static const char followed[] =
    "1016 PAYMENT_DUE: sent by both, taken strict, answer 1016, relay 1016, "
    "advice 0, built 2\n"
    "1017 RESERVED_1017: sent by nobody, taken lenient, answer 1002, "
    "relay 1011, advice 0, built -3\n"
    "3001 LUNCH_BREAK: sent by both, taken strict, answer 3001, relay 3001, "
    "advice 0, built 2\n";

/* And what then changes with an entry for 1016. */
static const char written[] =
    "1016 PAYMENT_DUE: sent by nobody, taken never, answer 1002, relay 1011, "
    "advice 3 1000-2000 [RFC 9999 5], built -3\n";

static void open_today(struct workshop *workshop) {
    workshop_put(workshop, "data/close-codes.xml",
                 workshop_get(workshop, DATA "close-codes.xml"));
    workshop_put_data(workshop, "data", DATA);
    assert_int_equal(workshop_generate(workshop).exit_code, 0);
}

static void sync_with(struct workshop *workshop, const char *document) {
    struct outcome outcome = workshop_sync(workshop, document);
    if (outcome.exit_code)
        fail_msg("sync ends with %d: %s", outcome.exit_code, outcome.err);
}

/* The text with something added before the mark. */
static const char *with_before(struct workshop *workshop, const char *text,
                               const char *mark, const char *added) {
    const char *at = strstr(text, mark);
    assert_non_null(at);
    return arena_printf(&workshop->arena, "%.*s%s%s", (int)(at - text), text,
                        added, at);
}

static const char *rules(struct workshop *workshop) {
    return workshop_compile_and_run(workshop, workshop_strict,
                                    FUTURE "program.c");
}

/* The text of a file with something in the place of the mark. */
static const char *with_instead(struct workshop *workshop, const char *path,
                                const char *mark, const char *other) {
    const char *text = workshop_get(workshop, path), *at = strstr(text, mark);
    assert_non_null(at);
    return arena_printf(&workshop->arena, "%.*s%s%s", (int)(at - text), text,
                        other, at + strlen(mark));
}

/* The lines of after that differ from those of before. */
static const char *changed(struct workshop *workshop, const char *before,
                           const char *after) {
    const char *ret = "";
    while (*before && *after) {
        size_t old = strcspn(before, "\n") + 1, new = strcspn(after, "\n") + 1;
        if (old != new || memcmp(before, after, new) != 0)
            ret =
                arena_printf(&workshop->arena, "%s%.*s", ret, (int)new, after);
        before += old;
        after += new;
    }
    assert_string_equal(before, after);
    return ret;
}

static void rules_follow_the_registry(void **state) {
    struct workshop *workshop = *state;
    open_today(workshop);
    const char *today = rules(workshop);
    sync_with(workshop, workshop_get(workshop, FUTURE "websocket.xml"));
    const char *future = rules(workshop);
    assert_same_text("today", followed, changed(workshop, today, future));
}

static void rules_follow_semantics(void **state) {
    struct workshop *workshop = *state;
    open_today(workshop);
    sync_with(workshop, workshop_get(workshop, FUTURE "websocket.xml"));
    const char *before = rules(workshop);
    workshop_put(
        workshop, "data/semantics.xml",
        with_before(workshop, workshop_get(workshop, DATA "semantics.xml"),
                    "</semantics>", workshop_get(workshop, FUTURE "1016.xml")));
    assert_int_equal(workshop_generate(workshop).exit_code, 0);
    const char *after = rules(workshop);
    assert_same_text("1016", written, changed(workshop, before, after));
}

/* A code that came and went is as it was. */
static void rules_go_back_with_the_data(void **state) {
    struct workshop *workshop = *state;
    open_today(workshop);
    const char *before = workshop_content(workshop, "out");
    sync_with(workshop, workshop_get(workshop, FUTURE "websocket.xml"));
    assert_string_not_equal(workshop_content(workshop, "out"), before);
    open_today(workshop);
    assert_same_text("out", before, workshop_content(workshop, "out"));
}

/* Registrations of 3100 and on, each called as one of the names. */
static const char *document_of(struct workshop *workshop, const char *names) {
    const char *records = "";
    for (unsigned code = 3100; *names; code++) {
        size_t len = strcspn(names, "\n");
        char *text = arena_copy(&workshop->arena, names, len);
        for (char *at = text; *at; at++)
            *at = *at == '_' ? ' ' : *at;
        records = arena_printf(&workshop->arena,
                               "%s<record><value>%u</value><description>%s"
                               "</description></record>\n",
                               records, code, text);
        names += len + 1;
    }
    return document_with(workshop, records);
}

/* A registration may be called as a name of the public header is: its symbol
   is then another, or a macro would hide the enumerator. */
static void header_names_are_no_symbols(void **state) {
    struct workshop *workshop = *state;
    const char *names = header_names(workshop);
    assert_non_null(strstr(names, "PAYLOAD_MAX\n"));
    sync_with(workshop, document_of(workshop, names));
    const char *lines = rules(workshop);
    for (unsigned code = 3100; *names; code++) {
        int len = (int)strcspn(names, "\n");
        if (strstr(lines, arena_printf(&workshop->arena, "\n%u %.*s: ", code,
                                       len, names)))
            fail_msg("a symbol of %u is the header's own: %.*s", code, len,
                     names);
        names += len + 1;
    }
}

static void languages_follow_their_files(void **state) {
    struct workshop *workshop = *state;
    open_today(workshop);
    workshop_put(workshop, "data/languages/zu-Latn.xml",
                 with_instead(workshop, "data/languages/ja.xml", "\"ja\"",
                              "\"zu-Latn\" also=\"zu zu-BW\""));
    workshop_remove(workshop, "data/languages/ja.xml");
    assert_int_equal(workshop_generate(workshop).exit_code, 0);
    assert_same_text("meanings",
                     "zu-Latn 異常切断\n"
                     "zu-Latn 異常切断\n"
                     "zu-Latn 異常切断\n"
                     "zu-Latn 異常切断\n"
                     "zu-Latn 異常切断\n"
                     "en Ended without a Close frame\n"
                     "en Ended without a Close frame\n"
                     "en Ended without a Close frame\n"
                     "en Ended without a Close frame\n"
                     "en Ended without a Close frame\n"
                     "en Ended without a Close frame\n",
                     workshop_compile_and_run(workshop, workshop_strict,
                                              FUTURE "languages.c"));
}

static void assert_has(const char *text, const char *part) {
    if (!strstr(text, part))
        fail_msg("\"%s\" is not in:\n%s", part, text);
}

/* An entry of semantics.xml is about the registration that it was written of:
   one that was reserved then says nothing of what the code means now, and a
   description that was reworded makes no local code one that is sent. */
static void entries_are_of_their_registration(void **state) {
    struct workshop *workshop = *state;
    workshop_put_data(workshop, "data", DATA);
    workshop_put(workshop, "reworded.xml",
                 with_instead(workshop, FUTURE "websocket.xml",
                              "<description>Abnormal Closure",
                              "<description>Abnormal Ending"));
    struct outcome outcome =
        workshop_sync(workshop, with_instead(workshop, "reworded.xml",
                                             "<value>1004</value>\n      "
                                             "<description>Reserved",
                                             "<value>1004</value>\n      "
                                             "<description>Quota Exceeded"));
    assert_int_equal(outcome.exit_code, 0);
    assert_has(outcome.err,
               ": warning: this entry was written of \"Reserved\", reserved; "
               "1004 is \"Quota Exceeded\", assigned, now: nothing of it is "
               "used; write it anew\n");
    assert_has(outcome.err,
               ": warning: this entry was written of \"Abnormal Closure\", "
               "assigned; 1006 is \"Abnormal Ending\", assigned, now: <wire> "
               "and <sender> alone of it is used; write it anew\n");
    assert_has(outcome.out, "  wanting     1004 ");
    assert_has(outcome.out, "  wanting     1006 ");
    const char *lines = rules(workshop);
    assert_has(lines, "\n1004 QUOTA_EXCEEDED: sent by both, taken strict, "
                      "answer 1004, relay 1004, advice 0, built 2\n");
    assert_has(lines, "\n1006 ABNORMAL_ENDING: sent by nobody, taken never, "
                      "answer 1002, relay 1011, advice 0, built -3\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rules_follow_the_registry,
                                        workshop_open, workshop_close),
        cmocka_unit_test_setup_teardown(rules_follow_semantics, workshop_open,
                                        workshop_close),
        cmocka_unit_test_setup_teardown(entries_are_of_their_registration,
                                        workshop_open, workshop_close),
        cmocka_unit_test_setup_teardown(rules_go_back_with_the_data,
                                        workshop_open, workshop_close),
        cmocka_unit_test_setup_teardown(header_names_are_no_symbols,
                                        workshop_open, workshop_close),
        cmocka_unit_test_setup_teardown(languages_follow_their_files,
                                        workshop_open, workshop_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
