/* SPDX-License-Identifier: MIT */
/* What applications mean by codes, of tests/data/applications. */
#include "support/process.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <cmocka.h>

#define PAGE "https://chat.example/"

/* Into a pipe a line is as wide as 80 columns, in a list as wide as it is. */
static const struct expected {
    const char *arguments[8];
    int exit_code;
    bool is_end; /* of what is printed; or else all of it */
    const char *out, *err;
} answers[] = {
    /* below the row: a code before its range, with the advice if there is */
    {{"4001"},
     0,
     true,
     "\n\n  What applications mean by 4001 (in full: --app NAME):\n"
     "  chat  Thrown out (reconnect: after a random 0.5-2.5 s)\n",
     ""},
    {{"4002"},
     0,
     true,
     "\n\n  What applications mean by 4002 (in full: --app NAME):\n"
     "  chat  The room is closed (reconnect: after delays that grow)\n",
     ""},
    {{"3000"},
     0,
     true,
     "\n\n  What applications mean by 3000 (in full: --app NAME):\n"
     "  chat  No seat left\n",
     ""},
    {{"--lang", "ja", "4001"},
     0,
     true,
     "\n\n  アプリケーションでの 4001 の意味（詳細は --app NAME）:\n"
     "  chat  退出処分（再接続: 0.5～2.5 秒のランダムな待ち時間の後）\n",
     ""},
    /* a language that has none answers in English */
    {{"--lang", "ja", "1000"},
     0,
     true,
     "\n\n  アプリケーションでの 1000 の意味（詳細は --app NAME）:\n"
     "  chat  Signed out（再接続: しない）\n",
     ""},
    {{"4000-4999"},
     0,
     true,
     "\n\n  Applications give codes of 4000-4999 meanings of their own; "
     "wsclose "
     "apps names\n  them.\n",
     ""},
    /* in full */
    {{"--app", "chat", "4001"},
     0,
     false,
     "4001  Kicked \"out\"\n"
     "  Thrown out\n"
     "  A moderator threw the user out.\n"
     "  The reason names the moderator.\n\n"
     "  Application    Chat & Co.\n"
     "  Sent by        a server\n"
     "  Reconnect      after a random 0.5-2.5 s\n"
     "                 chat, codes.h\n"
     "  Source         chat@1, codes.h\n"
     "                 " PAGE "codes#4001\n"
     "  Read on        2026-01-31\n"
     "  Registered as  Reserved for Private Use\n",
     ""},
    {{"--app", "chat", "3000", "4099"},
     0,
     false,
     "3000  Room full\n"
     "  No seat left\n"
     "  The room has no seat left.\n\n"
     "  Application    Chat & Co.\n"
     "  Source         chat@1, codes.h\n"
     "                 " PAGE "codes#3000\n"
     "  Read on        2026-01-31\n"
     "  Registered as  Unauthorized\n\n"
     "4000-4099  The room is closed\n"
     "  The room was closed; each room has its code.\n\n"
     "  Application    Chat & Co.\n"
     "  Reconnect      after delays that grow\n"
     "                 chat, codes.h\n"
     "  Source         chat@1, codes.h\n"
     "                 " PAGE "codes\n"
     "  Read on        2026-01-31\n"
     "  Registered as  Reserved for Private Use\n",
     ""},
    {{"--app", "chat-v", "--lang", "ja", "4200"},
     0,
     false,
     "4200  Muted\n"
     "  Microphone off\n"
     "  A moderator turned the microphone off.\n\n"
     "  アプリケーション  Chat Voice\n"
     "  再接続            しない\n"
     "                    chat-voice, README\n"
     "  出典              chat-voice@1\n"
     "                    " PAGE "voice\n"
     "  確認日            2026-02-28\n"
     "  登録上の記述      Reserved for Private Use\n",
     ""},
    /* what there is not */
    {{"--app", "chat", "4200"},
     1,
     false,
     "",
     "wsclose: error: chat gives 4200 no meaning; try wsclose list --app "
     "chat\n"},
    {{"--app", "cha", "4001"},
     1,
     false,
     "",
     "wsclose: error: several applications begin with \"cha\": chat, "
     "chat-voice\n"},
    {{"--app", "voice", "4200"},
     1,
     false,
     "",
     "wsclose: error: no application is called \"voice\"; try wsclose apps\n"},
    {{"--app", "chat", "search", "x"},
     2,
     false,
     "",
     "wsclose: error: --app goes with codes or list: wsclose --app NAME "
     "4004\n"},
    {{"apps", "chat"},
     2,
     false,
     "",
     "wsclose: error: apps takes no words; to list the codes of one, use "
     "wsclose list --app NAME\n"},
    /* lists */
    {{"apps"},
     0,
     false,
     "chat        2026-01-31  Chat & Co.\n"
     "chat-voice  2026-02-28  Chat Voice\n",
     ""},
    {{"list", "--app", "chat"},
     0,
     false,
     "1000       chat  Signed out (reconnect: never)\n"
     "3000       chat  No seat left\n"
     "4000-4099  chat  The room is closed (reconnect: after delays that grow)\n"
     "4001       chat  Thrown out (reconnect: after a random 0.5-2.5 s)\n",
     ""},
    {{"list", "--app", "CHAT", "--status", "private-use"},
     0,
     false,
     "4000-4099  chat  The room is closed (reconnect: after delays that grow)\n"
     "4001       chat  Thrown out (reconnect: after a random 0.5-2.5 s)\n",
     ""},
    {{"search", "moderator"},
     0,
     false,
     "4001  chat        Thrown out (reconnect: after a random 0.5-2.5 s)\n"
     "4200  chat-voice  Microphone off (reconnect: never)\n",
     ""},
    {{"search", "chat voice"},
     0,
     false,
     "4200  chat-voice  Microphone off (reconnect: never)\n",
     ""},
    /* each of the words, of which a number is a code's */
    {{"search", "4001", "thrown", "CHAT"},
     0,
     false,
     "4001  chat  Thrown out (reconnect: after a random 0.5-2.5 s)\n",
     ""},
    {{"search", "4001"},
     0,
     true,
     "Private use\n"
     "4000-4099  chat  The room is closed (reconnect: after delays that grow)\n"
     "4001       chat  Thrown out (reconnect: after a random 0.5-2.5 s)\n",
     ""},
    {{"search", "退出処分"},
     0,
     false,
     "4001  chat  Thrown out (reconnect: after a random 0.5-2.5 s)\n",
     ""},
    {{"--lang", "ja", "search", "thrown"},
     0,
     false,
     "4001  chat  退出処分（再接続: 0.5～2.5 秒のランダムな待ち時間の後）\n",
     ""},
};

