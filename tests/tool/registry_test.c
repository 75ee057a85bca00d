/* SPDX-License-Identifier: MIT */
/* The wsclose tool with the registry of a file, from outside: one that is as
   what is compiled in, one that is newer, and files that are none. */
#include "support/process.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

static char *folder;

static struct process run(const char *registry, const char *lang,
                          const char *const *arguments) {
    char variable[300] = "WSCLOSE_REGISTRY=";
    const char *argv[12] = {WSCLOSE_TOOL, "--lang", lang};
    for (size_t i = 0; arguments[i]; i++)
        argv[i + 3] = arguments[i];
    strcat(variable, registry ? registry : "");
    return process_run(folder, LIST("LC_ALL=C.UTF-8", variable), argv);
}

static json_t *frozen(void) {
    json_t *document = json_load_file(FROZEN "/close-codes.json", 0, NULL);
    assert_non_null(document);
    return document;
}

static json_t *row_of(json_t *document, json_int_t code) {
    json_t *rows = json_object_get(document, "rows");
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        if (json_integer_value(json_object_get(row, "first")) == code)
            return row;
    }
    fail_msg("no row begins with %d", (int)code);
    return NULL;
}

static void write_json(const char *name, json_t *document) {
    char path[300];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(json_dump_file(document, path, JSON_INDENT(2)), 0);
    json_decref(document);
}

static void write_bytes(const char *name, const char *bytes, size_t len) {
    char path[300];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file_write(path, bytes, len);
}

static int set_up(void **state) {
    (void)state;
    folder = folder_new();
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    folder_remove(folder);
    return 0;
}

/* Each with an exit code and all that is written. */
static void same_as_compiled(void **state) {
    (void)state;
    static const char *const commands[][6] = {
        {"list"},
        {"list", "--json"},
        {"list", "--status", "private-use"},
        {"--json", "0-70000"},
        {"1005", "1006", "1012", "4711", "65536"},
        {"no-status-received", "WSCLOSE_GOING_AWAY", "internal error"},
        {"relay", "EndpointUnavailable"},
        {"search", "BAD_PAYLOAD"},
        {"nobody"},
        {"search", "proxy"},
        {"search", "gone"},
        {"relay", "1010"},
        {"relay", "3999"},
        {"relay", "70000"},
        {"build", "1011", "why"},
        {"build", "1006"},
        {"build", "1000", "\xff"},
        {"frame", "03f4"},
        {"frame", "03e9ff"},
        {"frame", "--json", "0bb8"},
        {"frame", "03ec", "--lenient"},
        {"frame", "e903"},
    };
    static const char *const languages[] = {"en", "ja"};
    for (size_t i = 0; i < 2 * COUNT(commands); i++) {
        const char *lang = languages[i % 2];
        struct process compiled = run(NULL, lang, commands[i / 2]);
        struct process file =
            run(FROZEN "/close-codes.json", lang, commands[i / 2]);
        assert_string_equal(file.out, compiled.out);
        assert_string_equal(file.err, compiled.err);
        assert_int_equal(file.exit_code, compiled.exit_code);
        process_free(&compiled);
        process_free(&file);
    }
}

static void become(json_t *row, const char *symbol, const char *name,
                   const char *japanese) {
    json_object_set_new(row, "status", json_string("assigned"));
    json_object_set_new(row, "symbol", json_string(symbol));
    json_object_set_new(row, "name", json_string(name));
    json_object_set_new(row, "registered_text", json_string(name));
    json_object_set_new(row, "meaning",
                        json_pack("{s:s, s:s}", "en", "Full", "ja", japanese));
    json_object_set_new(row, "description",
                        json_pack("{s:s}", "en", "All is used up."));
    json_object_set_new(row, "spellings", json_pack("[s]", "UsedUp"));
    json_object_set_new(row, "former_symbols", json_pack("[s]", "SLOW"));
    json_object_set_new(row, "later", json_true());
}

