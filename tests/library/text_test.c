/* SPDX-License-Identifier: MIT */
/* Meanings and descriptions, and which language is chosen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

#include "support/registry.h"

enum { MEANING_COLUMNS = 40, DESCRIPTION_COLUMNS = 400 };

/* One word that a row's description cannot do without, in both languages. */
static const struct {
    unsigned code;
    const char *en, *ja;
} words[] = {
    {0, "below 1000", "1000"},
    {1000, "normal way", "正常"},
    {1001, "shuts down", "停止"},
    {1002, "rules", "規則"},
    {1003, "binary", "バイナリ"},
    {1004, "later", "将来"},
    {1005, "no code", "含まれていません"},
    {1006, "without", "受信しないまま"},
    {1007, "UTF-8", "UTF-8"},
    {1008, "policy", "ポリシー"},
    {1009, "too large", "大きな"},
    {1010, "extension", "拡張"},
    {1011, "did not expect", "予期しない"},
    {1012, "5 to 30 seconds", "5～30 秒"},
    {1013, "overloaded", "過負荷"},
    {1014, "502", "502"},
    {1015, "certificate", "証明書"},
    {1016, "extensions", "拡張"},
    {2999, "extensions", "拡張"},
    {3000, "authorized", "認可"},
    {3001, "first come", "先着順"},
    {3003, "permission", "許可"},
    {3004, "first come", "先着順"},
    {3008, "too long", "時間"},
    {3999, "first come", "先着順"},
    {4000, "application", "アプリケーション"},
    {4999, "application", "アプリケーション"},
    {5000, "4999", "4999"},
    {UINT_MAX, "4999", "4999"},
};

static const struct {
    const char *tag;
    bool japanese;
} languages[] = {
    {"ja", true},           {"JA", true},
    {"Ja", true},           {"jA", true},
    {"ja-JP", true},        {"JA-jp", true},
    {"ja_JP", true},        {"ja_JP.UTF-8", true},
    {"ja_JP.eucJP", true},  {"ja.UTF-8", true},
    {"ja@x", true},         {"ja-Latn-JP-x-private", true},
    {"jap", false},         {"jav", false},
    {"jam-JM", false},      {"ja1", false},
    {"j", false},           {"j-ja", false},
    {"-ja", false},         {"_JP", false},
    {" ja", false},         {"", false},
    {"en", false},          {"en-GB", false},
    {"en_US.UTF-8", false}, {"en-ja", false},
    {"en-JP", false},       {"fr", false},
    {"jb", false},          {"ka", false},
    {"*!", false}, /* "ja" with one bit less */
    {"C", false},           {"C.UTF-8", false},
    {"POSIX", false},       {"\xea\xe1", false}, /* "ja" with one bit more */
    {"日本語", false},      {NULL, false},
};

/* The code point at *at, which moves behind it; -1 if it is not UTF-8. */
static int32_t next_point(const unsigned char **at) {
    static const int32_t least[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char lead = *(*at)++;
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc0 || lead >= 0xf8)
        return -1;
    int32_t point = lead & (0x3f >> more);
    for (int i = 0; i < more; i++) {
        if ((**at & 0xc0) != 0x80)
            return -1;
        point = point << 6 | (*(*at)++ & 0x3f);
    }
    const bool surrogate = point >= 0xd800 && point <= 0xdfff;
    return point < least[more] || point > 0x10ffff || surrogate ? -1 : point;
}

/* Does a character steer a terminal or the direction of the text? */
static bool is_control(int32_t point) {
    return point < 0x20 || (point >= 0x7f && point < 0xa0) ||
           (point >= 0x200b && point <= 0x200f) ||
           (point >= 0x2028 && point <= 0x202e) ||
           (point >= 0x2060 && point <= 0x206f) || point == 0xfeff ||
           point == 0xfffd;
}

static bool is_kana_or_kanji(int32_t point) {
    return (point >= 0x3041 && point <= 0x30ff) ||
           (point >= 0x4e00 && point <= 0x9fff);
}

struct measure {
    unsigned columns;
    bool ascii, japanese;
};

/* Fails the test for what no text may hold. */
static struct measure measure(const char *text) {
    struct measure ret = {0, true, false};
    const unsigned char *at = (const unsigned char *)text;
    while (*at) {
        const int32_t point = next_point(&at);
        if (point < 0 || is_control(point))
            fail_msg("not plain UTF-8: \"%s\"", text);
        ret.columns += point < 0x80 ? 1 : 2;
        ret.ascii &= point < 0x80;
        ret.japanese |= is_kana_or_kanji(point);
    }
    if (!*text || strstr(text, "  ") || *text == ' ' ||
        text[strlen(text) - 1] == ' ')
        fail_msg("empty, or a blank too many: \"%s\"", text);
    return ret;
}

static bool ends_with(const char *text, const char *end) {
    const size_t len = strlen(text), end_len = strlen(end);
    return len >= end_len && strcmp(text + len - end_len, end) == 0;
}

static void check_texts(unsigned code, const char *lang, const char *stop) {
    const char *meaning = wsclose_meaning(code, lang);
    const char *description = wsclose_description(code, lang);
    const struct measure few = measure(meaning), more = measure(description);
    if (few.columns > MEANING_COLUMNS || ends_with(meaning, stop))
        fail_msg("%u: not a few words: \"%s\"", code, meaning);
    if (more.columns > DESCRIPTION_COLUMNS || !ends_with(description, stop))
        fail_msg("%u: not a sentence or two: \"%s\"", code, description);
    if (more.columns < few.columns)
        fail_msg("%u: \"%s\" is shorter than \"%s\"", code, description,
                 meaning);
}