static struct process run(const char *const *arguments) {
    static const char *const variables[] = {"LC_ALL=C", NULL};
    const char *argv[16] = {WSCLOSE_TOOL};
    for (size_t i = 0; arguments[i]; i++)
        argv[i + 1] = arguments[i];
    return process_run(NULL, variables, argv);
}

static bool is_as_expected(const struct process *process,
                           const struct expected *expected) {
    size_t len = strlen(expected->out);
    const char *out = process->out;
    if (expected->is_end && process->out_len > len)
        out += process->out_len - len;
    return process->exit_code == expected->exit_code &&
           strcmp(out, expected->out) == 0 &&
           strcmp(process->err, expected->err) == 0;
}

static void test_answers(void **state) {
    (void)state;
    int failures = 0;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct process process = run(answers[i].arguments);
        if (!is_as_expected(&process, &answers[i])) {
            fprintf(stderr, "%zu: expected exit %d\n%s%s\ngot exit %d\n%s%s", i,
                    answers[i].exit_code, answers[i].out, answers[i].err,
                    process.exit_code, process.out, process.err);
            failures++;
        }
        process_free(&process);
    }
    assert_int_equal(failures, 0);
}

static json_t *json_of(const char *const *arguments) {
    struct process process = run(arguments);
    json_t *json = json_loads(process.out, 0, NULL);
    assert_non_null(json);
    process_free(&process);
    return json;
}

static const char *text_at(const json_t *array, size_t i, const char *key) {
    return json_string_value(json_object_get(json_array_get(array, i), key));
}

static json_int_t number_at(const json_t *array, size_t i, const char *key) {
    return json_integer_value(json_object_get(json_array_get(array, i), key));
}

/* The row stays IANA's. */
static void test_json_of_one(void **state) {
    (void)state;
    json_t *rows =
        json_of((const char *const[]){"--json", "--app", "chat", "3000", NULL});
    json_t *usages = json_object_get(json_array_get(rows, 0), "applications");
    assert_int_equal(json_array_size(rows), 1);
    assert_string_equal(text_at(rows, 0, "name"), "Unauthorized");
    assert_int_equal(json_array_size(usages), 1);
    assert_string_equal(text_at(usages, 0, "app"), "chat");
    assert_string_equal(text_at(usages, 0, "name"), "Room full");
    json_decref(rows);
}

static void test_json_of_lists(void **state) {
    (void)state;
    static const json_int_t codes[] = {1000, 3000, 4000, 4001};
    json_t *rows =
        json_of((const char *const[]){"--json", "list", "--app", "chat", NULL});
    assert_int_equal(json_array_size(rows), 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(number_at(rows, i, "code"), codes[i]);
    json_decref(rows);
    rows = json_of((const char *const[]){"--json", "search", "muted", NULL});
    assert_int_equal(json_array_size(rows), 1);
    assert_int_equal(number_at(rows, 0, "code"), 4200);
    json_decref(rows);
    rows = json_of((const char *const[]){"--json", "apps", NULL});
    assert_int_equal(json_array_size(rows), 2);
    assert_string_equal(text_at(rows, 1, "app"), "chat-voice");
    assert_string_equal(text_at(rows, 1, "title"), "Chat Voice");
    assert_string_equal(text_at(rows, 1, "as_of"), "2026-02-28");
    json_decref(rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers),
        cmocka_unit_test(test_json_of_one),
        cmocka_unit_test(test_json_of_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
