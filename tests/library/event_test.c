/* SPDX-License-Identifier: MIT */
/* What a browser shows of each way that a connection can end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include <cmocka.h>

/* A Close frame's payload as a string literal. */
struct bytes {
    const char *at;
    size_t len;
};

#define BYTES(literal) {literal, sizeof literal - 1}
#define NONE {NULL, 0} /* no Close frame came */
#define EMPTY {"", 0}

#define STRICT WSCLOSE_RULE_STRICT
#define LENIENT WSCLOSE_RULE_LENIENT

/* Endings, in the order of the standards: not established, established and then
   failed, ended by this side, ended by the peer. RFC 6455 7.1.4-7.1.7; WHATWG
   WebSockets, "when the WebSocket connection is closed". */
static const struct ending {
    const char *name;
    bool established, failed, sent, lost;
    struct bytes received;
    enum wsclose_rule rule;
    unsigned code;
    const char *reason;
    bool was_clean, error_first;
} endings[] = {
    {"name not found, TLS or the handshake failed, subprotocol not wanted",
     false, false, false, false, NONE, STRICT, 1006, "", false, true},
    {"close() while connecting", false, true, false, false, NONE, STRICT, 1006,
     "", false, true},

    {"failed with 1002, the peer silent", true, true, true, false, NONE, STRICT,
     1006, "", false, true},
    {"failed with 1009, the transport lost before it was said", true, true,
     false, true, NONE, STRICT, 1006, "", false, true},
    {"failed with 1007, a later Close is not processed", true, true, true,
     false, BYTES("\x03\xEFlate"), STRICT, 1006, "", false, true},
    {"a Close of one byte", true, false, true, false, BYTES("\x03"), STRICT,
     1006, "", false, true},
    {"a Close whose reason is not UTF-8", true, false, true, false,
     BYTES("\x03\xE8\xFF"), STRICT, 1006, "", false, true},
    {"a Close with 1005", true, false, true, false, BYTES("\x03\xED"), STRICT,
     1006, "", false, true},
    {"a Close with 1006", true, false, true, false, BYTES("\x03\xEEno"), STRICT,
     1006, "", false, true},
    {"a Close with 1015", true, false, true, false, BYTES("\x03\xF7"), STRICT,
     1006, "", false, true},
    {"a Close with 1005, leniently", true, false, true, false,
     BYTES("\x03\xED"), LENIENT, 1006, "", false, true},
    {"a Close with 0", true, false, true, false, BYTES("\0\0"), STRICT, 1006,
     "", false, true},
    {"a Close with 999", true, false, true, false, BYTES("\x03\xE7"), LENIENT,
     1006, "", false, true},
    {"a Close with 1004", true, false, true, false, BYTES("\x03\xEC"), STRICT,
     1006, "", false, true},
    {"a Close with 1004, leniently", true, false, true, false,
     BYTES("\x03\xECno"), LENIENT, 1004, "no", true, false},
    {"a Close with 1016", true, false, true, false, BYTES("\x03\xF8"), STRICT,
     1006, "", false, true},
    {"a Close with 2999, leniently", true, false, true, false,
     BYTES("\x0B\xB7"), LENIENT, 2999, "", true, false},
    {"a Close with 5000", true, false, true, false, BYTES("\x13\x88"), STRICT,
     1006, "", false, true},

    {"we sent ours, none came, the peer closed the transport", true, false,
     true, true, NONE, STRICT, 1006, "", false, true},
    {"we sent ours, none came, we closed the transport", true, false, true,
     false, NONE, STRICT, 1006, "", false, false},
    {"the transport lost, no Close either way", true, false, false, true, NONE,
     STRICT, 1006, "", false, true},
    {"we closed with 4001 first, the peer answered 1000", true, false, true,
     false, BYTES("\x03\xE8"), STRICT, 1000, "", true, false},
    {"we closed with 4001 first, the peer echoed it", true, false, true, false,
     BYTES("\x0F\xA1"), STRICT, 4001, "", true, false},
    {"both at once, ours 4001, the peer's 1001", true, false, true, false,
     BYTES("\x03\xE9out"), STRICT, 1001, "out", true, false},

    {"Close frames both ways", true, false, true, false,
     BYTES("\x03\xE8"
           "bye"),
     STRICT, 1000, "bye", true, false},
    {"Close frames both ways, the peer's empty", true, false, true, false,
     EMPTY, STRICT, 1005, "", true, false},
    {"both ways, then a reset", true, false, true, true, BYTES("\x03\xE9gone"),
     STRICT, 1001, "gone", true, false},
    {"Close received, the transport lost before ours went out", true, false,
     false, true, BYTES("\x03\xE9gone"), STRICT, 1001, "gone", false, true},
    {"an empty Close received, ours lost", true, false, false, true, EMPTY,
     STRICT, 1005, "", false, true},
};

/* What can have been received, for the truth table. */
static const struct received {
    bool any, valid;
    struct wsclose_frame frame;
} received[] = {
    {false, false, {0, NULL, 0, WSCLOSE_ERROR_NONE, 0}},
    {true, true, {1001, "gone", 4, WSCLOSE_ERROR_NONE, 0}},
    {true, true, {4999, "", 0, WSCLOSE_ERROR_NONE, 0}},
    {true, true, {1005, "", 0, WSCLOSE_ERROR_NONE, 0}},
    {true, false, {1000, "a", 1, WSCLOSE_ERROR_TOO_LONG, 1002}},
    {true, false, {0, "", 0, WSCLOSE_ERROR_TRUNCATED, 1002}},
    {true, false, {1006, "b", 1, WSCLOSE_ERROR_BAD_CODE, 1002}},
    {true, false, {1000, "\xFF", 1, WSCLOSE_ERROR_BAD_UTF8, 1007}},
    {true, false, {0, "c", 1, WSCLOSE_ERROR_NO_CODE, 1002}},
};

