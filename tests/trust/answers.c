/* SPDX-License-Identifier: MIT */
/* Asks every function of wsclose.h over its whole domain and prints a digest of
   the answers, a line for each function: the same on every machine. */
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

enum { CODES = 70000, LONGEST = 130, REASONS = 8, LINE = 700 };

static const char *const languages[] = {
    "en", "ja", "JA-jp", "ja_JP.UTF-8", "j", "jap-x", "de", "", NULL};

enum { LANGUAGES = sizeof languages / sizeof *languages };

/* Far codes; some are a registered one when cut to 16 bits. */
static const unsigned edges[] = {66536u,      0x100003E8u, 0x7FFFFFFFu,
                                 0x80000000u, 0x800003E9u, 0xFFFF03E8u,
                                 0xFFFFFFFEu, 0xFFFFFFFFu};

enum { EDGES = sizeof edges / sizeof *edges };

/* FNV-1a of 64 bits. */
static uint64_t digest;

static void begin(void) {
    digest = UINT64_C(0xCBF29CE484222325);
}

static void add_byte(unsigned char byte) {
    digest = (digest ^ byte) * UINT64_C(0x100000001B3);
}

static void add_bytes(const char *bytes, size_t len) {
    for (size_t i = 0; i < len; i++)
        add_byte((unsigned char)bytes[i]);
}

/* Numbers are of 32 bits here, whatever the machine's words are. */
static void add(unsigned long value) {
    for (int shift = 0; shift < 32; shift += 8)
        add_byte((unsigned char)(value >> shift & 0xFF));
}

static void add_int(int value) {
    add((unsigned long)value);
}

static void add_text(const char *text) {
    if (text)
        add_bytes(text, strlen(text) + 1);
    else
        add_byte(0xFF);
}

static void end(const char *what) {
    printf("%08lx%08lx  %s\n", (unsigned long)(digest >> 32 & 0xFFFFFFFF),
           (unsigned long)(digest & 0xFFFFFFFF), what);
}

static void each_code(const char *what, void (*ask)(unsigned code)) {
    begin();
    for (unsigned code = 0; code <= CODES; code++)
        ask(code);
    for (size_t i = 0; i < EDGES; i++)
        ask(edges[i]);
    end(what);
}

/* Bytes that are the same in every run. */
static unsigned long state;

static unsigned random_below(unsigned limit) {
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF;
    return (unsigned)(state >> 8) % limit;
}

/* A piece of text: a character of 1 to 4 bytes, a control, a wrong byte. */
static const struct piece {
    const char *bytes;
    size_t size;
} pieces[] = {
    {"a", 1},
    {"Z9 ~", 4},
    {"\"", 1},
    {"\\", 1},
    {"\0", 1},
    {"\r\n", 2},
    {"\x1b[31m", 5},
    {"\xc3\xa9", 2},
    {"\xc2\x85", 2},
    {"\xe9\x96\x89", 3},
    {"\xe2\x80\xae", 3},
    {"\xef\xbb\xbf", 3},
    {"\xf0\x9f\x91\x8b", 4},
    {"\xf3\xa0\x81\x81", 4},
    {"\xf4\x8f\xbf\xbf", 4},
    {"eight of ASCII and one", 22},
    {"\xff", 1},
    {"\xc0\x80", 2},
    {"\xe0\x80\x80", 3},
    {"\xed\xa0\x80", 3},
    {"\xf4\x90\x80\x80", 4},
    {"\xe9\x96", 2},
};

enum { PIECES = sizeof pieces / sizeof *pieces, WRONG = 6 };

/* Fills ret with len bytes; every other one is whole characters, cut maybe. */
static void fill(char *ret, size_t len, unsigned number) {
    unsigned choice = number % 2 ? PIECES : PIECES - WRONG;
    for (size_t at = 0, size; at < len; at += size) {
        const struct piece *piece = &pieces[random_below(choice)];
        size = piece->size < len - at ? piece->size : len - at;
        memcpy(ret + at, piece->bytes, size);
    }
}

static void ask_row(unsigned code) {
    add(wsclose_first(code));
    add(wsclose_last(code));
    add(wsclose_next(code));
}

static void ask_status(unsigned code) {
    add_int((int)wsclose_status(code));
}

static void ask_name(unsigned code) {
    add_text(wsclose_name(code));
    add_text(wsclose_symbol(code));
}

