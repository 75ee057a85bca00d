/* SPDX-License-Identifier: MIT */
#include "chromium_cases.h"

#include <stdio.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define PAYLOAD(bytes)                                                         \
    .payload = (const unsigned char *)(bytes), .len = sizeof(bytes) - 1

#define TEN "0123456789"
#define FORTY TEN TEN TEN TEN
#define ZEROES_20 "0000000000000000000000000000000000000000"
#define ZEROES_126 /* in hexadecimal */                                        \
    ZEROES_20 ZEROES_20 ZEROES_20 ZEROES_20 ZEROES_20 ZEROES_20 "000000000000"

static const unsigned good_codes[] = {1000, 1001, 1002, 1003, 1007, 1008,
                                      1009, 1010, 1011, 1012, 1013, 1014,
                                      3000, 3003, 3008, 3999, 4000, 4999};
static const unsigned bad_codes[] = {0,    999,  1004, 1005, 1006,
                                     1015, 1016, 2999, 5000, 65535};

/* The page floods a server that does not read, so that the browser's Close
   waits behind what the page has sent, and surely does not go out. */
#define UNANSWERED(what, does, bytes)                                          \
    {.name = (what), .steps = (does), PAYLOAD(bytes), .page = "flood: true"}
#define ANSWERED(what, does, bytes)                                            \
    {.name = (what), .steps = (does), PAYLOAD(bytes), .saw = SENT}
#define FAILS(what, does, code)                                                \
    {.name = (what), .steps = (does), .saw = SENT | FAILED, .own = (code)}
#define CROSSES(what, does, bytes, code, javascript)                           \
    {.name = (what),                                                           \
     .steps = (does),                                                          \
     PAYLOAD(bytes),                                                           \
     .saw = SENT,                                                              \
     .own = (code),                                                            \
     .page = (javascript)}

static const struct way begun_by_the_server[] = {
    ANSWERED("server: empty Close", "close-%,await,fin", ""),
    ANSWERED("server: reason in ASCII", "close-%,await,fin",
             "\x03\xe9going down for an hour"),
    ANSWERED("server: reason in Japanese", "close-%,await,fin",
             "\x03\xf4再起動します"),
    ANSWERED("server: reason beyond the BMP", "close-%,await,fin",
             "\x0f\xa0\xf0\x9f\x90\x9f"),
    ANSWERED("server: reason with a NUL", "close-%,await,fin",
             "\x0f\xa0nul\0nul"),
    ANSWERED("server: reason that begins with a BOM", "close-%,await,fin",
             "\x0f\xa0\xef\xbb\xbfmark"),
    ANSWERED("server: reason of 123 bytes", "close-%,await,fin",
             "\x03\xf3" FORTY FORTY FORTY "123"),
    ANSWERED("server: 1000, transport left open",
             "close-%,await,sleep-5000,fin", "\x03\xe8"),
    ANSWERED("server: 1000, end of the transport at once", "close-%,fin",
             "\x03\xe8"),
    ANSWERED("server: 4001, reset after the answer", "close-%,await,rst",
             "\x0f\xa1"),
    ANSWERED("server: 4001, then a broken frame",
             "close-%,raw-8101ff,await,fin", "\x0f\xa1"),
    ANSWERED("server: 4001, then another Close", "close-%,close-0fa2,await,fin",
             "\x0f\xa1"),
    ANSWERED("server: 4001, then a message", "close-%,raw-810161,await,fin",
             "\x0f\xa1"),
    UNANSWERED("server: 4001, reset before an answer went out",
               "sleep-500,close-%,sleep-100,rst", "\x0f\xa1"),
    UNANSWERED("server: 4001, end before an answer went out",
               "sleep-500,close-%,sleep-100,fin", "\x0f\xa1"),
};