enum { RECEIVED = sizeof received / sizeof *received };

/* A Close frame that was sent, of which no more is known. */
static const struct wsclose_frame unknown = {0};

/* Filled with what no answer has. */
static struct wsclose_event poisoned(void) {
    struct wsclose_event event;
    memset(&event, 0xA5, sizeof event);
    event.was_clean = event.error_first = true;
    return event;
}

static void check_event(const char *name, const struct wsclose_event *event,
                        const struct wsclose_event *expected) {
    if (event->code != expected->code)
        fail_msg("%s: code %u", name, event->code);
    if (!event->reason)
        fail_msg("%s: reason NULL", name);
    if (event->reason_len != expected->reason_len ||
        memcmp(event->reason, expected->reason, expected->reason_len) != 0)
        fail_msg("%s: reason \"%.*s\"", name, (int)event->reason_len,
                 event->reason);
    if (event->was_clean != expected->was_clean)
        fail_msg("%s: wasClean %d", name, event->was_clean);
    if (event->error_first != expected->error_first)
        fail_msg("%s: error first %d", name, event->error_first);
}

static void check_ending(const struct ending *ending) {
    struct wsclose_frame frame;
    struct wsclose_ending how = {ending->established,
                                 ending->failed,
                                 ending->sent ? &unknown : NULL,
                                 false,
                                 ending->lost,
                                 NULL};
    const struct wsclose_event expected = {
        ending->code, ending->reason, strlen(ending->reason), ending->was_clean,
        ending->error_first};
    struct wsclose_event event = poisoned();
    if (ending->received.at) {
        wsclose_parse(ending->received.at, ending->received.len, ending->rule,
                      &frame);
        how.received = &frame;
    }
    wsclose_derive_event(&how, &event);
    check_event(ending->name, &event, &expected);
}

static void every_ending(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        check_ending(&endings[i]);
}

/* The same from the texts, one question after the other. */
static struct wsclose_event by_the_texts(const struct wsclose_ending *how,
                                         const struct received *peer) {
    struct wsclose_event ret = {1006, "", 0, false, false};
    /* 7.1.7: a handshake that fails, an error on this side, a Close frame that
       breaks the rules; WHATWG: then an error event comes first. */
    if (!how->established || how->failed || (peer->any && !peer->valid)) {
        ret.error_first = true;
        return ret;
    }
    /* 7.2.1: so it does where the transport is lost before the closing
       handshake is complete. */
    ret.error_first = how->transport_lost && !(peer->any && how->sent);
    /* 7.1.5: no Close frame received is 1006. */
    if (!peer->any)
        return ret;
    /* 7.1.5, 7.1.6: the code and reason of the first Close frame received. */
    ret.code = peer->frame.code;
    ret.reason = peer->frame.reason;
    ret.reason_len = peer->frame.reason_len;
    /* 7.1.3, 7.1.4: clean if the closing handshake was completed, a Close frame
       sent and one received. */
    ret.was_clean = how->sent != NULL;
    return ret;
}

static void every_combination(void **state) {
    (void)state;
    for (unsigned bits = 0; bits < 16; bits++)
        for (size_t i = 0; i < RECEIVED; i++) {
            char name[] = "established, failed, sent, lost: 0000, received: 0";
            const struct wsclose_ending how = {
                bits & 1,
                bits & 2,
                bits & 4 ? &unknown : NULL,
                i & 1,
                bits & 8,
                received[i].any ? &received[i].frame : NULL};
            struct wsclose_event event = poisoned();
            struct wsclose_event expected = by_the_texts(&how, &received[i]);
            for (int bit = 0; bit < 4; bit++)
                name[33 + bit] = (char)('0' + (bits >> bit & 1));
            name[49] = (char)('0' + i);
            wsclose_derive_event(&how, &event);
            check_event(name, &event, &expected);
        }
}

static void the_reason_is_the_payloads(void **state) {
    (void)state;
    const char payload[] = "\x03\xE9g\0ne";
    struct wsclose_frame frame;
    const struct wsclose_ending how = {true,  false, &unknown,
                                       false, false, &frame};
    struct wsclose_event event = poisoned();
    wsclose_parse(payload, sizeof payload - 1, STRICT, &frame);
    wsclose_derive_event(&how, &event);
    assert_ptr_equal(event.reason, payload + 2);
    assert_int_equal(event.reason_len, 4);
}

static void the_ending_is_only_read(void **state) {
    (void)state;
    struct wsclose_frame frame = {1001, "gone", 4, WSCLOSE_ERROR_NONE, 0};
    const struct wsclose_frame before = frame;
    const struct wsclose_ending how = {true,  false, &unknown,
                                       false, false, &frame};
    struct wsclose_event event = poisoned();
    wsclose_derive_event(&how, &event);
    assert_memory_equal(&frame, &before, sizeof frame);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_ending),
        cmocka_unit_test(every_combination),
        cmocka_unit_test(the_reason_is_the_payloads),
        cmocka_unit_test(the_ending_is_only_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