static void english_is_plain(void **state) {
    (void)state;
    for (size_t i = 0; i < REGISTRY_ROWS; i++) {
        const unsigned code = registry[i].first;
        check_texts(code, "en", ".");
        assert_true(measure(wsclose_meaning(code, "en")).ascii);
        assert_true(measure(wsclose_description(code, "en")).ascii);
    }
}

static void texts_hold_their_word(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *text = wsclose_description(words[i].code, "en");
        if (!strstr(text, words[i].en))
            fail_msg("%u: \"%s\"", words[i].code, text);
    }
}

static bool is_same_kind(size_t i, size_t j) {
    return !registry_is_named(&registry[i]) &&
           registry[i].status == registry[j].status &&
           (registry[i].status != WSCLOSE_STATUS_UNASSIGNED ||
            registry[i].first / 2000 == registry[j].first / 2000);
}

static void check_rows_differ(const char *lang) {
    for (size_t i = 0; i < REGISTRY_ROWS; i++)
        for (size_t j = 0; j < i; j++) {
            const unsigned a = registry[i].first, b = registry[j].first;
            const bool same = is_same_kind(i, j);
            assert_int_equal(same, strcmp(wsclose_meaning(a, lang),
                                          wsclose_meaning(b, lang)) == 0);
            assert_int_equal(same, strcmp(wsclose_description(a, lang),
                                          wsclose_description(b, lang)) == 0);
        }
}

static void english_differs_from_row_to_row(void **state) {
    (void)state;
    check_rows_differ("en");
}

static void check_as_row(unsigned code) {
    static const char *const tags[] = {"en", "ja"};
    const unsigned first = registry_row_of(code)->first;
    for (size_t i = 0; i < 2; i++) {
        assert_ptr_equal(wsclose_meaning(code, tags[i]),
                         wsclose_meaning(first, tags[i]));
        assert_ptr_equal(wsclose_description(code, tags[i]),
                         wsclose_description(first, tags[i]));
    }
}

static void a_row_has_one_text(void **state) {
    (void)state;
    registry_sweep(check_as_row);
}

static void texts_of_1006(void **state) {
    (void)state;
    assert_string_equal(wsclose_meaning(1006, "en"),
                        "Ended without a Close frame");
    assert_string_equal(
        wsclose_description(1006, "en"),
        "The connection ended without a proper Close frame from the peer: the "
        "network failed, the handshake was refused, or this side failed the "
        "connection. Applications see this value; it never travels in a "
        "frame.");
}

static void texts_of_ranges(void **state) {
    (void)state;
    assert_string_equal(wsclose_meaning(999, NULL), "Not used");
    assert_string_equal(wsclose_meaning(1016, NULL), "Not assigned");
    assert_string_equal(wsclose_meaning(3009, NULL), "Not registered");
    assert_string_equal(wsclose_meaning(4000, NULL), "Private use");
    assert_string_equal(wsclose_meaning(5000, NULL), "Not a close code");
}

#if TEST_JAPANESE

static void japanese_is_japanese(void **state) {
    (void)state;
    for (size_t i = 0; i < REGISTRY_ROWS; i++) {
        const unsigned code = registry[i].first;
        check_texts(code, "ja", "。");
        assert_true(measure(wsclose_meaning(code, "ja")).japanese);
        assert_true(measure(wsclose_description(code, "ja")).japanese);
    }
}

static void japanese_texts_hold_their_word(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *text = wsclose_description(words[i].code, "ja");
        if (!strstr(text, words[i].ja))
            fail_msg("%u: \"%s\"", words[i].code, text);
    }
}

static void japanese_differs_from_row_to_row(void **state) {
    (void)state;
    check_rows_differ("ja");
}

static void japanese_texts_of_1006(void **state) {
    (void)state;
    assert_string_equal(wsclose_meaning(1006, "ja"), "異常切断");
    assert_string_equal(
        wsclose_description(1006, "ja"),
        "正しい Close フレームを受信しないまま、接続が終了しました。"
        "ネットワークの切断、ハンドシェイクの失敗、こちら側による切断などが"
        "原因として考えられます。この値はアプリケーションに示されるだけで、"
        "フレームに入れて送信されることはありません。");
}

#endif

static void language_is_the_first_subtag(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        const char *tag = languages[i].tag;
        const bool japanese = TEST_JAPANESE && languages[i].japanese;
        const char *meaning = wsclose_meaning(1006, tag);
        const char *description = wsclose_description(1006, tag);
        if (measure(meaning).japanese != japanese ||
            measure(description).japanese != japanese)
            fail_msg("\"%s\": \"%s\", \"%s\"", tag ? tag : "NULL", meaning,
                     description);
    }
}

/* Nothing is read behind the tag's NUL: each stands in memory of its own. */
static void tags_are_not_overread(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        char *tag = languages[i].tag ? strdup(languages[i].tag) : NULL;
        assert_ptr_equal(wsclose_meaning(3008, tag),
                         wsclose_meaning(3008, languages[i].tag));
        free(tag);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_is_plain),
        cmocka_unit_test(english_differs_from_row_to_row),
        cmocka_unit_test(texts_hold_their_word),
        cmocka_unit_test(texts_of_1006),
        cmocka_unit_test(texts_of_ranges),
        cmocka_unit_test(a_row_has_one_text),
#if TEST_JAPANESE
        cmocka_unit_test(japanese_is_japanese),
        cmocka_unit_test(japanese_differs_from_row_to_row),
        cmocka_unit_test(japanese_texts_hold_their_word),
        cmocka_unit_test(japanese_texts_of_1006),
#endif
        cmocka_unit_test(language_is_the_first_subtag),
        cmocka_unit_test(tags_are_not_overread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
