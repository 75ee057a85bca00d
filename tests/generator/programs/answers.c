/* SPDX-License-Identifier: MIT */
/* Prints what close-codes.json has of each row too, as it stands there. */
#include <stdio.h>

#include <wsclose.h>

static void put_bool(const char *key, bool value) {
    printf("      \"%s\": %s,\n", key, value ? "true" : "false");
}

static void put_code(const char *key, unsigned value, unsigned code) {
    printf("      \"%s\": ", key);
    if (!value)
        puts("null,");
    else if (value == code)
        puts("\"same\",");
    else
        printf("%u,\n", value);
}

/* 0, without which a frame has no code, is a code like 999 here. */
static unsigned reply_to(unsigned code) {
    struct wsclose_frame frame;
    wsclose_frame_of(code ? code : 999, NULL, 0, WSCLOSE_RULE_STRICT, &frame);
    return frame.answer;
}

int main(void) {
    unsigned code = 0;
    do {
        printf("      \"code\": %u,\n", code);
        put_bool("wire", wsclose_may_receive(code, WSCLOSE_RULE_STRICT));
        put_bool("browser_close", wsclose_browser_may_close(code));
        put_code("reply", reply_to(code), code);
        put_code("relay", wsclose_relay(code), code);
    } while ((code = wsclose_next(code)) != 0);
    return 0;
}
