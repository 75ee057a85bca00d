/* SPDX-License-Identifier: MIT */
/* The library compiled with the registry of tests/data/golden/small: it has
   codes of which nobody has written, and one that servers alone send. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

static const char *const tags[] = {"en", "ja", "ja-JP", "fr", NULL};

enum { TAGS = sizeof tags / sizeof *tags };

static void a_missing_text_is_the_name(void **state) {
    (void)state;
    static const struct {
        unsigned code;
        const char *name;
    } unwritten[] = {
        {3000, "Timeout"},
        {3002, "timeout"},
        {3003, "A sentence that is no name"},
        {3100, "Shard moved"},
    };
    for (size_t i = 0; i < sizeof unwritten / sizeof *unwritten; i++)
        for (size_t j = 0; j < TAGS; j++) {
            const char *name = unwritten[i].name;
            unsigned code = unwritten[i].code;
            assert_string_equal(wsclose_meaning(code, tags[j]), name);
            assert_string_equal(wsclose_description(code, tags[j]), name);
        }
}

static void what_is_written_is_answered(void **state) {
    (void)state;
    assert_string_equal(wsclose_meaning(1000, "en"), "Done");
    assert_string_equal(wsclose_meaning(1000, "ja"), "完了");
    assert_string_equal(wsclose_description(1014, "en"),
                        "As with HTTP status 502.");
    assert_string_equal(wsclose_description(1014, "ja"),
                        "HTTP の 502 と同じです。");
    assert_string_equal(wsclose_description(1014, NULL),
                        "As with HTTP status 502.");
}

static void a_missing_translation_is_english(void **state) {
    (void)state;
    for (size_t i = 0; i < TAGS; i++) {
        assert_string_equal(wsclose_meaning(3102, tags[i]),
                            "Moved a second time");
        assert_string_equal(wsclose_description(3102, tags[i]),
                            "Japanese has no word of it.");
    }
}

/* What a language answers for as well is no prefix. */
static void the_language_that_answers(void **state) {
    (void)state;
    static const struct {
        const char *tag, *language;
    } answers[] = {
        {"ja", "ja"},        {"ja-JP", "ja"},  {"jpn", "ja"},
        {"JPN.UTF-8", "ja"}, {"jpn@x", "ja"},  {"jpn-JP", "en"},
        {"jp", "en"},        {"en_GB", "en"},  {"JAZ", "ja"},
        {"jaz-x", "en"},     {"jpn_JP", "en"}, {"fr", "en"},
        {"", "en"},          {NULL, "en"},
    };
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        assert_string_equal(wsclose_language(answers[i].tag),
                            answers[i].language);
}

/* 1000 is to connect at once: what fails then backs off as 1006 does. 3000 is
   to wait for longer than the limit of five minutes, which its own is then;
   3003 reaches it but for 32 ms. */
static void delays_of_no_code_today(void **state) {
    (void)state;
    static const struct {
        unsigned code, attempt, random, ms;
    } delays[] = {
        {1000, 0, 0, 0},           {1000, 0, 4999, 0},
        {1000, 1, 4999, 4999},     {1000, 1, 5001, 0},
        {1000, 2, 10000, 10000},   {1000, 2, 10001, 0},
        {1000, 7, 300000, 300000}, {1000, 7, 300001, 0},
        {3000, 0, 599000, 600000}, {3000, 0, 599001, 1000},
        {3000, 1, 599000, 600000}, {3000, 31, 599001, 1000},
        {3003, 6, 299968, 299968}, {3003, 6, 299969, 0},
    };
    for (size_t i = 0; i < sizeof delays / sizeof *delays; i++)
        assert_int_equal(
            wsclose_delay(delays[i].code, delays[i].attempt, delays[i].random),
            delays[i].ms);
}

static unsigned answer_to(unsigned code) {
    struct wsclose_frame frame;
    wsclose_frame_of(code, NULL, 0, WSCLOSE_RULE_STRICT, &frame);
    return frame.answer;
}

