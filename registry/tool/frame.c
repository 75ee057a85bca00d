/* SPDX-License-Identifier: MIT */
#include "frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <wsclose.h>

#include "header.h"
#include "hex.h"
#include "hint.h"
#include "json.h"
#include "memory.h"
#include "message.h"
#include "payload.h"
#include "screen.h"
#include "shared/protocol.h"
#include "wrap.h"

enum { UTF8_MAX = 4 };

/* What a frame is found to be. */
struct finding {
    struct wsclose_frame frame;
    const char *error; /* NULL: valid */
    char *hint;        /* NULL: none; to be freed */
    bool has_code;
};

/* A frame as it was given, and what it is judged by. */
struct asked {
    const struct registry *registry;
    const char *text;
    enum wsclose_rule rule;
};

static struct finding examine_payload(const struct asked *asked,
                                      const unsigned char *bytes, size_t len) {
    struct finding finding = {0};
    enum wsclose_error error =
        payload_parse(asked->registry, bytes, len, asked->rule, &finding.frame);
    finding.error = error ? wsclose_error_name(error) : NULL;
    finding.hint =
        hint_payload(asked->registry, asked->text, bytes, len, error);
    finding.has_code = len != 1;
    return finding;
}

/* What is a valid payload is not asked whether it might be a frame. */
static struct finding examine(const struct asked *asked, unsigned char *bytes,
                              size_t len) {
    struct finding finding = examine_payload(asked, bytes, len);
    if (!finding.error || !header_is_there(bytes, len))
        return finding;
    free(finding.hint);
    struct header header = header_read(bytes, len);
    const char *error = header_error(&header);
    if (!error)
        return examine_payload(asked, header_payload(&header, bytes),
                               header.present);
    return (struct finding){.frame = {.reason = "", .answer = PROTOCOL_ERROR},
                            .error = error,
                            .hint = hint_header(&header)};
}

/* Where there is no code there is no reason either, and one that is not UTF-8
   cannot stand in JSON; one that was cut may have lost part of a character. */
static json_t *reason_of(const struct finding *finding) {
    const struct wsclose_frame *frame = &finding->frame;
    size_t whole = wsclose_fit(frame->reason, frame->reason_len);
    bool is_cut = frame->error == WSCLOSE_ERROR_TOO_LONG &&
                  frame->reason_len - whole < UTF8_MAX;
    if (!finding->has_code || (whole != frame->reason_len && !is_cut))
        return json_null();
    return json_stringn(frame->reason, whole);
}

static void print_json(const struct finding *finding) {
    const struct wsclose_frame *frame = &finding->frame;
    json_print_object(json_pack(
        "{s:b, s:o, s:o, s:s?, s:o, s:s?}", "valid", !finding->error, "code",
        finding->has_code ? json_integer(frame->code) : json_null(), "reason",
        reason_of(finding), "error", finding->error, "answer",
        json_number_or_null(frame->answer), "hint", finding->hint));
}

static void print_text(const struct registry *registry,
                       const struct finding *finding,
                       const struct screen *screen) {
    if (finding->has_code)
        payload_print(registry, &finding->frame);
    char answer[16];
    snprintf(answer, sizeof answer, "%u", finding->frame.answer);
    const struct value values[] = {
        {"error", finding->error}, {"code", answer}, {0}};
    char *verdict = word_format(
        finding->error ? WORD_FRAME_INVALID : WORD_FRAME_VALID, values);
    wrap_print(screen, 0, screen->plain, verdict);
    free(verdict);
    if (finding->hint)
        wrap_print(screen, 0, screen->plain, finding->hint);
}

enum result frame_run(const struct registry *registry,
                      const struct options *options) {
    const char *text = options->words[0];
    unsigned char *bytes = memory_get(strlen(text) / 2 + 1, 1);
    size_t len;
    enum result result = RESULT_TROUBLE;
    if (!hex_read(text, bytes, &len)) {
        message_about(WORD_FRAME_NOT_HEX, text);
    } else {
        const struct asked asked = {registry, text,
                                    options->lenient ? WSCLOSE_RULE_LENIENT
                                                     : WSCLOSE_RULE_STRICT};
        struct finding finding = examine(&asked, bytes, len);
        result = finding.error ? RESULT_NOT_FOUND : RESULT_FOUND;
        struct screen screen = screen_of(stdout, options->no_color);
        if (options->json)
            print_json(&finding);
        else
            print_text(registry, &finding, &screen);
        free(finding.hint);
    }
    free(bytes);
    return result;
}