/* Takes its first code off a range. */
static json_t *split(json_t *document, json_int_t code) {
    json_t *range = row_of(document, code), *row = json_deep_copy(range);
    json_t *rows = json_object_get(document, "rows");
    size_t at = 0;
    while (json_array_get(rows, at) != range)
        at++;
    json_object_set_new(row, "last", json_integer(code));
    json_object_set_new(range, "first", json_integer(code + 1));
    json_array_insert_new(rows, at, row);
    return row;
}

/* IANA has registered 1016 and 3009; a private file has named 4000. */
static void write_newer(void) {
    json_t *document = frozen();
    json_object_set_new(document, "updated", json_string("2027-02-03"));
    json_object_set_new(document, "generator", json_string("1.9.0"));
    json_object_set_new(document, "later", json_array());
    json_object_del(row_of(document, 1000), "former_symbols");
    json_t *quota = split(document, 3009);
    become(quota, "QUOTA_EXCEEDED", "Quota Exceeded", "満杯");
    json_object_set_new(quota, "former_symbols",
                        json_pack("[s, s]", "MANDATORY_EXT", "GOING_AWAY"));
    json_t *row = split(document, 1016);
    become(row, "TOO_SLOW", "Too Slow", "遅延");
    json_object_set_new(row, "wire", json_true());
    json_object_set_new(row, "senders", json_pack("[s]", "server"));
    json_object_set_new(row, "reply", json_string("same"));
    json_object_set_new(row, "relay", json_integer(1013));
    json_object_set_new(row, "reconnect",
                        json_pack("{s:s, s:i, s:i, s:s, s:[]}", "advice",
                                  "after-delay", "min_ms", 1000, "max_ms", 2500,
                                  "basis", "standard", "sources"));
    row = split(document, 4000);
    become(row, "CHAT_KICKED", "Kicked", "退出");
    json_object_set_new(row, "status", json_string("private-use"));
    json_object_set_new(row, "reconnect",
                        json_pack("{s:s, s:n, s:n, s:s, s:[{s:s, s:n}]}",
                                  "advice", "in-a-year", "min_ms", "max_ms",
                                  "basis", "practice", "sources", "text",
                                  "A calendar", "url"));
    json_object_set_new(row_of(document, 1001), "reconnect",
                        json_pack("{s:s, s:n, s:n, s:s, s:[]}", "advice",
                                  "again", "min_ms", "max_ms", "basis",
                                  "hearsay", "sources"));
    row = split(document, 3010);
    json_object_set_new(row, "senders", json_array());
    json_object_set_new(row, "reply", json_null());
    json_object_set_new(row, "relay", json_integer(1011));
    write_json("newer.json", document);
}

static const struct {
    const char *arguments[6];
    const char *lang;
    int exit_code;
    const char *expected;
} answers[] = {
    {{"3009"},
     "en",
     0,
     "3009  Quota Exceeded\n"
     "  Full\n"
     "  All is used up.\n"
     "\n"
     "  Symbol               QUOTA_EXCEEDED\n"
     "  Status               assigned\n"
     "  Received in a frame  yes\n"
     "  Sent first by        either side\n"
     "  close()              accepted by browsers\n"
     "  Answered with        3009\n"
     "  Relayed as           3009\n"},
    {{"list", "--status", "private-use"},
     "ja",
     0,
     "4000       CHAT_KICKED  退出\n"
     "4001-4999  PRIVATE_USE  私的利用\n"},
    {{"search", "used up"},
     "ja",
     0,
     "1016  TOO_SLOW        遅延\n"
     "3009  QUOTA_EXCEEDED  満杯\n"
     "4000  CHAT_KICKED     退出\n"},
    {{"relay", "quota-exceeded"}, "en", 0, "3009\n"},
    {{"relay", "1016"}, "en", 0, "1013\n"},
    {{"relay", "1017"}, "en", 0, "1011\n"},
    {{"build", "too slow", "x"}, "en", 0, "03f878\n"},
    {{"build", "1017"}, "en", 1, ""},
    {{"build", "3010"}, "en", 1, ""},
    {{"relay", "3010"}, "en", 0, "1011\n"},
    {{"frame", "--json", "0bc2"},
     "en",
     0,
     "{\n"
     "  \"valid\": true,\n"
     "  \"code\": 3010,\n"
     "  \"reason\": \"\",\n"
     "  \"error\": null,\n"
     "  \"answer\": null,\n"
     "  \"hint\": null\n"
     "}\n"},
    {{"frame", "03f8"}, "en", 0, "1016 TOO_SLOW\nvalid\n"},
    {{"frame", "03f878"}, "en", 0, "1016 TOO_SLOW \"x\"\nvalid\n"},
    {{"frame", "--json", "03f8ff"},
     "en",
     1,
     "{\n"
     "  \"valid\": false,\n"
     "  \"code\": 1016,\n"
     "  \"reason\": null,\n"
     "  \"error\": \"bad-utf8\",\n"
     "  \"answer\": 1007,\n"
     "  \"hint\": null\n"
     "}\n"},
    {{"frame", "03f9"},
     "en",
     1,
     "1017 UNASSIGNED (bad-code)\n"
     "invalid: bad-code; fail the connection with 1002\n"},
    {{"--version"},
     "en",
     0,
     "wsclose " VERSION "\n"
     "WebSocket close codes of 2027-02-03\n"
     "https://www.iana.org/assignments/websocket/websocket.xml\n"
     "Registry: newer.json, of wsclose-gen 1.9.0\n"
     "Languages: en, ja\n"},
};

