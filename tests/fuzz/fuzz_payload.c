/* SPDX-License-Identifier: MIT */
/* Bytes as a Close frame's payload, as a code with a reason, and what is
   written of them. */
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include "fuzz.h"

typedef int line_writer(char *buf, size_t size, const void *what);

static int write_frame(char *buf, size_t size, const void *frame) {
    return wsclose_format(buf, size, frame);
}

static int write_ending(char *buf, size_t size, const void *how) {
    return wsclose_format_ending(buf, size, how);
}

/* A line for a log: all of it, none of it, and every length between. */
static void check_line(line_writer *write, const void *what, size_t size,
                       size_t some) {
    char whole[WSCLOSE_FORMAT_ENDING_MAX], part[WSCLOSE_FORMAT_ENDING_MAX];
    int len = write(whole, size, what);
    fuzz_require(len > 0 && (size_t)len < size && strlen(whole) == (size_t)len,
                 "a line fits its macro's size");
    fuzz_require_clean(whole, (size_t)len, "a line is clean");
    fuzz_require(!strchr(whole, '\n'), "a line is one line");
    size_t room = some % size;
    memset(part, 'x', sizeof part);
    fuzz_require(write(part, room, what) == len,
                 "its length is the same whatever the room");
    fuzz_require(!room || strncmp(part, whole, room - 1) == 0 ||
                     strlen(part) < room,
                 "what fits is its beginning");
    fuzz_require(part[room] == 'x', "nothing is written behind the room");
}

/* The frame on both sides, or on one; some has a bit for each of the rest. */
static void check_ending(const struct wsclose_frame *frame, unsigned some) {
    const struct wsclose_ending how = {
        some & 1, some & 2,  some & 4 ? frame : NULL,
        some & 8, some & 16, some & 32 ? frame : NULL};
    check_line(write_ending, &how, WSCLOSE_FORMAT_ENDING_MAX, some);
}

static void check_answer(const struct wsclose_frame *frame) {
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    fuzz_require(!frame->error || frame->answer, "an error has its answer");
    fuzz_require(wsclose_build(payload, frame->answer, NULL, 0) >= 0,
                 "what to answer with can be sent");
}

static void check_parse(const uint8_t *data, size_t size) {
    const enum wsclose_rule rules[] = {WSCLOSE_RULE_STRICT,
                                       WSCLOSE_RULE_LENIENT};
    for (int i = 0; i < 2; i++) {
        struct wsclose_frame frame;
        unsigned char again[WSCLOSE_PAYLOAD_MAX];
        enum wsclose_error error = wsclose_parse(data, size, rules[i], &frame);
        fuzz_require(error == frame.error, "one error");
        check_answer(&frame);
        fuzz_require(error || size <= WSCLOSE_PAYLOAD_MAX, "too long");
        check_line(write_frame, &frame, WSCLOSE_FORMAT_MAX, size ? data[0] : 0);
        check_ending(&frame, size ? data[size - 1] : 0);
        if (error || !size ||
            !wsclose_may_send(frame.code, WSCLOSE_ROLE_CLIENT))
            continue;
        int len =
            wsclose_build(again, frame.code, frame.reason, frame.reason_len);
        fuzz_require(len == (int)size && memcmp(again, data, size) == 0,
                     "what parses builds");
    }
}

/* A payload with this code and reason would say the same. */
static void check_same(const struct wsclose_frame *frame, unsigned code,
                       const char *reason, size_t len, enum wsclose_rule rule) {
    unsigned char payload[WSCLOSE_PAYLOAD_MAX] = {(unsigned char)(code >> 8),
                                                  (unsigned char)code};
    struct wsclose_frame parsed;
    memcpy(payload + 2, reason, len);
    fuzz_require(wsclose_parse(payload, len + 2, rule, &parsed) == frame->error,
                 "a frame of a code has the error of its payload");
    fuzz_require(parsed.code == code && parsed.answer == frame->answer,
                 "a frame of a code is answered as its payload");
}

static void check_frame_of(const uint8_t *data, size_t size) {
    struct fuzz_input input = {data, size};
    unsigned code = fuzz_number(&input, 65536);
    const char *reason = (const char *)input.at;
    const enum wsclose_rule rules[] = {WSCLOSE_RULE_STRICT,
                                       WSCLOSE_RULE_LENIENT};
    for (int i = 0; i < 2; i++) {
        struct wsclose_frame frame;
        enum wsclose_error error =
            wsclose_frame_of(code, reason, input.left, rules[i], &frame);
        bool fits = input.left <= WSCLOSE_REASON_MAX;
        fuzz_require(error == frame.error, "one error");
        fuzz_require(frame.code == (code ? code : 1005), "the code as it is");
        fuzz_require(frame.reason &&
                         frame.reason_len ==
                             (fits ? input.left : WSCLOSE_REASON_MAX),
                     "the reason, cut where no frame has room");
        check_answer(&frame);
        check_line(write_frame, &frame, WSCLOSE_FORMAT_MAX, code);
        check_ending(&frame, code);
        if (fits && code && code != 1005)
            check_same(&frame, code, reason, input.left, rules[i]);
    }
}

static void check_build(const uint8_t *data, size_t size) {
    struct fuzz_input input = {data, size};
    unsigned code = fuzz_number(&input, 65536);
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    struct wsclose_frame frame;
    const char *reason = (const char *)input.at;
    int len = wsclose_build(payload, code, reason, input.left);
    if (len > 0) {
        fuzz_require(wsclose_parse(payload, (size_t)len, WSCLOSE_RULE_STRICT,
                                   &frame) == 0,
                     "what builds, parses");
        fuzz_require(frame.code == code && frame.reason_len == input.left &&
                         memcmp(frame.reason, reason, input.left) == 0,
                     "what builds, parses to the same");
    }
    size_t fits = wsclose_fit(reason, input.left);
    fuzz_require(fits <= input.left && fits <= WSCLOSE_REASON_MAX,
                 "what fits, fits");
    fuzz_require(wsclose_build(payload, 4000, reason, fits) == (int)fits + 2,
                 "what fits, builds");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    uint8_t *copy = malloc(size ? size : 1); /* its end is the end */
    if (!copy)
        abort();
    memcpy(copy, data, size);
    check_parse(copy, size);
    check_frame_of(copy, size);
    check_build(copy, size);
    free(copy);
    return 0;
}
