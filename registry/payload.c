/* The payload of a Close frame: the code in network order, and the reason. */
#include <wsclose.h>

#include "shared/protocol.h"
#include "rules.h"
#include "shared/utf8.h"

static void set(struct wsclose_frame *frame, unsigned code, const char *reason,
                size_t reason_len) {
    frame->code = code;
    frame->reason = reason;
    frame->reason_len = reason_len;
}

static enum wsclose_error fail(struct wsclose_frame *frame,
                               enum wsclose_error error, unsigned answer) {
    frame->error = error;
    frame->answer = answer;
    return error;
}

enum wsclose_error wsclose_parse(const void *payload, size_t len,
                                 enum wsclose_rule rule,
                                 struct wsclose_frame *ret) {
    const unsigned char *bytes = (const unsigned char *)payload;
    ret->error = WSCLOSE_ERROR_NONE;
    ret->answer = 0;
    if (len == 0) {
        set(ret, PROTOCOL_NO_STATUS_RECEIVED, "", 0);
        return WSCLOSE_ERROR_NONE;
    }
    if (len == 1) {
        set(ret, 0, "", 0);
        return fail(ret, WSCLOSE_ERROR_TRUNCATED, PROTOCOL_ERROR);
    }
    unsigned code = (unsigned)bytes[0] << 8 | bytes[1];
    const char *reason = (const char *)bytes + 2;
    if (len > WSCLOSE_PAYLOAD_MAX) {
        set(ret, code, reason, WSCLOSE_REASON_MAX);
        return fail(ret, WSCLOSE_ERROR_TOO_LONG, PROTOCOL_ERROR);
    }
    set(ret, code, reason, len - 2);
    if (!wsclose_accepts(code, rule))
        return fail(ret, WSCLOSE_ERROR_BAD_CODE, PROTOCOL_ERROR);
    if (len > 2 && !wsclose_is_utf8(bytes + 2, len - 2))
        return fail(ret, WSCLOSE_ERROR_BAD_UTF8, PROTOCOL_INVALID_PAYLOAD);
    return WSCLOSE_ERROR_NONE;
}

int wsclose_build(unsigned char ret[WSCLOSE_PAYLOAD_MAX], unsigned code,
                  const char *reason, size_t len) {
    if (!code)
        return len ? WSCLOSE_ERROR_NO_CODE : 0;
    if (!(wsclose_rules_of(code) & BEGIN_BOTH))
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