/* 1014: what either role may send is built, but a proxy stands between both. */
static void servers_alone_send_1014(void **state) {
    (void)state;
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    assert_false(wsclose_may_send(1014, WSCLOSE_ROLE_CLIENT));
    assert_true(wsclose_may_send(1014, WSCLOSE_ROLE_SERVER));
    assert_int_equal(wsclose_build(payload, 1014, "b", 1), 3);
    assert_memory_equal(payload,
                        "\x03\xf6"
                        "b",
                        3);
    assert_int_equal(answer_to(1014), 1014);
    assert_int_equal(wsclose_relay(1014), 1011);
}

/* What a frame may hold but nobody may send is accepted, and answered without
   a code. */
static void nobody_sends_3002(void **state) {
    (void)state;
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    struct wsclose_frame frame;
    assert_int_equal(wsclose_parse("\x0b\xba", 2, WSCLOSE_RULE_STRICT, &frame),
                     WSCLOSE_ERROR_NONE);
    assert_int_equal(frame.code, 3002);
    assert_int_equal(frame.answer, 0);
    assert_int_equal(wsclose_build(payload, 3002, NULL, 0),
                     WSCLOSE_ERROR_BAD_CODE);
    assert_int_equal(wsclose_relay(3002), 1011);
}

/* 1011, which relays answer with, is no code of this registry. */
static void unknown_codes_are_not_sent(void **state) {
    (void)state;
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    assert_int_equal(wsclose_build(payload, 1011, NULL, 0),
                     WSCLOSE_ERROR_BAD_CODE);
    assert_true(wsclose_may_receive(1011, WSCLOSE_RULE_LENIENT));
    assert_int_equal(answer_to(1011), 0);
}

static int code_of(const char *text) {
    return wsclose_from_name(text, strlen(text));
}

static void a_former_symbol_is_found(void **state) {
    (void)state;
    assert_int_equal(code_of("BAD_GATEWAY"), 1014);
    assert_int_equal(code_of("wsclose_code_1014"), 1014);
    assert_int_equal(code_of("CODE_3003"), 3003);
    assert_int_equal(code_of("CODE_1000"), -1);
}

/* Of codes with one name the lowest; each by its own symbol. */
static void of_one_name_the_lowest_is_found(void **state) {
    (void)state;
    assert_int_equal(code_of("timeout"), 3000);
    assert_int_equal(code_of("Timeout 3002"), 3002);
    assert_int_equal(code_of("shard moved"), 3100);
    assert_int_equal(code_of("SHARD_MOVED_3101"), 3101);
    assert_int_equal(code_of("SHARD_MOVED_3102"), 3102);
}

static void each_row_has_its_bounds(void **state) {
    (void)state;
    static const unsigned firsts[] = {
        0,    1000, 1001, 1004, 1005, 1014, 1015, 3000, 3001,
        3002, 3003, 3004, 3100, 3101, 3102, 3103, 4000, 5000,
    };
    enum { ROWS = sizeof firsts / sizeof *firsts };
    for (size_t i = 0; i < ROWS; i++) {
        unsigned next = i + 1 < ROWS ? firsts[i + 1] : 0;
        assert_int_equal(wsclose_first(firsts[i]), firsts[i]);
        assert_int_equal(wsclose_next(firsts[i]), next);
        assert_int_equal(wsclose_last(firsts[i]), next - 1);
        assert_int_equal(wsclose_first(next - 1), firsts[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missing_text_is_the_name),
        cmocka_unit_test(what_is_written_is_answered),
        cmocka_unit_test(a_missing_translation_is_english),
        cmocka_unit_test(the_language_that_answers),
        cmocka_unit_test(delays_of_no_code_today),
        cmocka_unit_test(servers_alone_send_1014),
        cmocka_unit_test(nobody_sends_3002),
        cmocka_unit_test(unknown_codes_are_not_sent),
        cmocka_unit_test(a_former_symbol_is_found),
        cmocka_unit_test(of_one_name_the_lowest_is_found),
        cmocka_unit_test(each_row_has_its_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
