/* SPDX-License-Identifier: MIT */
/* interop-cases: prints what the server does to each peer, a case a line:

   end   NAME STEPS CODE REASON ANSWER
   send  NAME CODE REASON PAYLOAD

   end: the server ends the connection by these steps (script.h); a program
   that used this library would see this code and reason and answer with this
   Close frame. send: a client's application closes with this code (empty:
   without one) and reason, and this payload arrives, or "refused". Reasons and
   payloads are hexadecimal; fields are separated by tabs. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

#include "hex.h"

enum { TOO_LONG = WSCLOSE_PAYLOAD_MAX + 1, LAST_CODE = 65535 };

struct reason {
    const char *name;
    size_t len;
    const char *bytes;
};

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define REASON(name, bytes) {name, sizeof bytes - 1, bytes}
#define KANA_10 "すせそたちつてとなに"
#define ASCII_30 "The quick brown fox jumps over"
static const struct reason reasons[] = {
    REASON("none", ""),
    REASON("ascii", "going, going, gone"),
    REASON("japanese", "サーバーを再起動します"),
    REASON("emoji", "👋🏽 🇯🇵 👩‍💻"),
    REASON("nul", "be\0fore"),
    REASON("123-ascii", ASCII_30 ASCII_30 ASCII_30 ASCII_30 "dog"),
    REASON("123-japanese", KANA_10 KANA_10 KANA_10 KANA_10 "ん"),
};

/* A byte too long; cut there the second ends inside a character. */
static const struct reason long_reasons[] = {
    REASON("124-ascii", ASCII_30 ASCII_30 ASCII_30 ASCII_30 "dogs"),
    REASON("124-japanese", "a" KANA_10 KANA_10 KANA_10 KANA_10 "ん"),
};

/* White space and marks that a decoder might take away: one code will do. */
static const struct reason trimmed_reasons[] = {
    REASON("bom", "\xef\xbb\xbf"
                  "byte order mark"),
    REASON("blanks", "  blanks \r\n"),
    REASON("nuls", "\0\0"),
};

static const struct reason broken_reasons[] = {
    REASON("stray", "\x80"),
    REASON("ff", "all but \xff"),
    REASON("overlong", "\xc0\x80"),
    REASON("surrogate", "\xed\xa0\x80"),
    REASON("over", "\xf4\x90\x80\x80"),
    REASON("cut", "cut \xe3\x81"),
};

/* The first and the last code of every row of the registry: fn(code). */
static void each_code(void (*fn)(unsigned code)) {
    unsigned code = 0;
    do {
        unsigned last = wsclose_last(code);
        fn(code);
        if (last != code)
            fn(last < LAST_CODE ? last : LAST_CODE);
    } while ((code = wsclose_next(code)));
}

static const char *hex(const void *bytes, size_t len) {
    static char digits[2 * TOO_LONG + 1];
    hex_write(digits, bytes, len);
    return digits;
}

/* The rest of an end's line: what the payload means to this library. */
static void print_meaning(const unsigned char *payload, size_t len) {
    unsigned char answer[WSCLOSE_PAYLOAD_MAX];
    struct wsclose_frame frame;
    struct wsclose_event event;
    wsclose_parse(payload, len, WSCLOSE_RULE_STRICT, &frame);
    wsclose_derive_event(&(struct wsclose_ending){.established = true,
                                                  .sent = &frame,
                                                  .received = &frame},
                         &event);
    printf("\t%u\t%s", event.code, hex(event.reason, event.reason_len));
    int size = wsclose_build(answer, frame.answer, "", 0);
    printf("\t%s\n", hex(answer, (size_t)size));
}

/* A Close frame as this library builds it. */
static void print_built(unsigned code, const struct reason *reason) {
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    int len = wsclose_build(payload, code, reason->bytes, reason->len);
    if (code)
        printf("end\t%u-%s\tcode-%u-%s", code, reason->name, code,
               hex(reason->bytes, reason->len));
    else
        printf("end\tempty\tcode-0");
    print_meaning(payload, (size_t)len);
}

/* A Close frame that this library would not build. */
static void print_broken(const char *name, const unsigned char *payload,
                         size_t len) {
    printf("end\tbroken-%s\tclose-%s", name, hex(payload, len));
    print_meaning(payload, len);
}

static void print_end(unsigned code) {
    char name[16];
    if (code && wsclose_may_receive(code, WSCLOSE_RULE_STRICT)) {
        for (size_t i = 0; i < LENGTH(reasons); i++)
            print_built(code, &reasons[i]);
        return;
    }
    snprintf(name, sizeof name, "%u", code);
    unsigned char payload[] = {(unsigned char)(code >> 8), (unsigned char)code};
    print_broken(name, payload, sizeof payload);
}

/* Every other code that may be sent, without a reason. */
static void print_codes_between(void) {
    for (unsigned code = 0; code <= LAST_CODE; code++)
        if (code != wsclose_first(code) && code != wsclose_last(code) &&
            wsclose_may_receive(code, WSCLOSE_RULE_STRICT))
            print_built(code, &reasons[0]);
}

static void print_broken_payloads(void) {
    unsigned char payload[TOO_LONG] = {1000 >> 8, 1000 & 0xff};
    print_broken("one-byte", payload, 1);
    for (size_t i = 0; i < LENGTH(broken_reasons); i++) {
        char name[32];
        snprintf(name, sizeof name, "utf8-%s", broken_reasons[i].name);
        memcpy(payload + 2, broken_reasons[i].bytes, broken_reasons[i].len);
        print_broken(name, payload, 2 + broken_reasons[i].len);
    }
    memset(payload + 2, 'a', sizeof payload - 2);
    print_broken("126-bytes", payload, sizeof payload);
}

static void print_payload(unsigned code, const struct reason *reason) {
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    int len = wsclose_build(payload, code, reason->bytes, reason->len);
    if (len < 0)
        printf("\trefused\n");
    else
        printf("\t%s\n", hex(payload, (size_t)len));
}

static void print_send(unsigned code) {
    printf("send\tsend-%u\t%u\t", code, code);
    if (wsclose_may_send(code, WSCLOSE_ROLE_CLIENT))
        print_payload(code, &reasons[0]);
    else
        printf("\trefused\n");
}

static void print_send_reason(const struct reason *reason) {
    printf("send\tsend-4000-%s\t4000\t%s", reason->name,
           hex(reason->bytes, reason->len));
    print_payload(4000, reason);
}

int main(void) {
    print_built(0, &reasons[0]);
    each_code(print_end);
    print_codes_between();
    for (size_t i = 0; i < LENGTH(trimmed_reasons); i++)
        print_built(4000, &trimmed_reasons[i]);
    print_broken_payloads();
    printf("send\tsend-empty\t\t\t\n");
    each_code(print_send);
    for (size_t i = 1; i < LENGTH(reasons); i++)
        print_send_reason(&reasons[i]);
    for (size_t i = 0; i < LENGTH(long_reasons); i++)
        print_send_reason(&long_reasons[i]);
    return 0;
}