static void newer(void **state) {
    (void)state;
    write_newer();
    for (size_t i = 0; i < COUNT(answers); i++) {
        struct process process =
            run("newer.json", answers[i].lang, answers[i].arguments);
        const char *expected = answers[i].expected;
        if (strcmp(process.out, expected) != 0)
            fail_msg("%s: %s", answers[i].arguments[0], process.out);
        assert_int_equal(process.exit_code, answers[i].exit_code);
        process_free(&process);
    }
}

static json_t *look_up(const char *word) {
    struct process process = run("newer.json", "ja", LIST("--json", word));
    assert_int_equal(process.exit_code, 0);
    json_t *array = json_loads(process.out, 0, NULL);
    assert_int_equal(json_array_size(array), 1);
    process_free(&process);
    return array;
}

/* Symbols, then former symbols, then what else a code is called. */
static void former_symbols(void **state) {
    static const struct {
        const char *name;
        json_int_t code;
    } cases[] = {{"SLOW", 1016},
                 {"WSCLOSE_SLOW", 1016},
                 {"Mandatory Ext.", 3009},
                 {"GOING_AWAY", 1001}};
    (void)state;
    write_newer();
    for (size_t i = 0; i < COUNT(cases); i++) {
        json_t *array = look_up(cases[i].name);
        json_t *row = json_array_get(array, 0);
        assert_int_equal(json_integer_value(json_object_get(row, "code")),
                         cases[i].code);
        json_decref(array);
    }
}

/* What the row has, and nothing that the tool does not know. */
static void newer_json(void **state) {
    (void)state;
    write_newer();
    static const char *const names[] = {"1016", "too-slow", "WSCLOSE_TOO_SLOW"};
    for (size_t i = 0; i < COUNT(names); i++) {
        json_t *array = look_up(names[i]);
        json_t *expected = json_pack(
            "{s:i, s:i, s:i, s:s, s:s, s:s, s:s, s:s, s:s, s:[], s:n, s:n, "
            "s:n, s:s, s:b, s:b, s:[s], s:b, s:i, s:i, "
            "s:{s:s, s:i, s:i, s:s, s:[]}, s:[], s:[], s:[s], s:[s]}",
            "code", 1016, "first", 1016, "last", 1016, "status", "assigned",
            "symbol", "TOO_SLOW", "name", "Too Slow", "meaning", "遅延",
            "description", "All is used up.", "registered_text", "Too Slow",
            "references", "contact", "registered", "updated",
            "registration_rule",
            "Standards Action, Specification Required or IESG Review", "wire",
            1, "local_only", 0, "senders", "server", "browser_close", 0,
            "reply", 1016, "relay", 1013, "reconnect", "advice", "after-delay",
            "min_ms", 1000, "max_ms", 2500, "basis", "standard", "sources",
            "causes", "applications", "spellings", "UsedUp", "former_symbols",
            "SLOW");
        json_object_del(json_array_get(array, 0), "references");
        json_object_del(expected, "references");
        if (!json_equal(json_array_get(array, 0), expected))
            fail_msg("%s", json_dumps(array, JSON_INDENT(1)));
        json_decref(expected);
        json_decref(array);
    }
}

