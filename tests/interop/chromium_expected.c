/* SPDX-License-Identifier: MIT */
/* The ways a connection to a browser ends, and what libwsclose says of them.

   chromium-expected cases      prints them for chromium.html
   chromium-expected expected   prints for each of them, behind its name, what
                                wsclose_derive_event() says a page sees and
                                which Close frame the browser sends itself */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

#include "chromium_cases.h"

enum { CLOSE_ARGUMENT_MAX = 65536 };

static void print_hex(const unsigned char *bytes, size_t len) {
    while (len--)
        printf("%02x", *bytes++);
}

/* The steps of the server: % stands for the payload in hexadecimal, and each
   Close frame of the browser that is waited for is kept under its number. */
static void print_steps(const struct way *way, unsigned number) {
    for (const char *at = way->steps; *at; at++) {
        if (*at == '%')
            print_hex(way->payload, way->len);
        else
            putchar(*at);
        if (strncmp(at, "await", 5) == 0) {
            printf("wait,note-%u", number);
            at += 4;
        }
    }
}

static void print_case(const struct way *way, unsigned number) {
    printf("{name: \"%s\", url: \"", way->name);
    if (way->url)
        printf("%s", way->url);
    else
        printf("ws://127.0.0.1:PORT/do/");
    if (way->steps)
        print_steps(way, number);
    printf("\"");
    if (way->page)
        printf(", %s", way->page);
    printf("},\n");
}

/* Control characters and the byte order mark as the page shows them. */
static void print_reason(const struct wsclose_event *event) {
    static const char mark[] = "\xef\xbb\xbf";
    for (size_t i = 0; i < event->reason_len; i++) {
        unsigned char byte = (unsigned char)event->reason[i];
        if (event->reason_len - i >= 3 &&
            memcmp(event->reason + i, mark, 3) == 0) {
            printf("\\ufeff");
            i += 2;
        } else if (byte < ' ') {
            printf("\\u%04x", byte);
        } else {
            putchar(byte);
        }
    }
}

/* The code of the Close frame that the browser sends itself. */
static unsigned own_code(const struct way *way,
                         const struct wsclose_ending *ending) {
    if (way->own)
        return way->own;
    unsigned code = ending->received->answer;
    return code ? code : WSCLOSE_NO_STATUS_RECEIVED;
}

static void print_own(const struct way *way,
                      const struct wsclose_ending *ending) {
    if (!way->steps || !strstr(way->steps, "await"))
        return;
    if (!ending->sent)
        printf("\tnothing");
    else if (own_code(way, ending) == WSCLOSE_NO_STATUS_RECEIVED)
        printf("\tan empty Close");
    else
        printf("\t%u", own_code(way, ending));
}

static void print_expected(const struct way *way, unsigned number) {
    static const struct wsclose_frame sent = {0};
    struct wsclose_frame frame;
    struct wsclose_event event;
    struct wsclose_ending ending = {.established = !(way->saw & NOT_OPENED),
                                    .failed = way->saw & FAILED,
                                    .sent = way->saw & SENT ? &sent : NULL};
    /* The server ends the transport in every way; it is a loss where the
       closing handshake is not complete. */
    ending.transport_lost = !way->payload || !ending.sent;
    (void)number;
    if (way->payload) {
        wsclose_parse(way->payload, way->len, WSCLOSE_RULE_STRICT, &frame);
        ending.received = &frame;
    }
    wsclose_derive_event(&ending, &event);
    printf("%s\t%s%sclose %u \"", way->name, ending.established ? "open " : "",
           event.error_first ? "error " : "", event.code);
    print_reason(&event);
    printf("\" %s", event.was_clean ? "clean" : "not clean");
    print_own(way, &ending);
    putchar('\n');
}

/* As runs of codes, so that two that differ in one code differ. */
static void print_may_close(void) {
    printf("close(code), each of 0-%u\ttakes", CLOSE_ARGUMENT_MAX);
    for (unsigned code = 0, first; code <= CLOSE_ARGUMENT_MAX; code++) {
        if (!wsclose_browser_may_close(code))
            continue;
        for (first = code; wsclose_browser_may_close(code + 1); code++)
            ;
        printf(code == first ? " %u" : " %u-%u", first, code);
    }
    printf(", InvalidAccessError for all others\n");
    static const unsigned beyond[] = {66536, 4294967295};
    for (size_t i = 0; i < sizeof beyond / sizeof beyond[0]; i++)
        printf("close(%u)\t%s\n", beyond[i],
               wsclose_browser_may_close(beyond[i]) ? "takes it"
                                                    : "InvalidAccessError");
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "cases") == 0) {
        printf("const cases = [\n");
        chromium_cases(print_case);
        printf("];\n");
        return 0;
    }
    if (argc == 2 && strcmp(argv[1], "expected") == 0) {
        chromium_cases(print_expected);
        print_may_close();
        return 0;
    }
    fprintf(stderr, "usage: chromium-expected cases | expected\n");
    return 2;
}