static void ask_meaning(unsigned code) {
    for (size_t i = 0; i < LANGUAGES; i++)
        add_text(wsclose_meaning(code, languages[i]));
}

static void ask_description(unsigned code) {
    for (size_t i = 0; i < LANGUAGES; i++)
        add_text(wsclose_description(code, languages[i]));
}

static void ask_record(unsigned code) {
    add_text(wsclose_registered_text(code));
    add_text(wsclose_contact(code));
    add_text(wsclose_date_registered(code));
    add_text(wsclose_date_updated(code));
    for (size_t i = 0; i < 4; i++)
        add_text(wsclose_reference(code, i));
    add_text(wsclose_reference(code, (size_t)-1));
}

static void ask_rules(unsigned code) {
    add(wsclose_may_send(code, WSCLOSE_ROLE_CLIENT));
    add(wsclose_may_send(code, WSCLOSE_ROLE_SERVER));
    add(wsclose_may_receive(code, WSCLOSE_RULE_STRICT));
    add(wsclose_may_receive(code, WSCLOSE_RULE_LENIENT));
    add(wsclose_browser_may_close(code));
}

static void ask_relay(unsigned code) {
    add(wsclose_relay(code));
}

static void ask_reconnect(unsigned code) {
    unsigned min_ms, max_ms;
    add_int((int)wsclose_reconnect(code, &min_ms, &max_ms));
    add(min_ms);
    add(max_ms);
    add_int((int)wsclose_reconnect_basis(code));
    add_text(wsclose_reconnect_source(code));
    for (unsigned attempt = 0; attempt < 40; attempt++)
        add(wsclose_delay(code, attempt, random_below(UINT_MAX)));
}

static void ask_build(unsigned code) {
    static const size_t lengths[] = {0, 1, 7, 122, 123, 124, LONGEST};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        char reason[LONGEST];
        unsigned char payload[WSCLOSE_PAYLOAD_MAX];
        fill(reason, lengths[i], (unsigned)i);
        int len = wsclose_build(payload, code, reason, lengths[i]);
        add_int(len);
        if (len > 0)
            add_bytes((const char *)payload, (size_t)len);
    }
}

static void add_frame(const struct wsclose_frame *frame) {
    add(frame->code);
    add((unsigned long)frame->reason_len);
    add_bytes(frame->reason, frame->reason_len);
    add_int((int)frame->error);
    add(frame->answer);
}

static struct wsclose_frame parse(const char *payload, size_t len,
                                  bool strict) {
    struct wsclose_frame frame;
    add_int((int)wsclose_parse(
        payload, len, strict ? WSCLOSE_RULE_STRICT : WSCLOSE_RULE_LENIENT,
        &frame));
    return frame;
}

static void ask_frame_of(unsigned code) {
    char reason[LONGEST];
    size_t len = random_below(LONGEST + 1);
    fill(reason, len, code);
    for (int rule = 0; rule < 2; rule++) {
        struct wsclose_frame frame;
        add_int((int)wsclose_frame_of(code, reason, len,
                                      (enum wsclose_rule)rule, &frame));
        add_frame(&frame);
    }
}

/* The payload with this code, as far as it reaches. */
static void put_code(char *payload, size_t len, unsigned code) {
    if (len > 0)
        payload[0] = (char)(code >> 8 & 0xFF);
    if (len > 1)
        payload[1] = (char)(code & 0xFF);
}

static void ask_parse(unsigned code) {
    char payload[LONGEST];
    size_t len = random_below(LONGEST + 1);
    fill(payload, len, code);
    put_code(payload, len, code);
    for (int strict = 0; strict < 2; strict++) {
        struct wsclose_frame frame = parse(payload, len, strict);
        add_frame(&frame);
    }
}

/* Calls ask with reasons of every length. */
static void each_reason(const char *what, void (*ask)(const char *, size_t)) {
    begin();
    for (size_t len = 0; len <= LONGEST; len++)
        for (unsigned number = 0; number < REASONS; number++) {
            char reason[LONGEST];
            fill(reason, len, number);
            ask(reason, len);
        }
    end(what);
}

static void ask_fit(const char *reason, size_t len) {
    add((unsigned long)wsclose_fit(reason, len));
}

static void ask_format(const char *reason, size_t len) {
    char line[LINE];
    const struct wsclose_frame frame = {
        random_below(5100), reason, len,
        (enum wsclose_error)(-(int)random_below(7)), 0};
    for (size_t size = 0; size <= sizeof line; size += 1 + size / 16) {
        add_int(wsclose_format(line, size, &frame));
        if (size)
            add_text(line);
    }
}

