/* SPDX-License-Identifier: MIT */
/* What may be sent, received, answered, relayed and tried again, for every
   code, against a table written by hand. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

#include "support/registry.h"

#define MAIL                                                                   \
    "https://mailarchive.ietf.org/arch/msg/hybi/P_1vbD9uyHl63nbIIbFxKMfSwcM/"

#define CLIENTS                                                                \
    "graphql-ws; atproto ws-client; stable-socket; Phoenix; "                  \
    "reconnecting-websocket; pusher-js; discord.js"

enum { NOBODY, CLIENT = 1, SERVER = 2, BOTH = CLIENT | SERVER };
enum { NEVER, LENIENT, STRICT }; /* who takes it from the wire */
enum { SAME = -1, EMPTY = 0 };   /* answers: the same code, a frame without */

/* RFC 6455 7.4.1 and 7.4.2, erratum 3227, IANA's page of 2026-06-10; what
   close() takes from WHATWG; replies from RFC 6455 5.5.1; relayed becomes 1011
   what not every endpoint may send. */
static const struct expected {
    unsigned last;
    int senders, wire;
    bool close;
    int reply, relay;
} expectations[] = {
    {999, NOBODY, NEVER, false, 1002, 1011},
    {1000, BOTH, STRICT, true, SAME, SAME},
    {1003, BOTH, STRICT, false, SAME, SAME},
    {1004, NOBODY, LENIENT, false, 1002, 1011},
    {1005, NOBODY, NEVER, false, EMPTY, EMPTY},
    {1006, NOBODY, NEVER, false, 1002, 1011},
    {1009, BOTH, STRICT, false, SAME, SAME},
    {1010, CLIENT, STRICT, false, SAME, 1011},
    {1014, BOTH, STRICT, false, SAME, SAME},
    {1015, NOBODY, NEVER, false, 1002, 1011},
    {2999, NOBODY, LENIENT, false, 1002, 1011},
    {4999, BOTH, STRICT, true, SAME, SAME},
    {UINT_MAX, NOBODY, NEVER, false, 1002, 1011},
};

/* The codes of which a source says whether to connect again, or after which all
   clients that were read do the same. */
static const struct advised {
    unsigned code;
    enum wsclose_advice advice;
    enum wsclose_basis basis;
    unsigned min_ms, max_ms;
    const char *source;
} advised[] = {
    {1001, WSCLOSE_ADVICE_AGAIN, WSCLOSE_BASIS_PRACTICE, 0, 0, CLIENTS},
    {1005, WSCLOSE_ADVICE_AGAIN, WSCLOSE_BASIS_PRACTICE, 0, 0, CLIENTS},
    {1006, WSCLOSE_ADVICE_AFTER_DELAY, WSCLOSE_BASIS_STANDARD, 0, 5000,
     "RFC 6455 7.2.3"},
    {1012, WSCLOSE_ADVICE_AFTER_DELAY, WSCLOSE_BASIS_STANDARD, 5000, 30000,
     MAIL},
    {1013, WSCLOSE_ADVICE_ELSEWHERE, WSCLOSE_BASIS_STANDARD, 0, 0, MAIL},
    {1014, WSCLOSE_ADVICE_AGAIN, WSCLOSE_BASIS_PRACTICE, 0, 0, CLIENTS},
    {3000, WSCLOSE_ADVICE_AGAIN, WSCLOSE_BASIS_PRACTICE, 0, 0, CLIENTS},
    {3003, WSCLOSE_ADVICE_AGAIN, WSCLOSE_BASIS_PRACTICE, 0, 0, CLIENTS},
    {3008, WSCLOSE_ADVICE_AGAIN, WSCLOSE_BASIS_PRACTICE, 0, 0, CLIENTS},
};

static const struct expected *expected_of(unsigned code) {
    const struct expected *expected = expectations;
    while (code > expected->last)
        expected++;
    return expected;
}

static struct advised advised_of(unsigned code) {
    for (size_t i = 0; i < sizeof advised / sizeof *advised; i++)
        if (advised[i].code == code)
            return advised[i];
    return (struct advised){
        code, WSCLOSE_ADVICE_UNKNOWN, WSCLOSE_BASIS_NONE, 0, 0, NULL};
}

