/* SPDX-License-Identifier: MIT */
/*
 * What is generated from four registries, byte for byte: an empty one, a small
 * one, one with private codes beside it, and one of 1,000 codes, of which only
 * the digests are kept. Run with
 * WSCLOSE_REFRESH_GOLDENS=1 this writes tests/data/golden anew, which is what
 * the target wsclose-refresh-goldens does.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sha2.h>

#include <cmocka.h>

#include "support/compile.h"
#include "support/workshop.h"

#define PROGRAMS TEST_SOURCE "/tests/generator/programs/"

#define GOLDEN TEST_DATA "/golden"
#define REFRESH                                                                \
    "if that is meant, run cmake --build BUILD --target "                      \
    "wsclose-refresh-goldens and "                                             \
    "review the difference"

static bool is_refreshing(void) {
    const char *value = getenv("WSCLOSE_REFRESH_GOLDENS");
    return value && strcmp(value, "1") == 0;
}

static const char *golden_path(struct workshop *workshop, const char *name,
                               const char *file) {
    return arena_printf(&workshop->arena, "%s/%s/%s", GOLDEN, name, file);
}

/* Whatever the version is, it is 1.2.3: a release changes no golden. */
static void hide_version(struct workshop *workshop) {
    const char *line = "\"generator\": \"";
    const char *text = workshop_get(workshop, "out/close-codes.json");
    const char *version = strstr(text, line) + strlen(line);
    assert_int_equal(strncmp(version, WSCLOSE_GEN_VERSION "\"",
                             strlen(WSCLOSE_GEN_VERSION "\"")),
                     0);
    workshop_put(workshop, "out/close-codes.json",
                 arena_printf(&workshop->arena, "%.*s1.2.3%s",
                              (int)(version - text), text,
                              version + strlen(WSCLOSE_GEN_VERSION)));
}

/* As sha256sum prints it, in out/. */
static const char *digest_line(struct workshop *workshop, const char *file) {
    const char *text = workshop_get(workshop, file);
    char digest[SHA256_DIGEST_STRING_LENGTH];
    SHA256Data((const uint8_t *)text, strlen(text), digest);
    return arena_printf(&workshop->arena, "%s  %s\n", digest,
                        file + strlen("out/"));
}

/* What is the same for every registry, or nearly so, is kept as a digest. */
static void digest_large_files(struct workshop *workshop) {
    static const char *const large[] = {
        "out/applications.inc",
        "out/applications.json",
        "out/applications.schema.json",
        "out/close-codes.html",
        "out/close-codes.schema.json",
        "out/npm/README.md",
        "out/npm/index.cjs",
        "out/npm/index.mjs",
        "out/npm/package.json",
        "out/words.inc",
    };
    const char *digests = "";
    for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
        digests = arena_printf(&workshop->arena, "%s%s", digests,
                               digest_line(workshop, large[i]));
        workshop_remove(workshop, large[i]);
    }
    workshop_put(workshop, "out/sha256", digests);
}

/* Runs sync on the golden's document. If there is a semantics-before.xml, then
   with that first, so that what it does not name yet gets a placeholder. */
static void sync_golden(struct workshop *workshop, const char *name) {
    const char *document =
        workshop_get(workshop, golden_path(workshop, name, "in.xml"));
    const char *before = golden_path(workshop, name, "semantics-before.xml");
    if (access(before, F_OK) == 0) {
        workshop_put_data(workshop, "data", golden_path(workshop, name, "."));
        workshop_put(workshop, "data/semantics.xml",
                     workshop_get(workshop, before));
        workshop_must_sync(workshop, document);
        workshop_put_data(workshop, "data", golden_path(workshop, name, "."));
    }
    workshop_must_sync(workshop, document);
}

static void keep_snapshot(struct workshop *workshop) {
    const char *move[] = {"mv", "data/close-codes.xml", "out/close-codes.xml",
                          NULL};
    assert_int_equal(workshop_run(workshop, NULL, move).exit_code, 0);
    digest_large_files(workshop);
}

static void refresh(struct workshop *workshop, const char *name) {
    const char *folder = golden_path(workshop, name, "expected");
    const char *argv[] = {"sh", "-c", "rm -rf \"$0\" && cp -R out \"$0\"",
                          folder, NULL};
    assert_int_equal(workshop_run(workshop, NULL, argv).exit_code, 0);
}