/* What ends a connection, in each combination, with this as the payload that
   was received. */
static void ask_event(const char *reason, size_t len) {
    static const unsigned codes[] = {1000, 1001, 1004, 1005, 1006,
                                     1016, 3000, 4999, 5000};
    char payload[LONGEST];
    memcpy(payload, reason, len);
    if (random_below(4))
        put_code(payload, len, codes[random_below(9)]);
    for (unsigned bits = 0; bits < 64; bits++) {
        struct wsclose_frame frame = parse(payload, len, bits & 32);
        const struct wsclose_frame sent = {random_below(5100), "", 0,
                                           WSCLOSE_ERROR_NONE, 0};
        const struct wsclose_ending how = {
            bits & 1,        bits & 2, bits & 4 ? &sent : NULL,
            random_below(2), bits & 8, bits & 16 ? &frame : NULL};
        char line[WSCLOSE_FORMAT_ENDING_MAX];
        struct wsclose_event event;
        add_int(wsclose_format_ending(line, sizeof line, &how));
        add_text(line);
        wsclose_derive_event(&how, &event);
        add(event.code);
        add((unsigned long)event.reason_len);
        add_bytes(event.reason, event.reason_len);
        add(event.was_clean);
        add(event.error_first);
    }
}

/* A text with its blanks and case changed, and with more before and behind. */
static void ask_spellings(const char *text) {
    static const char *const around[] = {"", "WSCLOSE_", "wsclose ", "x"};
    for (unsigned turn = 0; turn < 24; turn++) {
        char spelt[128];
        size_t len = 0;
        for (const char *at = around[turn % 4]; *at; at++)
            spelt[len++] = *at;
        for (const char *at = text; *at && len < sizeof spelt - 1; at++)
            spelt[len++] = turn / 4 % 2 && *at >= 'A' && *at <= 'Z'
                               ? (char)(*at - 'A' + 'a')
                           : turn / 8 && (*at == ' ' || *at == '_')
                               ? "_- "[turn / 8]
                               : *at;
        add_int(wsclose_from_name(spelt, len));
        add_int(wsclose_from_name(spelt, len / 2));
    }
}

static void ask_names(void) {
    unsigned code = 0;
    begin();
    do {
        ask_spellings(wsclose_name(code));
        ask_spellings(wsclose_symbol(code));
        ask_spellings(wsclose_registered_text(code));
    } while ((code = wsclose_next(code)) != 0);
    for (size_t len = 0; len <= LONGEST; len++) {
        char text[LONGEST];
        fill(text, len, (unsigned)len);
        add_int(wsclose_from_name(text, len));
    }
    end("wsclose_from_name");
}

static void ask_words(void) {
    begin();
    for (int i = -9; i < 9; i++) {
        add_text(wsclose_status_name((enum wsclose_registration_status)i));
        add_text(wsclose_advice_name((enum wsclose_advice)i));
        add_text(wsclose_basis_name((enum wsclose_basis)i));
        add_text(wsclose_error_name((enum wsclose_error)i));
    }
    end("wsclose_*_name");
}

/* But for wsclose_version(), which is the program's and not the registry's. */
static void ask_registry(void) {
    begin();
    add_text(wsclose_registry_updated());
    add_text(wsclose_registry_source());
    add_text(wsclose_registry_digest());
    end("wsclose_registry_*");
}

int main(void) {
    each_code("wsclose_first, _last, _next", ask_row);
    each_code("wsclose_status", ask_status);
    each_code("wsclose_name, _symbol", ask_name);
    each_code("wsclose_meaning", ask_meaning);
    each_code("wsclose_description", ask_description);
    each_code("wsclose_registered_text and what is with it", ask_record);
    each_code("wsclose_may_*", ask_rules);
    each_code("wsclose_relay", ask_relay);
    each_code("wsclose_reconnect", ask_reconnect);
    each_code("wsclose_build", ask_build);
    each_code("wsclose_parse", ask_parse);
    each_code("wsclose_frame_of", ask_frame_of);
    each_reason("wsclose_fit", ask_fit);
    each_reason("wsclose_format", ask_format);
    each_reason("wsclose_derive_event, wsclose_format_ending", ask_event);
    ask_names();
    ask_words();
    ask_registry();
    return 0;
}