static unsigned answer(int expected, unsigned code) {
    return expected == SAME ? code : (unsigned)expected;
}

static bool may_both_send(unsigned code) {
    return wsclose_may_send(code, WSCLOSE_ROLE_CLIENT) &&
           wsclose_may_send(code, WSCLOSE_ROLE_SERVER);
}

static void check_send(unsigned code) {
    int senders = expected_of(code)->senders;
    if (wsclose_may_send(code, WSCLOSE_ROLE_CLIENT) != !!(senders & CLIENT))
        fail_msg("%u: may a client send it?", code);
    if (wsclose_may_send(code, WSCLOSE_ROLE_SERVER) != !!(senders & SERVER))
        fail_msg("%u: may a server send it?", code);
}

static void check_receive(unsigned code) {
    int wire = expected_of(code)->wire;
    if (wsclose_may_receive(code, WSCLOSE_RULE_STRICT) != (wire == STRICT))
        fail_msg("%u: may STRICT receive it?", code);
    if (wsclose_may_receive(code, WSCLOSE_RULE_LENIENT) != (wire != NEVER))
        fail_msg("%u: may LENIENT receive it?", code);
}

static void check_close(unsigned code) {
    if (wsclose_browser_may_close(code) != expected_of(code)->close)
        fail_msg("%u: does close() take it?", code);
}

/* 0 is no code to wsclose_frame_of(); payload_test parses it. */
static unsigned reply(unsigned code) {
    struct wsclose_frame frame;
    wsclose_frame_of(code, NULL, 0, WSCLOSE_RULE_STRICT, &frame);
    return frame.answer;
}

static void check_reply(unsigned code) {
    if (code && reply(code) != answer(expected_of(code)->reply, code))
        fail_msg("%u: answered with %u", code, reply(code));
}

static void check_relay(unsigned code) {
    if (wsclose_relay(code) != answer(expected_of(code)->relay, code))
        fail_msg("%u: relayed as %u", code, wsclose_relay(code));
}

static void who_may_send(void **state) {
    (void)state;
    registry_sweep(check_send);
}

static void what_may_be_received(void **state) {
    (void)state;
    registry_sweep(check_receive);
}

static void what_a_browser_closes_with(void **state) {
    (void)state;
    registry_sweep(check_close);
}

static void what_a_close_is_answered_with(void **state) {
    (void)state;
    registry_sweep(check_reply);
}

static void what_a_close_is_relayed_as(void **state) {
    (void)state;
    registry_sweep(check_relay);
}

/* What holds whatever the table says. */
static void check_relayed(unsigned code) {
    unsigned relayed = wsclose_relay(code);
    if (relayed && !may_both_send(relayed))
        fail_msg("%u: relayed as %u, which may not be sent", code, relayed);
    if (relayed != code && relayed != 0 && relayed != 1011)
        fail_msg("%u: relayed as %u, which nobody said", code, relayed);
    if (relayed && wsclose_relay(relayed) != relayed)
        fail_msg("%u: the next hop makes %u of %u", code,
                 wsclose_relay(relayed), relayed);
}

static void check_answered(unsigned code) {
    unsigned answered = reply(code);
    if (answered && !wsclose_may_receive(answered, WSCLOSE_RULE_STRICT))
        fail_msg("%u: the answer %u is refused", code, answered);
}

static void check_order(unsigned code) {
    bool sent = wsclose_may_send(code, WSCLOSE_ROLE_CLIENT) ||
                wsclose_may_send(code, WSCLOSE_ROLE_SERVER);
    bool strict = wsclose_may_receive(code, WSCLOSE_RULE_STRICT);
    if (sent && !strict)
        fail_msg("%u: sent, and refused", code);
    if (strict && !wsclose_may_receive(code, WSCLOSE_RULE_LENIENT))
        fail_msg("%u: STRICT takes it, LENIENT does not", code);
    if (wsclose_browser_may_close(code) &&
        !wsclose_may_send(code, WSCLOSE_ROLE_CLIENT))
        fail_msg("%u: close() takes it, a client may not send it", code);
}

