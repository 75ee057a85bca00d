/* SPDX-License-Identifier: MIT */
/* The payload of a Close frame: the code in network order, and the reason. */
#include <wsclose.h>

#include "rules.h"
#include "shared/protocol.h"
#include "shared/utf8.h"

/* A code that wsclose_build() accepts; 0, no code, for one that may not be
   sent. */
static unsigned answer_with(unsigned code) {
    return wsclose_rules_of(code) & SENDERS_BOTH ? code : 0;
}

static void set(struct wsclose_frame *frame, unsigned code, const char *reason,
                size_t reason_len) {
    frame->code = code;
    frame->reason = reason;
    frame->reason_len = reason_len;
}

static enum wsclose_error fail(struct wsclose_frame *frame,
                               enum wsclose_error error) {
    frame->error = error;
    frame->answer =
        answer_with(error == WSCLOSE_ERROR_BAD_UTF8 ? PROTOCOL_INVALID_PAYLOAD
                                                    : PROTOCOL_ERROR);
    return error;
}

/* A frame that is short enough. */
static enum wsclose_error judge(struct wsclose_frame *frame,
                                enum wsclose_rule rule) {
    const unsigned char *reason = (const unsigned char *)frame->reason;
    if (!wsclose_accepts(frame->code, rule))
        return fail(frame, WSCLOSE_ERROR_BAD_CODE);
    frame->error = WSCLOSE_ERROR_NONE;
    frame->answer = answer_with(frame->code);
    if (frame->reason_len && !wsclose_is_utf8(reason, frame->reason_len))
        return fail(frame, WSCLOSE_ERROR_BAD_UTF8);
    return WSCLOSE_ERROR_NONE;
}

static enum wsclose_error set_empty(struct wsclose_frame *frame) {
    set(frame, PROTOCOL_NO_STATUS_RECEIVED, "", 0);
    frame->error = WSCLOSE_ERROR_NONE;
    frame->answer = 0;
    return WSCLOSE_ERROR_NONE;
}

enum wsclose_error wsclose_parse(const void *payload, size_t len,
                                 enum wsclose_rule rule,
                                 struct wsclose_frame *ret) {
    const unsigned char *bytes = (const unsigned char *)payload;
    if (len == 0)
        return set_empty(ret);
    if (len == 1) {
        set(ret, 0, "", 0);
        return fail(ret, WSCLOSE_ERROR_TRUNCATED);
    }
    unsigned code = (unsigned)bytes[0] << 8 | bytes[1];
    const char *reason = (const char *)bytes + 2;
    if (len > WSCLOSE_PAYLOAD_MAX) {
        set(ret, code, reason, WSCLOSE_REASON_MAX);
        return fail(ret, WSCLOSE_ERROR_TOO_LONG);
    }
    set(ret, code, reason, len - 2);
    return judge(ret, rule);
}

enum wsclose_error wsclose_frame_of(unsigned code, const char *reason,
                                    size_t len, enum wsclose_rule rule,
                                    struct wsclose_frame *ret) {
    bool empty = code == 0 || code == PROTOCOL_NO_STATUS_RECEIVED;
    if (empty && !len)
        return set_empty(ret);
    if (empty)
        code = PROTOCOL_NO_STATUS_RECEIVED;
    if (len > WSCLOSE_REASON_MAX) {
        set(ret, code, reason, WSCLOSE_REASON_MAX);
        return fail(ret, WSCLOSE_ERROR_TOO_LONG);
    }
    set(ret, code, len ? reason : "", len);
    return empty ? fail(ret, WSCLOSE_ERROR_NO_CODE) : judge(ret, rule);
}

int wsclose_build(unsigned char ret[WSCLOSE_PAYLOAD_MAX], unsigned code,
                  const char *reason, size_t len) {
    if (!code)
        return len ? WSCLOSE_ERROR_NO_CODE : 0;
    if (!answer_with(code))
        return WSCLOSE_ERROR_BAD_CODE;
    if (len > WSCLOSE_REASON_MAX)
        return WSCLOSE_ERROR_TOO_LONG;
    if (!wsclose_is_utf8((const unsigned char *)reason, len))
        return WSCLOSE_ERROR_BAD_UTF8;
    ret[0] = (unsigned char)(code >> 8);
    ret[1] = (unsigned char)code;
    for (size_t i = 0; i < len; i++)
        ret[2 + i] = (unsigned char)reason[i];
    return (int)len + 2;
}

size_t wsclose_fit(const char *reason, size_t len) {
    if (len > WSCLOSE_REASON_MAX)
        len = WSCLOSE_REASON_MAX;
    return wsclose_utf8_prefix((const unsigned char *)reason, len);
}
