/* SPDX-License-Identifier: MIT */
#include "script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <wsclose.h>

#include "hex.h"
#include "note.h"

enum { BYTES_MAX = 4096, OPCODE_CLOSE = 8, FIN = 0x80, PAYLOAD_16_BITS = 126 };

struct script {
    struct stream *stream;
    bool received; /* a Close frame of the client, with this payload */
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    size_t payload_len;
};

enum next { GO_ON, CLOSE, RESET };

static enum next send_close(struct script *script, const unsigned char *payload,
                            size_t len) {
    unsigned char frame[4 + BYTES_MAX] = {FIN | OPCODE_CLOSE};
    size_t head = 2;
    if (len < PAYLOAD_16_BITS) {
        frame[1] = (unsigned char)len;
    } else {
        frame[1] = PAYLOAD_16_BITS;
        frame[2] = (unsigned char)(len >> 8);
        frame[3] = (unsigned char)len;
        head = 4;
    }
    memcpy(frame + head, payload, len);
    return stream_write(script->stream, frame, head + len) ? GO_ON : CLOSE;
}

static enum next send_code(struct script *script, const char *argument) {
    char *after;
    unsigned char payload[WSCLOSE_PAYLOAD_MAX], reason[BYTES_MAX];
    unsigned code = (unsigned)strtoul(argument, &after, 10);
    int len = hex_read(reason, sizeof reason, *after == '-' ? after + 1 : "");
    if (len >= 0)
        len = wsclose_build(payload, code, (char *)reason, (size_t)len);
    if (len >= 0)
        return send_close(script, payload, (size_t)len);
    fprintf(stderr, "interop-server: code-%s cannot be built\n", argument);
    return CLOSE;
}

static enum next send_bytes(struct script *script, const char *argument,
                            enum next (*send)(struct script *,
                                              const unsigned char *, size_t)) {
    unsigned char bytes[BYTES_MAX];
    int len = hex_read(bytes, sizeof bytes, argument);
    if (len >= 0)
        return send(script, bytes, (size_t)len);
    fprintf(stderr, "interop-server: %s is no hexadecimal\n", argument);
    return CLOSE;
}

static enum next send_raw(struct script *script, const unsigned char *bytes,
                          size_t len) {
    return stream_write(script->stream, bytes, len) ? GO_ON : CLOSE;
}

/* Reads one frame of the client; true as long as there was one. */
static bool read_frame(struct script *script) {
    unsigned char head[2], extended[8], mask[4] = {0}, byte;
    if (!stream_read(script->stream, head, 2))
        return false;
    unsigned long long len = head[1] & 0x7f;
    size_t more = len == 127 ? 8 : len == PAYLOAD_16_BITS ? 2 : 0;
    if (!stream_read(script->stream, extended, more))
        return false;
    for (size_t i = 0; i < more; i++)
        len = (i ? len << 8 : 0) | extended[i];
    if (head[1] & 0x80 && !stream_read(script->stream, mask, 4))
        return false;
    bool is_close = (head[0] & 0x0f) == OPCODE_CLOSE;
    for (unsigned long long i = 0; i < len; i++) {
        if (!stream_read(script->stream, &byte, 1))
            return false;
        if (is_close && i < sizeof script->payload)
            script->payload[i] = byte ^ mask[i % 4];
    }
    if (is_close) {
        script->received = true;
        script->payload_len = (size_t)len < sizeof script->payload
                                  ? (size_t)len
                                  : sizeof script->payload;
    }
    return true;
}

static enum next await_close(struct script *script) {
    while (!script->received && read_frame(script))
        ;
    return GO_ON;
}

static enum next reply(struct script *script) {
    struct wsclose_frame frame;
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    if (!script->received)
        return GO_ON;
    wsclose_parse(script->payload, script->payload_len, WSCLOSE_RULE_STRICT,
                  &frame);
    int len = wsclose_build(payload, frame.answer, NULL, 0);
    return send_close(script, payload, (size_t)len);
}

static enum next note(struct script *script, const char *name) {
    char digits[WSCLOSE_PAYLOAD_MAX * 2 + 1];
    hex_write(digits, script->payload, script->payload_len);
    note_put(name, script->received ? digits : "none");
    return GO_ON;
}

static enum next wait_ms(const char *argument) {
    long ms = strtol(argument, NULL, 10);
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
    return GO_ON;
}

/* Returns what stands behind the name of a step, or NULL if it is another. */
static const char *argument_of(const char *step, const char *name) {
    size_t len = strlen(name);
    return strncmp(step, name, len) == 0 ? step + len : NULL;
}

static enum next run_step(struct script *script, const char *step) {
    const char *argument;
    if ((argument = argument_of(step, "close-")))
        return send_bytes(script, argument, send_close);
    if ((argument = argument_of(step, "code-")))
        return send_code(script, argument);
    if ((argument = argument_of(step, "raw-")))
        return send_bytes(script, argument, send_raw);
    if ((argument = argument_of(step, "note-")))
        return note(script, argument);
    if ((argument = argument_of(step, "sleep-")))
        return wait_ms(argument);
    if (strcmp(step, "await") == 0)
        return await_close(script);
    if (strcmp(step, "reply") == 0)
        return reply(script);
    if (strcmp(step, "rst") == 0)
        return RESET;
    if (strcmp(step, "fin") != 0)
        fprintf(stderr, "interop-server: no step %s\n", step);
    return CLOSE;
}

void script_run(struct stream *stream, struct request *request) {
    struct script script = {.stream = stream};
    enum next next = GO_ON;
    char *rest, *step = strtok_r(request->path + strlen("/do/"), ",", &rest);
    if (step && strcmp(step, "refuse") == 0) {
        handshake_answer(stream, "404 Not Found", "text/plain", "refused\n");
        step = NULL;
    } else if (!handshake_accept(stream, request->key)) {
        step = NULL;
    }
    for (; step && next == GO_ON; step = strtok_r(NULL, ",", &rest))
        next = run_step(&script, step);
    if (next == RESET)
        stream_reset(stream);
    else
        stream_close(stream);
}