static const struct way broken[] = {
    ANSWERED("broken Close: one byte", "close-%,await,fin", "\x03"),
    ANSWERED("broken Close: reason not UTF-8", "close-%,await,fin",
             "\x03\xe8\xff"),
    ANSWERED("broken Close: reason with a surrogate", "close-%,await,fin",
             "\x03\xe8\xed\xa0\x80"),
    ANSWERED("broken Close: reason cut in a character", "close-%,await,fin",
             "\x03\xe8\xe6\x97"),
    ANSWERED("broken Close: reason of 124 bytes", "close-%,await,fin",
             "\x03\xe8" FORTY FORTY FORTY "1234"),
    FAILS("broken Close: without FIN", "raw-080203e8,await,fin", 1002),
    FAILS("broken Close: reserved bit", "raw-c80203e8,await,fin", 1002),
    FAILS("broken frame: reserved bit", "raw-c100,await,fin", 1002),
    FAILS("broken frame, then Close 1000", "raw-c100880203e8,await,fin", 1002),
    FAILS("broken frame: reserved opcode", "raw-8300,await,fin", 1002),
    FAILS("broken frame: reserved control opcode", "raw-8b00,await,fin", 1002),
    FAILS("broken frame: masked", "raw-818000000000,await,fin", 1002),
    FAILS("broken frame: continues nothing", "raw-8000,await,fin", 1002),
    FAILS("broken frame: message in a message", "raw-01008100,await,fin", 1002),
    FAILS("broken frame: length not minimal", "raw-817e000161,await,fin", 1002),
    FAILS("broken frame: length over 63 bits",
          "raw-827fffffffffffffffff,await,fin", 1002),
    FAILS("broken frame: ping of 126 bytes",
          "raw-897e007e" ZEROES_126 ",await,fin", 1002),
    FAILS("text message not UTF-8", "raw-8101ff,await,fin", 1007),
};

/* The transport ends without a Close frame of the server. */
static const struct way lost[] = {
    {.name = "lost: end of the transport", .steps = "sleep-100,fin"},
    {.name = "lost: reset", .steps = "sleep-100,rst"},
    {.name = "lost: end within a frame", .steps = "sleep-100,raw-8810,fin"},
    {.name = "lost: reset after the browser's Close",
     .steps = "await,rst",
     .saw = SENT,
     .own = 4001,
     .page = "close: [4001]"},
    {.name = "broken frame after the browser's Close",
     .steps = "await,raw-c100,fin",
     .saw = SENT | FAILED,
     .own = 4001,
     .page = "close: [4001]"},
    {.name = "lost: end within the answer to the browser's Close",
     .steps = "await,raw-88020f,fin",
     .saw = SENT,
     .own = 4001,
     .page = "close: [4001]"},
};

/* Both sides, neither having read the other's frame. */
static const struct way crossing[] = {
    CROSSES("both at once: page 4002, server 4001",
            "sleep-200,close-%,await,fin", "\x0f\xa1", 4002, "close: [4002]"),
    CROSSES("both at once: page empty, server 1001",
            "sleep-200,close-%,await,fin", "\x03\xe9", 1005, "close: []"),
    CROSSES("both at once: page 4002, server empty",
            "sleep-200,close-%,await,fin", "", 4002, "close: [4002]"),
    CROSSES("close(4002) when the server's 4001 has come",
            "raw-81016188020fa1,await,fin", "\x0f\xa1", 4001,
            "when: 'message', close: [4002]"),
};

/* What the browser's own Close frame is answered with. */
static const struct {
    const char *name, *page;
    unsigned own;
    const char *received; /* what `reply` answers; two bytes or none */
} ours[] = {
    {"close()", "close: []", 1005, ""},
    {"close(1000)", "close: [1000]", 1000, "\x03\xe8"},
    {"close(3000)", "close: [3000]", 3000, "\x0b\xb8"},
    {"close(4001, 'bye')", "close: [4001, 'bye']", 4001, "\x0f\xa1"},
    {"close(4999, '日本')", "close: [4999, '日本']", 4999, "\x13\x87"},
};
static const struct way answers[] = {
    {.name = "answered the same", .steps = "await,reply,fin"},
    {.name = "answered the same, then reset", .steps = "await,reply,rst"},
    {.name = "answered 4321 with a reason",
     .steps = "await,close-%,fin",
     PAYLOAD("\x10\xe1no")},
    {.name = "answered empty", .steps = "await,close-%,fin", PAYLOAD("")},
    {.name = "answered 1006",
     .steps = "await,close-%,fin",
     PAYLOAD("\x03\xee")},
    {.name = "answered with one byte",
     .steps = "await,close-%,fin",
     PAYLOAD("\x03")},
    {.name = "not answered, then the end", .steps = "await,fin"},
};