static void what_is_relayed_may_be_sent_by_both(void **state) {
    (void)state;
    registry_sweep(check_relayed);
    for (unsigned shift = 0; shift < 32; shift++)
        for (unsigned offset = 0; offset < 5000; offset++)
            check_relayed((1u << shift) + offset);
}

static void what_is_answered_may_be_received(void **state) {
    (void)state;
    registry_sweep(check_answered);
}

static void rules_do_not_contradict_each_other(void **state) {
    (void)state;
    registry_sweep(check_order);
}

static void check_reconnect(unsigned code) {
    struct advised expected = advised_of(code);
    unsigned min_ms = 0xA5A5A5A5, max_ms = 0xA5A5A5A5;
    enum wsclose_advice advice = wsclose_reconnect(code, &min_ms, &max_ms);
    if (advice != expected.advice)
        fail_msg("%u: advice %d", code, (int)advice);
    if (wsclose_reconnect_basis(code) != expected.basis)
        fail_msg("%u: basis %d", code, (int)wsclose_reconnect_basis(code));
    if (min_ms != expected.min_ms || max_ms != expected.max_ms)
        fail_msg("%u: %u-%u ms", code, min_ms, max_ms);
}

static void check_source(unsigned code) {
    const char *expected = advised_of(code).source;
    const char *source = wsclose_reconnect_source(code);
    if (!source != !expected || (source && strcmp(source, expected) != 0))
        fail_msg("%u: source %s", code, source ? source : "(none)");
}

static void whether_to_connect_again(void **state) {
    (void)state;
    registry_sweep(check_reconnect);
}

static void each_advice_has_its_source(void **state) {
    (void)state;
    registry_sweep(check_source);
}

static void bounds_may_be_null(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof advised / sizeof *advised; i++) {
        const struct advised *row = &advised[i];
        unsigned min_ms = 1, max_ms = 1;
        assert_int_equal(wsclose_reconnect(row->code, NULL, NULL), row->advice);
        assert_int_equal(wsclose_reconnect(row->code, &min_ms, NULL),
                         row->advice);
        assert_int_equal(wsclose_reconnect(row->code, NULL, &max_ms),
                         row->advice);
        assert_int_equal(min_ms, row->min_ms);
        assert_int_equal(max_ms, row->max_ms);
    }
}

/* With high = max << attempt, capped at the larger of max and five
   minutes; min + random % (high - min + 1). */
static const struct delay {
    unsigned code, attempt, random, ms;
} delays[] = {
    {1006, 0, 0, 0},
    {1006, 0, 5000, 5000},
    {1006, 0, 5001, 0},
    {1006, 1, 10000, 10000},
    {1006, 1, 10001, 0},
    {1006, 5, 160000, 160000},
    {1006, 5, 160001, 0},
    {1006, 6, 300000, 300000},
    {1006, 6, 300001, 0},
    {1006, 31, 300000, 300000},
    {1006, 32, 300001, 0},
    {1006, UINT_MAX, 300001, 0},
    {1006, 0, UINT_MAX, UINT_MAX % 5001},
    {1012, 0, 0, 5000},
    {1012, 0, 25000, 30000},
    {1012, 0, 25001, 5000},
    {1012, 1, 55000, 60000},
    {1012, 3, 235000, 240000},
    {1012, 4, 295000, 300000},
    {1012, 4, 295001, 5000},
    {1001, 0, 5000, 5000},
    {1001, 0, 5001, 0},
    {1001, 1, 10000, 10000},
    {1001, 7, 300001, 0},
    {1013, 0, 0, WSCLOSE_DELAY_NONE},
    {1013, 9, 7, WSCLOSE_DELAY_NONE},
    {4000, 0, 0, WSCLOSE_DELAY_NONE},
    {1011, 0, 0, WSCLOSE_DELAY_NONE},
};

static void how_long_to_wait(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof delays / sizeof *delays; i++) {
        const struct delay *row = &delays[i];
        unsigned ms = wsclose_delay(row->code, row->attempt, row->random);
        if (ms != row->ms)
            fail_msg("%u, attempt %u, random %u: %u ms", row->code,
                     row->attempt, row->random, ms);
    }
}

