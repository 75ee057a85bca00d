/* SPDX-License-Identifier: MIT */
#include "build.h"

#include <stdio.h>

#include <jansson.h>
#include <wsclose.h>

#include "hex.h"
#include "json.h"
#include "message.h"
#include "payload.h"
#include "query.h"

static enum result refuse(const char *word, int error, const char *reason) {
    switch (error) {
    case WSCLOSE_ERROR_TOO_LONG:
        message_about(WORD_REASON_TOO_LONG, reason);
        break;
    case WSCLOSE_ERROR_BAD_UTF8:
        message_about(WORD_REASON_NOT_UTF_8, reason);
        break;
    case WSCLOSE_ERROR_NO_CODE:
        message(WORD_REASON_WITHOUT_CODE);
        break;
    default:
        message_about(WORD_NOT_SENT, word);
    }
    return RESULT_NOT_FOUND;
}

enum result build_run(const struct registry *registry,
                      const struct options *options) {
    const char *reason = options->word_count > 1 ? options->words[1] : "";
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    char hex[2 * WSCLOSE_PAYLOAD_MAX + 1];
    unsigned code;
    enum result result = query_one(registry, options->words[0], &code);
    if (result != RESULT_FOUND)
        return result;
    int len = payload_build(registry, payload, code, reason);
    if (len < 0)
        return refuse(options->words[0], len, reason);
    hex_write(payload, (size_t)len, hex);
    if (options->json)
        json_print_object(
            json_pack("{s:s, s:i}", "payload", hex, "length", len));
    else
        puts(hex);
    return RESULT_FOUND;
}