/* A word of another version is none that is known, and no advice rests on
   nothing. */
static void unknown_words(void **state) {
    (void)state;
    static const struct {
        const char *code, *advice;
    } rows[] = {{"4000", "unknown"}, {"1001", "again"}};
    write_newer();
    for (size_t i = 0; i < COUNT(rows); i++) {
        json_t *array = look_up(rows[i].code);
        json_t *expected =
            json_pack("{s:s, s:n, s:n, s:s, s:[]}", "advice", rows[i].advice,
                      "min_ms", "max_ms", "basis", "none", "sources");
        assert_true(json_equal(
            json_object_get(json_array_get(array, 0), "reconnect"), expected));
        json_decref(expected);
        json_decref(array);
    }
}

/* The option goes before the variable; an empty one is none. */
static void which_answers(void **state) {
    (void)state;
    write_newer();
    struct process process =
        run("/nowhere", "en",
            LIST("--registry", "newer.json", "relay", "too-slow"));
    assert_string_equal(process.out, "1013\n");
    assert_int_equal(process.exit_code, 0);
    process_free(&process);
    process = run("", "en", LIST("relay", "too-slow"));
    assert_int_equal(process.exit_code, 1);
    process_free(&process);
    process = run("/nowhere", "en", LIST("--help"));
    assert_int_equal(process.exit_code, 0);
    process_free(&process);
    process = run("", "en", LIST("--version"));
    assert_non_null(strstr(process.out, "\nRegistry: compiled in\n"));
    process_free(&process);
}

