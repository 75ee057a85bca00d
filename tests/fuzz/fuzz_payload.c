/* SPDX-License-Identifier: MIT */
/* Bytes as a Close frame's payload, and as a code with a reason. */
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include "fuzz.h"

/* A line for a log: all of it, none of it, and every length between. */
static void check_format(const struct wsclose_frame *frame, size_t some) {
    char whole[WSCLOSE_FORMAT_MAX], part[WSCLOSE_FORMAT_MAX];
    int len = wsclose_format(whole, sizeof whole, frame);
    fuzz_require(len > 0 && (size_t)len < sizeof whole &&
                     strlen(whole) == (size_t)len,
                 "a line fits WSCLOSE_FORMAT_MAX");
    fuzz_require_clean(whole, (size_t)len, "a line is clean");
    fuzz_require(!strchr(whole, '\n'), "a line is one line");
    size_t room = some % sizeof part;
    memset(part, 'x', sizeof part);
    fuzz_require(wsclose_format(part, room, frame) == len,
                 "its length is the same whatever the room");
    fuzz_require(!room || strncmp(part, whole, room - 1) == 0 ||
                     strlen(part) < room,
                 "what fits is its beginning");
    fuzz_require(part[room] == 'x', "nothing is written behind the room");
}

static void check_parse(const uint8_t *data, size_t size) {
    const enum wsclose_rule rules[] = {WSCLOSE_RULE_STRICT,
                                       WSCLOSE_RULE_LENIENT};
    for (int i = 0; i < 2; i++) {
        struct wsclose_frame frame;
        unsigned char again[WSCLOSE_PAYLOAD_MAX];
        enum wsclose_error error = wsclose_parse(data, size, rules[i], &frame);
        fuzz_require(error == frame.error, "one error");
        fuzz_require(!error || frame.answer, "an error has its answer");
        fuzz_require(wsclose_build(again, frame.answer, NULL, 0) >= 0,
                     "what to answer with can be sent");
        fuzz_require(error || size <= WSCLOSE_PAYLOAD_MAX, "too long");
        check_format(&frame, size ? data[0] : 0);
        if (error || !size ||
            !wsclose_may_send(frame.code, WSCLOSE_ROLE_CLIENT))
            continue;
        int len =
            wsclose_build(again, frame.code, frame.reason, frame.reason_len);
        fuzz_require(len == (int)size && memcmp(again, data, size) == 0,
                     "what parses builds");
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
    check_build(copy, size);
    free(copy);
    return 0;
}
