/* SPDX-License-Identifier: MIT */
/* Prints every row from 3999 on. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

static const char *or_dash(const char *text) {
    return text ? text : "-";
}

static unsigned reply(unsigned code) {
    struct wsclose_frame frame;
    wsclose_frame_of(code, NULL, 0, WSCLOSE_RULE_STRICT, &frame);
    return frame.answer;
}

static void advise(unsigned code) {
    unsigned min, max;
    int advice = (int)wsclose_reconnect(code, &min, &max);
    printf(" | %d %u-%u %s\n", advice, min, max,
           or_dash(wsclose_reconnect_source(code)));
}

int main(void) {
    unsigned code = 3999;
    while ((code = wsclose_next(code)) != 0) {
        printf("%u-%u %d %s | %s | %s | ", wsclose_first(code),
               wsclose_last(code), (int)wsclose_status(code),
               wsclose_symbol(code), wsclose_name(code),
               wsclose_registered_text(code));
        printf("%s | %s | %s | %s | ", wsclose_meaning(code, "en"),
               wsclose_meaning(code, "ja"), wsclose_description(code, NULL),
               wsclose_description(code, "ja_JP.UTF-8"));
        printf("%s %s %s %s", or_dash(wsclose_contact(code)),
               or_dash(wsclose_date_registered(code)),
               or_dash(wsclose_date_updated(code)),
               or_dash(wsclose_reference(code, 0)));
        printf(
            " | %d%d%d%d%d %u %u", wsclose_may_send(code, WSCLOSE_ROLE_CLIENT),
            wsclose_may_send(code, WSCLOSE_ROLE_SERVER),
            wsclose_may_receive(code, WSCLOSE_RULE_STRICT),
            wsclose_may_receive(code, WSCLOSE_RULE_LENIENT),
            wsclose_browser_may_close(code), reply(code), wsclose_relay(code));
        advise(code);
    }
    return 0;
}
