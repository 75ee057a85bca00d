/* SPDX-License-Identifier: MIT */
/* A Close frame's payload taken apart, and its UTF-8 alone. */
#include "payloads.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#include "races.h"

/* Different ones of one length. */
enum { COUNT = 64 };

static unsigned parse_by_wsclose(const struct payload *payload) {
    struct wsclose_frame frame;
    wsclose_parse(payload->bytes, payload->len, WSCLOSE_RULE_STRICT, &frame);
    return frame.error ? 0 : frame.code;
}

static unsigned utf8_by_wsclose(const struct payload *payload) {
    const size_t len = payload->len - 2;
    return wsclose_fit((const char *)payload->bytes + 2, len) == len;
}

#define WORK(function)                                                         \
    static uint64_t function##_each(const void *input) {                       \
        const struct payload *payloads = input;                                \
        uint64_t sum = 0;                                                      \
        for (unsigned i = 0; i < COUNT; i++)                                   \
            sum += function(&payloads[i]);                                     \
        return sum;                                                            \
    }

WORK(parse_by_wsclose)
WORK(parse_by_websocketpp)
WORK(parse_by_beast)
WORK(parse_by_libwebsockets)
WORK(utf8_by_wsclose)
WORK(utf8_by_table)

static const struct contender parse[] = {
    {"wsclose", parse_by_wsclose_each},
    {"websocketpp", parse_by_websocketpp_each},
    {"Beast", parse_by_beast_each},
    {"libwebsockets", parse_by_libwebsockets_each},
    {NULL, NULL},
};

static const struct contender utf8[] = {
    {"wsclose", utf8_by_wsclose_each},
    {"table DFA", utf8_by_table_each},
    {NULL, NULL},
};

static const struct language {
    const char *name, *text;
} languages[] = {
    {"ASCII", "Session expired after 30 minutes; please sign in again. "},
    {"Japanese", "セッションの有効期限が切れました。もう一度お入りください。"},
    {"mixed", "Done 🎉 お疲れさま! naïve 👍🏽 ok, voilà 🚀 次へ "},
};

/* The text from a character of it on, round and round, up to len bytes; where
   a character has no room stand full stops. */
static void fill(char *ret, size_t len, const char *text) {
    char round[1024];
    snprintf(round, sizeof round, "%s%s%s%s%s", text, text, text, text, text);
    size_t at = random_below((unsigned)strlen(text));
    while (((unsigned char)round[at] & 0xC0) == 0x80)
        at++;
    size_t whole = wsclose_fit(round + at, len);
    memcpy(ret, round + at, whole);
    memset(ret + whole, '.', len - whole);
}

static void make(struct payload *payload, const char *text, size_t len) {
    static const unsigned codes[] = {1000, 1001, 1008, 1011, 4001};
    unsigned code = codes[random_below(sizeof codes / sizeof *codes)];
    payload->len = len;
    if (len) {
        payload->bytes[0] = (unsigned char)(code >> 8);
        payload->bytes[1] = (unsigned char)code;
        fill((char *)payload->bytes + 2, len - 2, text);
    }
    payload_make_strings(payload);
}

/* All payloads are good, and everybody finds so. */
static void check(const void *payloads, const struct contender *contenders) {
    uint64_t ours = contenders->run(payloads);
    for (; contenders->run; contenders++)
        if (!ours || contenders->run(payloads) != ours) {
            fprintf(stderr, "bench: %s does not read what wsclose reads\n",
                    contenders->name);
            exit(1);
        }
}

static void run(const struct settings *settings, const char *input_name,
                const char *text, size_t len) {
    static struct payload payloads[COUNT];
    for (unsigned i = 0; i < COUNT; i++)
        make(&payloads[i], text, len);
    struct race race = {"parse", input_name, payloads, COUNT};
    check(payloads, parse);
    race_run(settings, &race, parse);
    if (len > 2) {
        check(payloads, utf8);
        race.subject = "UTF-8";
        race_run(settings, &race, utf8);
    }
}

void payloads_race(const struct settings *settings) {
    static const size_t lengths[] = {16, 64, WSCLOSE_REASON_MAX};
    char name[64];

    run(settings, "empty", languages->text, 0);
    run(settings, "no reason", languages->text, 2);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        for (size_t j = 0; j < sizeof languages / sizeof *languages; j++) {
            snprintf(name, sizeof name, "%s, %zu bytes", languages[j].name,
                     lengths[i]);
            run(settings, name, languages[j].text, 2 + lengths[i]);
        }
}
