/* SPDX-License-Identifier: MIT */
/* What Frama-C's EVA runs: every function of wsclose.h on whatever it may be
   given. Texts and buffers stand at the end of their arrays, so that a byte
   read or written too far is out of bounds. */
#include <limits.h>

#include <wsclose.h>

extern volatile int any;

enum { LONGEST = 132, NAME = 24, TAG = 16, ENDING = 200 };
enum { REASON = WSCLOSE_REASON_MAX, LINE = WSCLOSE_FORMAT_MAX };

static unsigned any_code(void) {
    return (unsigned)any;
}

static size_t any_up_to(size_t last) {
    size_t ret = (size_t)(unsigned)any;
    return ret <= last ? ret : last;
}

static void fill(char *ret, size_t len) {
    /*@ loop unroll LONGEST + 3; */
    for (size_t i = 0; i < len; i++)
        ret[i] = (char)any;
}

static void read_text(const char *text) {
    if (text)
        while (*text)
            text++;
}

void of_codes(void) {
    unsigned code = any_code(), min_ms, max_ms;
    read_text(wsclose_name(code));
    read_text(wsclose_symbol(code));
    wsclose_status(code);
    wsclose_first(code);
    wsclose_last(code);
    wsclose_next(code);
    read_text(wsclose_registered_text(code));
    read_text(wsclose_reference(code, (size_t)any));
    read_text(wsclose_contact(code));
    read_text(wsclose_date_registered(code));
    read_text(wsclose_date_updated(code));
    wsclose_may_send(code, any ? WSCLOSE_ROLE_CLIENT : WSCLOSE_ROLE_SERVER);
    wsclose_may_receive(code, any ? WSCLOSE_RULE_STRICT : WSCLOSE_RULE_LENIENT);
    wsclose_browser_may_close(code);
    wsclose_relay(code);
    wsclose_reconnect(code, any ? &min_ms : NULL, any ? &max_ms : NULL);
    wsclose_reconnect_basis(code);
    wsclose_delay(code, (unsigned)any, (unsigned)any);
    read_text(wsclose_reconnect_source(code));
    read_text(wsclose_registry_updated());
    read_text(wsclose_registry_source());
    read_text(wsclose_registry_digest());
    read_text(wsclose_version());
}

void of_words(void) {
    read_text(wsclose_status_name((enum wsclose_registration_status)any));
    read_text(wsclose_advice_name((enum wsclose_advice)any));
    read_text(wsclose_basis_name((enum wsclose_basis)any));
    read_text(wsclose_error_name((enum wsclose_error)any));
}

void of_languages(void) {
    char tag[TAG + 1];
    fill(tag, TAG);
    tag[TAG] = '\0';
    /*@ loop unroll TAG + 2; */
    for (size_t len = 0; len <= TAG + 1; len++) {
        const char *lang = len <= TAG ? tag + TAG - len : NULL;
        read_text(wsclose_meaning(any_code(), lang));
        read_text(wsclose_description(any_code(), lang));
    }
}

static void of_reason(const char *reason, size_t len) {
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    wsclose_build(payload, any_code(), reason, len);
    wsclose_fit(reason, len);
}

static void of_payload(const char *payload, size_t len) {
    struct wsclose_frame frame;
    struct wsclose_event event;
    wsclose_parse(payload, len,
                  any ? WSCLOSE_RULE_STRICT : WSCLOSE_RULE_LENIENT, &frame);
    struct wsclose_ending how = {any, any, any ? &frame : NULL,
                                 any, any, any ? &frame : NULL};
    wsclose_derive_event(&how, &event);
    wsclose_frame_of(any_code(), payload, len,
                     any ? WSCLOSE_RULE_STRICT : WSCLOSE_RULE_LENIENT, &frame);
    if (len >= 2)
        of_reason(len > 2 ? payload + 2 : NULL, len - 2);
}

static void of_name(const char *name, size_t len) {
    wsclose_from_name(name, len);
}

/* Calls ask with every length of whatever text, NULL if it has none. */
static void each_text(size_t longest,
                      void (*ask)(const char *text, size_t len)) {
    char bytes[LONGEST];
    fill(bytes, LONGEST);
    /*@ loop unroll LONGEST + 1; */
    for (size_t len = 0; len <= longest; len++)
        ask(len ? bytes + LONGEST - len : NULL, len);
}

void of_payloads(void) {
    each_text(LONGEST, of_payload);
}

void of_names(void) {
    each_text(NAME, of_name);
}

/* Reasons of every length, in a line of the longest size. */
void of_reasons(void) {
    char reason[REASON], line[LINE];
    fill(reason, REASON);
    /*@ loop unroll REASON + 1; */
    for (size_t len = 0; len <= REASON; len++) {
        struct wsclose_frame frame = {1001, reason + REASON - len, len,
                                      (enum wsclose_error)any, 0};
        wsclose_format(line, LINE, &frame);
    }
}

static void of_line(size_t size, const char *reason) {
    char line[LINE];
    struct wsclose_frame frame = {1001, reason, any_up_to(REASON),
                                  (enum wsclose_error)any, 0};
    wsclose_format(size ? line + LINE - size : NULL, size, &frame);
}

/* Lines of every size, with any reason. EVA does not know how far from its end
   a character of it is, so three bytes stand behind. */
void of_lines(void) {
    char reason[REASON + 3];
    fill(reason, REASON + 3);
    /*@ loop unroll LINE + 1; */
    for (size_t size = 0; size <= LINE; size++)
        of_line(size, reason);
}

static void of_ending(size_t size) {
    char line[ENDING];
    struct wsclose_frame frame = {any   ? 0
                                  : any ? 1005
                                        : 1007,
                                  any ? "" : NULL, 0, (enum wsclose_error)any,
                                  any_code()};
    struct wsclose_ending how = {any, any, any ? &frame : NULL,
                                 any, any, any ? &frame : NULL};
    char *buf = size ? line + ENDING - size : NULL;
    line[wsclose_format_ending(buf, size, &how)] = '\0';
}

/* Both sides of an ending without reasons, in lines of every size: none needs
   as many as ENDING. */
void of_endings(void) {
    /*@ loop unroll ENDING + 1; */
    for (size_t size = 0; size <= ENDING; size++)
        of_ending(size);
}

/* The first and last code of each row with each error, and one that is none. */
void of_errors(void) {
    char line[LINE];
    unsigned code = 0;
    /*@ loop unroll 40; */
    do {
        /*@ loop unroll 8; */
        for (int error = 0; error > -8; error--) {
            struct wsclose_frame frame = {code, NULL, 0,
                                          (enum wsclose_error)error, 0};
            wsclose_format(line, sizeof line, &frame);
            frame.code = wsclose_last(code);
            wsclose_format(line, sizeof line, &frame);
        }
        code = wsclose_next(code);
    } while (code);
}