static void check_delay(unsigned code) {
    enum wsclose_advice advice = wsclose_reconnect(code, NULL, NULL);
    bool waits = advice == WSCLOSE_ADVICE_AT_ONCE ||
                 advice == WSCLOSE_ADVICE_AFTER_DELAY ||
                 advice == WSCLOSE_ADVICE_AGAIN;
    if ((wsclose_delay(code, 3, 12345) != WSCLOSE_DELAY_NONE) != waits)
        fail_msg("%u: %u ms after advice %d", code,
                 wsclose_delay(code, 3, 12345), (int)advice);
}

static void a_delay_goes_with_the_advice(void **state) {
    (void)state;
    assert_int_equal(WSCLOSE_DELAY_NONE, UINT_MAX);
    registry_sweep(check_delay);
}

static const char *status_word(int value) {
    return wsclose_status_name((enum wsclose_registration_status)value);
}

static const char *advice_word(int value) {
    return wsclose_advice_name((enum wsclose_advice)value);
}

static const char *basis_word(int value) {
    return wsclose_basis_name((enum wsclose_basis)value);
}

static const char *error_word(int value) {
    return wsclose_error_name((enum wsclose_error)value);
}

static const struct vocabulary {
    const char *(*word)(int value);
    int first, last;
    const char *words[6]; /* from first on */
} vocabularies[] = {
    {status_word,
     0,
     5,
     {"unused", "assigned", "reserved", "unassigned", "private-use",
      "invalid"}},
    {advice_word,
     0,
     5,
     {"unknown", "never", "at-once", "after-delay", "elsewhere", "again"}},
    {basis_word, 0, 3, {"none", "standard", "practice", "private"}},
    {error_word,
     -5,
     0,
     {"no-code", "bad-utf8", "bad-code", "truncated", "too-long", "none"}},
};

static void enumerators_have_words(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof vocabularies / sizeof *vocabularies; i++) {
        const struct vocabulary *row = &vocabularies[i];
        for (int value = -20; value <= 20; value++)
            assert_string_equal(row->word(value),
                                value < row->first || value > row->last
                                    ? "unknown"
                                    : row->words[value - row->first]);
        assert_string_equal(row->word(INT_MAX), "unknown");
        assert_string_equal(row->word(INT_MIN), "unknown");
    }
}

static void enumerators_stay(void **state) {
    (void)state;
    assert_int_equal(WSCLOSE_ROLE_CLIENT, 0);
    assert_int_equal(WSCLOSE_ROLE_SERVER, 1);
    assert_int_equal(WSCLOSE_RULE_STRICT, 0);
    assert_int_equal(WSCLOSE_RULE_LENIENT, 1);
    assert_int_equal(WSCLOSE_ADVICE_UNKNOWN, 0);
    assert_int_equal(WSCLOSE_ADVICE_NEVER, 1);
    assert_int_equal(WSCLOSE_ADVICE_AT_ONCE, 2);
    assert_int_equal(WSCLOSE_ADVICE_AFTER_DELAY, 3);
    assert_int_equal(WSCLOSE_ADVICE_ELSEWHERE, 4);
    assert_int_equal(WSCLOSE_ADVICE_AGAIN, 5);
    assert_int_equal(WSCLOSE_BASIS_NONE, 0);
    assert_int_equal(WSCLOSE_BASIS_STANDARD, 1);
    assert_int_equal(WSCLOSE_BASIS_PRACTICE, 2);
    assert_int_equal(WSCLOSE_BASIS_PRIVATE, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_may_send),
        cmocka_unit_test(what_may_be_received),
        cmocka_unit_test(what_a_browser_closes_with),
        cmocka_unit_test(what_a_close_is_answered_with),
        cmocka_unit_test(what_a_close_is_relayed_as),
        cmocka_unit_test(what_is_relayed_may_be_sent_by_both),
        cmocka_unit_test(what_is_answered_may_be_received),
        cmocka_unit_test(rules_do_not_contradict_each_other),
        cmocka_unit_test(whether_to_connect_again),
        cmocka_unit_test(each_advice_has_its_source),
        cmocka_unit_test(bounds_may_be_null),
        cmocka_unit_test(how_long_to_wait),
        cmocka_unit_test(a_delay_goes_with_the_advice),
        cmocka_unit_test(enumerators_have_words),
        cmocka_unit_test(enumerators_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
