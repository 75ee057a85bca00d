/* The payload of a Close frame: the code in network order, and the reason. */
#include <wsclose.h>

#include "protocol.h"
#include "rules.h"
#include "utf8.h"

static bool is_utf8(const char *text, size_t len) {
    return wsclose_utf8_prefix((const unsigned char *)text, len) == len;
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
    *ret = (struct wsclose_frame){len ? 0 : PROTOCOL_NO_STATUS_RECEIVED, "", 0,
                                  WSCLOSE_ERROR_NONE, 0};
    if (len == 0)
        return WSCLOSE_ERROR_NONE;
    if (len == 1)
        return fail(ret, WSCLOSE_ERROR_TRUNCATED, PROTOCOL_ERROR);
    ret->code = (unsigned)bytes[0] << 8 | bytes[1];
    ret->reason = (const char *)bytes + 2;
    ret->reason_len = len - 2;
    if (len > WSCLOSE_PAYLOAD_MAX) {
        ret->reason_len = WSCLOSE_REASON_MAX;
        return fail(ret, WSCLOSE_ERROR_TOO_LONG, PROTOCOL_ERROR);
    }
    if (!wsclose_accepts(ret->code, rule))
        return fail(ret, WSCLOSE_ERROR_BAD_CODE, PROTOCOL_ERROR);
    if (len > 2 && !is_utf8(ret->reason, ret->reason_len))
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
    if (!is_utf8(reason, len))
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
