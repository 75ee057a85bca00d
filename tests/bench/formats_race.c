/* SPDX-License-Identifier: MIT */
/* A Close frame in one line for a log. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include "races.h"

enum { COUNT = 64, LINE = WSCLOSE_FORMAT_MAX };

typedef size_t format(char *line, const struct wsclose_frame *frame);

static size_t format_by_wsclose(char *line, const struct wsclose_frame *frame) {
    return (size_t)wsclose_format(line, LINE, frame);
}

/* What peers do, with the same line as its result where the reason is of
   printable characters: the name from a switch, controls by hand. */
static size_t format_by_snprintf(char *line,
                                 const struct wsclose_frame *frame) {
    const unsigned char *reason = (const unsigned char *)frame->reason;
    size_t len = (size_t)snprintf(line, LINE, "%u %s", frame->code,
                                  wsclose_symbol(frame->code));
    if (!frame->reason_len)
        return len;
    len += (size_t)snprintf(line + len, LINE - len, " \"");
    for (size_t i = 0; i < frame->reason_len; i++)
        if (reason[i] < 0x20 || reason[i] == '"' || reason[i] == '\\' ||
            reason[i] == 0x7f)
            len +=
                (size_t)snprintf(line + len, LINE - len, "\\x%02x", reason[i]);
        else
            line[len++] = (char)reason[i];
    return len + (size_t)snprintf(line + len, LINE - len, "\"");
}

static uint64_t each(const void *input, format *write) {
    const struct wsclose_frame *frames = input;
    char line[LINE];
    uint64_t sum = 0;
    for (size_t i = 0; i < COUNT; i++) {
        size_t len = write(line, &frames[i]);
        sum +=
            len + (unsigned char)line[len - 1] + (unsigned char)line[len / 2];
    }
    return sum;
}

static uint64_t wsclose_each(const void *input) {
    return each(input, format_by_wsclose);
}

static uint64_t snprintf_each(const void *input) {
    return each(input, format_by_snprintf);
}

static const struct contender contenders[] = {
    {"wsclose", wsclose_each}, {"snprintf", snprintf_each}, {NULL, NULL}};

static void run(const struct settings *settings, const char *input_name,
                const char *reason) {
    static const unsigned codes[] = {1000, 1001, 1008, 1011, 4001};
    static struct wsclose_frame frames[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        wsclose_frame_of(codes[random_below(5)], reason, strlen(reason),
                         WSCLOSE_RULE_STRICT, &frames[i]);
    if (wsclose_each(frames) != snprintf_each(frames)) {
        fputs("bench: the lines are not the same\n", stderr);
        exit(1);
    }
    const struct race race = {"format", input_name, frames, COUNT};
    race_run(settings, &race, contenders);
}

void formats_race(const struct settings *settings) {
    run(settings, "no reason", "");
    run(settings, "ASCII, 53 bytes",
        "Session expired after 30 minutes; please sign in soon");
    run(settings, "Japanese, 48 bytes", "ただいま混雑しています。後で接続");
    run(settings, "a line end, 20 bytes", "Session expired now\n");
}