static void compare(struct workshop *workshop, const char *name) {
    const char *folder = golden_path(workshop, name, "expected");
    const char **expected = workshop_files(workshop, folder);
    const char **actual = workshop_files(workshop, "out");
    for (size_t i = 0; expected[i] || actual[i]; i++) {
        const char *file = expected[i] ? expected[i] + strlen(folder) + 1 : "";
        const char *other = actual[i] ? actual[i] + strlen("out/") : "";
        if (strcmp(file, other) != 0)
            fail_msg("%s: there should be the file \"%s\", and there is "
                     "\"%s\"; " REFRESH,
                     name, file, other);
        const char *what =
            arena_printf(&workshop->arena, "%s: " REFRESH "\n%s", name, file);
        assert_same_text(what, workshop_get(workshop, expected[i]),
                         workshop_get(workshop, actual[i]));
    }
}

static void check_out(struct workshop *workshop, const char *name) {
    keep_snapshot(workshop);
    hide_version(workshop);
    if (is_refreshing())
        refresh(workshop, name);
    else
        compare(workshop, name);
}

static void check_golden(struct workshop *workshop, const char *name) {
    sync_golden(workshop, name);
    check_out(workshop, name);
}

/* What JSON has of a row the library answers of it. */
static void check_answers(struct workshop *workshop) {
    struct outcome json =
        WORKSHOP_RUN(workshop, "grep", "-E",
                     "^      \"(code|wire|browser_close|reply|relay)\"",
                     "out/close-codes.json");
    assert_outcome(json, 0, "");
    assert_same_text("answers of close-codes.json",
                     workshop_compile_and_run(workshop, workshop_strict,
                                              PROGRAMS "answers.c"),
                     json.out);
}

static void test_empty(void **state) {
    check_golden(*state, "empty");
    assert_same_text(
        "rows of the empty registry",
        "0-999 0 UNUSED | Unused | Not used | \n"
        "1000-2999 3 UNASSIGNED | Unassigned | Not assigned yet | Unassigned\n"
        "3000-3999 3 UNASSIGNED | Unassigned | Not registered yet | "
        "Unassigned\n"
        "4000-4999 4 PRIVATE_USE | Reserved for Private Use | Private use | "
        "Reserved for Private Use\n"
        "5000-4294967295 5 INVALID | Invalid | Not a code | \n",
        workshop_compile_and_run(*state, workshop_strict, PROGRAMS "rows.c"));
}

static void test_small(void **state) {
    check_golden(*state, "small");
    assert_same_text(
        "rows of the small registry",
        "0-999 0 UNUSED | Unused | Not used | \n"
        "1000-1000 1 NORMAL_CLOSURE | Normal Closure | Done | "
        "Normal Closure\n"
        "1001-1003 3 UNASSIGNED | Unassigned | Not assigned yet | Unassigned\n"
        "1004-1004 2 RESERVED | Reserved | Reserved | Reserved\n"
        "1005-1013 3 UNASSIGNED | Unassigned | Not assigned yet | Unassigned\n"
        "1014-1014 1 BAD_GATEWAY | Bad Gateway | The server behind failed | "
        "The server was acting as a gateway and received an invalid response.\n"
        "1015-2999 3 UNASSIGNED | Unassigned | Not assigned yet | Unassigned\n"
        "3000-3000 1 TIMEOUT | Timeout | Timeout | Timeout\n"
        "3001-3001 3 UNASSIGNED | Unassigned | Not registered yet | "
        "Unassigned\n"
        "3002-3002 1 TIMEOUT_3002 | timeout | timeout | timeout\n"
        "3003-3003 1 CODE_3003 | A sentence that is no name | A sentence that "
        "is no name | A sentence that is no name\n"
        "3004-3099 3 UNASSIGNED | Unassigned | Not registered yet | "
        "Unassigned\n"
        "3100-3100 1 SHARD_MOVED | Shard moved | Shard moved | Shard moved\n"
        "3101-3101 1 SHARD_MOVED_3101 | Shard moved | Shard moved | "
        "Shard moved\n"
        "3102-3102 1 SHARD_MOVED_3102 | Shard moved | Moved a second time | "
        "Shard moved\n"
        "3103-3999 3 UNASSIGNED | Unassigned | Not registered yet | "
        "Unassigned\n"
        "4000-4999 4 PRIVATE_USE | Reserved for Private Use | Private use | "
        "Reserved for Private Use\n"
        "5000-4294967295 5 INVALID | Invalid | Not a code | \n",
        workshop_compile_and_run(*state, workshop_strict, PROGRAMS "rows.c"));
    check_answers(*state);
}

static void test_private(void **state) {
    struct workshop *workshop = *state;
    sync_golden(workshop, "private");
    assert_outcome(WORKSHOP_GEN(workshop, "generate", "--data", "data", "--out",
                                "out", "--private",
                                TEST_DATA "/private/graphql-ws.xml"),
                   0, "");
    check_out(workshop, "private");
    check_answers(workshop);
}