static const struct way never_open[] = {
    {.name = "never open: HTTP 404", .steps = "refuse", .saw = NOT_OPENED},
    {.name = "never open: HTTP 200 with a page",
     .url = "ws://127.0.0.1:PORT/",
     .saw = NOT_OPENED},
    {.name = "never open: subprotocol asked for, none chosen",
     .steps = "await,fin",
     .saw = NOT_OPENED,
     .page = "protocol: 'chat'"},
    {.name = "never open: close() while connecting",
     .steps = "sleep-100,fin",
     .saw = NOT_OPENED,
     .page = "when: 'connecting', close: []"},
    {.name = "never open: close(4001, 'bye') while connecting",
     .steps = "sleep-100,fin",
     .saw = NOT_OPENED,
     .page = "when: 'connecting', close: [4001, 'bye']"},
    {.name = "never open: connection refused",
     .url = "ws://127.0.0.1:CLOSED/",
     .saw = NOT_OPENED},
    {.name = "never open: no such host",
     .url = "ws://nowhere.invalid/",
     .saw = NOT_OPENED},
    {.name = "never open: no TLS at the port",
     .url = "wss://127.0.0.1:PORT/do/",
     .steps = "fin",
     .saw = NOT_OPENED},
    {.name = "never open: certificate of nobody we know",
     .url = "wss://127.0.0.1:TLS/",
     .saw = NOT_OPENED},
};

struct list {
    void (*take)(const struct way *way, unsigned number);
    unsigned count;
};

static void take(struct list *list, const struct way *way) {
    list->take(way, list->count++);
}

static void take_each(struct list *list, const struct way *ways, size_t count) {
    for (size_t i = 0; i < count; i++)
        take(list, &ways[i]);
}

static void take_codes(struct list *list, const char *what,
                       const unsigned *codes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char name[64];
        unsigned char payload[2] = {(unsigned char)(codes[i] >> 8),
                                    (unsigned char)codes[i]};
        snprintf(name, sizeof name, "%s %u", what, codes[i]);
        take(list, &(struct way){.name = name,
                                 .steps = "close-%,await,fin",
                                 .payload = payload,
                                 .len = sizeof payload,
                                 .saw = SENT});
    }
}

static void take_ours(struct list *list, size_t which) {
    for (size_t i = 0; i < LENGTH(answers); i++) {
        char name[128];
        struct way way = answers[i];
        snprintf(name, sizeof name, "%s, %s", ours[which].name, way.name);
        way.name = name;
        way.page = ours[which].page;
        way.own = ours[which].own;
        way.saw = SENT;
        if (strstr(way.steps, "reply")) {
            way.payload = (const unsigned char *)ours[which].received;
            way.len = strlen(ours[which].received);
        }
        take(list, &way);
    }
}

void chromium_cases(void (*call)(const struct way *way, unsigned number)) {
    struct list list = {.take = call};
    take_codes(&list, "server:", good_codes, LENGTH(good_codes));
    take_each(&list, begun_by_the_server, LENGTH(begun_by_the_server));
    take_codes(&list, "bad code: server:", bad_codes, LENGTH(bad_codes));
    take_each(&list, broken, LENGTH(broken));
    take_each(&list, lost, LENGTH(lost));
    for (size_t i = 0; i < LENGTH(ours); i++)
        take_ours(&list, i);
    take_each(&list, crossing, LENGTH(crossing));
    take_each(&list, never_open, LENGTH(never_open));
}
