/* SPDX-License-Identifier: MIT */
#include "payload.h"

#include <stdio.h>
#include <string.h>

#include "shared/protocol.h"

/* Of a payload that is long enough and not too long. To the library 1000 stands
   for a code that is accepted here, and 1006 for another. */
static void judge(const struct registry *registry, enum wsclose_rule rule,
                  struct wsclose_frame *frame) {
    const struct row *row = registry_row(registry, frame->code);
    bool is_accepted =
        rule == WSCLOSE_RULE_STRICT ? row->is_strict : row->is_lenient;
    unsigned code = frame->code;
    wsclose_frame_of(is_accepted ? PROTOCOL_NORMAL_CLOSURE
                                 : PROTOCOL_ABNORMAL_CLOSURE,
                     frame->reason, frame->reason_len, rule, frame);
    frame->code = code;
    if (!frame->error)
        frame->answer = code;
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
    if (code && !row_is_sent(registry_row(registry, code)))
        return WSCLOSE_ERROR_BAD_CODE;
    int len = wsclose_build(ret, code ? PROTOCOL_NORMAL_CLOSURE : 0, reason,
                            strlen(reason));
    if (len > 0) {
        ret[0] = (unsigned char)(code >> 8);
        ret[1] = (unsigned char)code;
    }
    return len;
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
