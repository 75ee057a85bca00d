/* The payload of a Close frame: the code in network order, and the reason. */
#include <wsclose.h>

#include "protocol.h"
#include "utf8.h"

static bool is_utf8(const char *text, size_t len) {
    return wsclose_utf8_prefix((const unsigned char *)text, len) == len;
}

static enum wsclose_error check(size_t len, enum wsclose_rule rule,
                                const struct wsclose_frame *frame) {
    if (len > WSCLOSE_PAYLOAD_MAX)
        return WSCLOSE_ERROR_TOO_LONG;
    if (len == 1)
        return WSCLOSE_ERROR_TRUNCATED;
    if (len && !wsclose_may_receive(frame->code, rule))
        return WSCLOSE_ERROR_BAD_CODE;
    if (frame->reason_len && !is_utf8(frame->reason, frame->reason_len))
        return WSCLOSE_ERROR_BAD_UTF8;
    return WSCLOSE_ERROR_NONE;
}

enum wsclose_error wsclose_parse(const void *payload, size_t len,
                                 enum wsclose_rule rule,
                                 struct wsclose_frame *ret) {
    const unsigned char *bytes = (const unsigned char *)payload;
    ret->code = len ? 0 : PROTOCOL_NO_STATUS_RECEIVED;
    ret->reason = "";
    ret->reason_len = 0;
    if (len >= 2) {
        ret->code = (unsigned)bytes[0] << 8 | bytes[1];
        ret->reason = (const char *)bytes + 2;
        ret->reason_len =
            len - 2 < WSCLOSE_REASON_MAX ? len - 2 : WSCLOSE_REASON_MAX;
    }
    ret->error = check(len, rule, ret);
    ret->answer = ret->error == WSCLOSE_ERROR_NONE ? 0
                  : ret->error == WSCLOSE_ERROR_BAD_UTF8
                      ? PROTOCOL_INVALID_PAYLOAD
                      : PROTOCOL_ERROR;
    return ret->error;
}

int wsclose_build(unsigned char ret[WSCLOSE_PAYLOAD_MAX], unsigned code,
                  const char *reason, size_t len) {
    if (!code)
        return len ? WSCLOSE_ERROR_NO_CODE : 0;
    if (!wsclose_may_send(code, WSCLOSE_ROLE_CLIENT) &&
        !wsclose_may_send(code, WSCLOSE_ROLE_SERVER))
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