/* Where "unassigned" is, and not beside what has a name or in JSON. */
static void unassigned_says_where_to_look(void **state) {
    (void)state;
    const char *line =
        "\nThe registry compiled in is of 2026-06-10; for a newer "
        "one: --registry FILE.json\n";
    write_newer();
    static const struct {
        const char *registry, *arguments[3];
        bool is_there;
    } cases[] = {
        {NULL, {"3009"}, true},
        {NULL, {"1000", "1016"}, true},
        {NULL, {"1000"}, false},
        {NULL, {"4000"}, false},
        {NULL, {"--json", "3009"}, false},
        {"newer.json", {"3010"}, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct process process =
            run(cases[i].registry, "en", cases[i].arguments);
        const char *at = strstr(process.out, line);
        assert_int_equal(at != NULL, cases[i].is_there);
        if (at)
            assert_int_equal(strlen(at), strlen(line));
        process_free(&process);
    }
}

/* One line, which begins so, and nothing else. */
static void assert_refused(const char *name, const char *expected) {
    struct process process = run(name, "en", LIST("1006"));
    const char *newline = strchr(process.err, '\n');
    if (strncmp(process.err, "wsclose: error: ", 16) != 0 ||
        strncmp(process.err + 16, expected, strlen(expected)) != 0 ||
        !newline || newline[1])
        fail_msg("expected \"%s\", not \"%s\"", expected, process.err);
    assert_string_equal(process.out, "");
    assert_int_equal(process.exit_code, 2);
    process_free(&process);
}

/* A member of the row of 1001, or of what is in it, is set to a value. */
static const struct {
    const char *path[4], *value, *expected;
} bad_members[] = {
    {{"first"}, "1002", "/rows/2/first: "},
    {{"last"}, "1002", "/rows/3/first: "},
    {{"last"}, "1000", "/rows/2/last: "},
    {{"last"}, "4294967295", "/rows/2/last: "},
    {{"last"}, "4294967296", "/rows/2/last: "},
    {{"last"}, "-1", "/rows/2/last: "},
    {{"last"}, "1001.0", "/rows/2/last: "},
    {{"last"}, "\"1001\"", "/rows/2/last: "},
    {{"status"}, "\"new\"", "/rows/2/status: "},
    {{"status"}, "1", "/rows/2/status: "},
    {{"symbol"}, "null", "/rows/2/symbol: "},
    {{"symbol"}, "\"\"", "/rows/2/symbol: "},
    {{"name"}, "\"a\\u001b[31mb\"", "/rows/2/name: "},
    {{"name"}, "\"a\\nb\"", "/rows/2/name: "},
    {{"contact"}, "\"\\u009b31m\"", "/rows/2/contact: "},
    {{"registered_text"}, "\"a\\u202eb\"", "/rows/2/registered_text: "},
    {{"meaning"}, "\"text\"", "/rows/2/meaning: "},
    {{"meaning"}, "{\"ja\": \"text\"}", "/rows/2/meaning/en: "},
    {{"description", "ja"}, "1", "/rows/2/description/ja: "},
    {{"wire"}, "1", "/rows/2/wire: "},
    {{"local_only"}, "null", "/rows/2/local_only: "},
    {{"senders"}, "\"client\"", "/rows/2/senders: "},
    {{"senders"}, "[1]", "/rows/2/senders/0: "},
    {{"reply"}, "\"other\"", "/rows/2/reply: "},
    {{"reply"}, "999", "/rows/2/reply: "},
    {{"relay"}, "5000", "/rows/2/relay: "},
    {{"references"}, "[\"RFC 6455\"]", "/rows/2/references/0: "},
    {{"references"},
     "[{\"text\": \"a\", \"url\": \"javascript:alert(1)\"}]",
     "/rows/2/references/0/url: "},
    {{"reconnect"}, "null", "/rows/2/reconnect: "},
    {{"reconnect", "advice"}, "5", "/rows/2/reconnect/advice: "},
    {{"reconnect", "sources"}, "{}", "/rows/2/reconnect/sources: "},
    {{"reconnect"},
     "{\"advice\": \"after-delay\", \"min_ms\": 2, \"max_ms\": 1, \"basis\": "
     "\"none\", \"sources\": []}",
     "/rows/2/reconnect/max_ms: "},
    {{"causes"}, "[{}]", "/rows/2/causes/0/text: "},
    {{"spellings"}, "[\"a\", null]", "/rows/2/spellings/1: "},
    {{"former_symbols"}, "[1]", "/rows/2/former_symbols/0: "},
};

static void bad_members_are_refused(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(bad_members); i++) {
        char expected[100];
        json_t *document = frozen(), *object = row_of(document, 1001);
        const char *const *path = bad_members[i].path;
        for (; path[1]; path++)
            object = json_object_get(object, *path);
        json_object_set_new(
            object, *path,
            json_loads(bad_members[i].value, JSON_DECODE_ANY, NULL));
        write_json("bad.json", document);
        snprintf(expected, sizeof expected, "bad.json: %s",
                 bad_members[i].expected);
        assert_refused("bad.json", expected);
    }
}

/* Each key of a row has to be there, but code, which is first, and those that
   its maker may not have. */
static void missing_members_are_refused(void **state) {
    (void)state;
    json_t *whole = frozen();
    const char *key;
    json_t *value;
    size_t count = 0;
    json_object_foreach(row_of(whole, 1001), key, value) {
        char expected[100];
        if (strcmp(key, "code") == 0 || strcmp(key, "applications") == 0 ||
            strcmp(key, "former_symbols") == 0)
            continue;
        json_t *document = frozen();
        json_object_del(row_of(document, 1001), key);
        write_json("bad.json", document);
        snprintf(expected, sizeof expected, "bad.json: /rows/2/%s: ", key);
        assert_refused("bad.json", expected);
        count++;
    }
    assert_int_equal(count, 22);
    json_decref(whole);
}

