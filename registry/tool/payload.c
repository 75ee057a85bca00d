/* SPDX-License-Identifier: MIT */
#include "payload.h"

#include <stdio.h>
#include <string.h>

#include "shared/protocol.h"

/* Of a payload that is long enough and not too long. What is compiled in may
   lack any code, so that the library cannot be asked for these answers. */
static void judge(const struct registry *registry, enum wsclose_rule rule,
                  struct wsclose_frame *frame) {
    const struct row *row = registry_row(registry, frame->code);
    size_t len = frame->reason_len;
    frame->error = WSCLOSE_ERROR_NONE;
    frame->answer = frame->code;
    if (!(rule == WSCLOSE_RULE_STRICT ? row->is_strict : row->is_lenient)) {
        frame->error = WSCLOSE_ERROR_BAD_CODE;
        frame->answer = PROTOCOL_ERROR;
    } else if (wsclose_fit(frame->reason, len) != len) {
        frame->error = WSCLOSE_ERROR_BAD_UTF8;
        frame->answer = PROTOCOL_INVALID_PAYLOAD;
    }
}

enum wsclose_error payload_parse(const struct registry *registry,
                                 const unsigned char *bytes, size_t len,
                                 enum wsclose_rule rule,
                                 struct wsclose_frame *ret) {
    wsclose_parse(bytes, len, rule, ret);
    if (len >= 2 && ret->error != WSCLOSE_ERROR_TOO_LONG)
        judge(registry, rule, ret);
    if (!row_is_sent(registry_row(registry, ret->answer)))
        ret->answer = 0;
    return ret->error;
}

int payload_build(const struct registry *registry,
                  unsigned char ret[WSCLOSE_PAYLOAD_MAX], unsigned code,
                  const char *reason) {
    size_t len = strlen(reason);
    if (!code)
        return len ? WSCLOSE_ERROR_NO_CODE : 0;
    if (!row_is_sent(registry_row(registry, code)))
        return WSCLOSE_ERROR_BAD_CODE;
    if (len > WSCLOSE_REASON_MAX)
        return WSCLOSE_ERROR_TOO_LONG;
    if (wsclose_fit(reason, len) != len)
        return WSCLOSE_ERROR_BAD_UTF8;
    ret[0] = (unsigned char)(code >> 8);
    ret[1] = (unsigned char)code;
    memcpy(ret + 2, reason, len);
    return (int)len + 2;
}

/* The code and the symbol that the library knows give way. */
void payload_print(const struct registry *registry,
                   const struct wsclose_frame *frame) {
    char line[WSCLOSE_FORMAT_MAX];
    wsclose_format(line, sizeof line, frame);
    const char *rest =
        strchr(line, ' ') + 1 + strlen(wsclose_symbol(frame->code));
    printf("%u %s%s\n", frame->code,
           registry_row(registry, frame->code)->symbol, rest);
}