/* The full registry: 3000-3999, every seventh code with a description that
   others have too, every eleventh with a sentence. */
static const char *full_description(struct arena *arena, unsigned code) {
    if (code % 11 == 0)
        return arena_printf(arena, "Code %u is not a name", code);
    if (code % 7 == 0)
        return "Same name";
    return arena_printf(arena, "Full <%u> & \"more\"", code);
}

static const char *full_symbol(struct arena *arena, unsigned code) {
    if (code % 11 == 0)
        return arena_printf(arena, "CODE_%u", code);
    if (code == 3010) /* the first that 7 divides and 11 does not */
        return "SAME_NAME";
    if (code % 7 == 0)
        return arena_printf(arena, "SAME_NAME_%u", code);
    return arena_printf(arena, "FULL_%u_MORE", code);
}

/* Codes without a contact or reference among them. */
static const char *full_contact(struct arena *arena, unsigned code) {
    return code % 3 ? arena_printf(arena, "Person %u", code % 100) : NULL;
}

static unsigned full_references(unsigned code) {
    return code % 3;
}

static const char *full_document(struct workshop *workshop) {
    struct arena *arena = &workshop->arena;
    char *records = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&records, &len);
    assert_non_null(out);
    for (unsigned code = 3999; code >= 3000; code--) {
        const char *contact = full_contact(arena, code);
        fprintf(out, "<record date=\"2026-%02u\"><value>%u</value>",
                code % 12 + 1, code);
        fprintf(out, "<description>%s</description>",
                xml_escaped(workshop, full_description(arena, code)));
        if (contact)
            fprintf(out, "<contact>%s</contact>", contact);
        for (unsigned i = 0; i < full_references(code); i++)
            fprintf(out, "<xref type=\"rfc\" data=\"rfc%u\"/>", code + i);
        fputs("</record>\n", out);
    }
    assert_int_equal(fclose(out), 0);
    const char *document = document_with(workshop, records);
    free(records);
    return document;
}

static const char *digests(struct workshop *workshop) {
    const char *ret = "";
    for (const char **file = workshop_files(workshop, "out"); *file; file++)
        ret = arena_printf(&workshop->arena, "%s%s", ret,
                           digest_line(workshop, *file));
    return ret;
}

static void test_full_digests(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, full_document(workshop));
    hide_version(workshop);
    const char *path = golden_path(workshop, "full", "sha256");
    if (is_refreshing())
        workshop_put(workshop, path, digests(workshop));
    else
        assert_same_text("full: " REFRESH, workshop_get(workshop, path),
                         digests(workshop));
}

static void print_assigned(FILE *out, struct arena *arena, unsigned code) {
    const char *contact = full_contact(arena, code);
    fprintf(out, "%u %u-%u %u 1 %s %u | %s | %s | 2026-%02u", code, code, code,
            code + 1, full_symbol(arena, code), code,
            full_description(arena, code), contact ? contact : "-",
            code % 12 + 1);
    for (unsigned i = 0; i < full_references(code); i++)
        fprintf(out, " [RFC %u]", code + i);
    fputc('\n', out);
}

static const char *expected_codes(struct workshop *workshop) {
    static const char none[] = "-1 |";
    char *lines = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&lines, &len);
    assert_non_null(out);
    for (unsigned code = 0; code < 1000; code++)
        fprintf(out, "%u 0-999 1000 0 UNUSED %s Unused | - | -\n", code, none);
    for (unsigned code = 1000; code < 3000; code++)
        fprintf(out, "%u 1000-2999 3000 3 UNASSIGNED %s Unassigned | - | -\n",
                code, none);
    for (unsigned code = 3000; code < 4000; code++)
        print_assigned(out, &workshop->arena, code);
    for (unsigned code = 4000; code < 5000; code++)
        fprintf(out,
                "%u 4000-4999 5000 4 PRIVATE_USE %s Reserved for Private Use | "
                "- | -\n",
                code, none);
    for (unsigned code = 5000; code < 5005; code++)
        fprintf(out, "%u 5000-4294967295 0 5 INVALID %s Invalid | - | -\n",
                code, none);
    assert_int_equal(fclose(out), 0);
    const char *kept = arena_copy(&workshop->arena, lines, len);
    free(lines);
    return kept;
}

static void test_full_look_ups(void **state) {
    struct workshop *workshop = *state;
    workshop_must_sync(workshop, full_document(workshop));
    assert_same_text("codes of the full registry", expected_codes(workshop),
                     workshop_compile_and_run(workshop, workshop_strict,
                                              PROGRAMS "codes.c"));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_empty),        TEST(test_small),         TEST(test_private),
        TEST(test_full_digests), TEST(test_full_look_ups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