static const struct {
    const char *key, *value, *expected;
} bad_documents[] = {
    {"format", "2", "/format: is of a newer "},
    {"format", "99999999999", "/format: is of a newer "},
    {"format", "0", "/format: not what "},
    {"format", "\"1\"", "/format: not what "},
    {"generator", "null", "/generator: "},
    {"updated", "\"\\u0007\"", "/updated: "},
    {"source", "1", "/source: "},
    {"languages", "[]", "/languages: "},
    {"languages", "[\"ja\", \"en\"]", "/languages: "},
    {"rows", "[]", "/rows: "},
    {"rows", "{}", "/rows: "},
    {"rows", "[1]", "/rows/0: "},
};

static void bad_documents_are_refused(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(bad_documents); i++) {
        char expected[100];
        json_t *document = frozen();
        json_object_set_new(
            document, bad_documents[i].key,
            json_loads(bad_documents[i].value, JSON_DECODE_ANY, NULL));
        write_json("bad.json", document);
        snprintf(expected, sizeof expected, "bad.json: %s",
                 bad_documents[i].expected);
        assert_refused("bad.json", expected);
    }
}

/* A code above all that a frame can have. */
static void no_code_is_too_high(void **state) {
    (void)state;
    json_t *document = frozen();
    json_object_set_new(row_of(document, 5000), "senders",
                        json_pack("[s]", "client"));
    write_json("bad.json", document);
    struct process process = run("bad.json", "en", LIST("build", "70000"));
    assert_int_equal(process.exit_code, 2);
    assert_string_equal(process.out, "");
    assert_non_null(strstr(process.err, "bad.json: /rows/25/last: "));
    process_free(&process);
}

static void no_json(void **state) {
    (void)state;
    static const struct {
        const char *bytes, *expected;
    } cases[] = {
        {"", "x.json:1:0: "},
        {"{\"format\": 1", "x.json:1:12: "},
        {"{\n  \"format\": 1,\n  \"format\": 1\n}\n", "x.json:3:"},
        {"{\"a\": \"\xff\"}", "x.json:1:"},
        {"<html>", "x.json:1:1: "},
        {"{} {}", "x.json:1:4: "},
        {"[1]", "x.json: /format: "},
        {"{}", "x.json: /format: "},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        write_bytes("x.json", cases[i].bytes, strlen(cases[i].bytes));
        assert_refused("x.json", cases[i].expected);
    }
    assert_refused("/nowhere/x.json", "/nowhere/x.json: cannot be read (");
    assert_refused(folder, folder);
}

/* Wherever a file ends too early. */
static void truncated(void **state) {
    (void)state;
    size_t len;
    char *bytes = file_content(FROZEN "/close-codes.json", &len);
    for (size_t cut = 1; cut < len - 2; cut += len / 150) {
        write_bytes("cut.json", bytes, cut);
        assert_refused("cut.json", "cut.json:");
    }
    free(bytes);
}

/* Deep, long or large. */
static void huge(void **state) {
    (void)state;
    size_t len = 33 * 1024 * 1024;
    char *bytes = malloc(len);
    memset(bytes, '[', len);
    write_bytes("x.json", bytes, 1024 * 1024);
    assert_refused("x.json", "x.json:1:");
    write_bytes("x.json", bytes, len);
    assert_refused("x.json", "x.json: is over 32 MiB; ");
    free(bytes);
    json_t *document = frozen(), *tags = json_pack("[s]", "en");
    for (int i = 0; i < 100000; i++)
        json_array_append_new(tags, json_string("x"));
    json_object_set_new(document, "languages", tags);
    write_json("x.json", document);
    assert_refused("x.json", "x.json: /languages: ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_as_compiled),
        cmocka_unit_test(newer),
        cmocka_unit_test(newer_json),
        cmocka_unit_test(unknown_words),
        cmocka_unit_test(former_symbols),
        cmocka_unit_test(which_answers),
        cmocka_unit_test(unassigned_says_where_to_look),
        cmocka_unit_test(bad_members_are_refused),
        cmocka_unit_test(missing_members_are_refused),
        cmocka_unit_test(bad_documents_are_refused),
        cmocka_unit_test(no_code_is_too_high),
        cmocka_unit_test(no_json),
        cmocka_unit_test(truncated),
        cmocka_unit_test(huge),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down) != 0;
}
