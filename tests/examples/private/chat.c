/* SPDX-License-Identifier: MIT */
/* chat CODE [LANGUAGE]: what a chat client does when the server closed with a
   code. The codes of its own, from chat-codes.xml, are like any other. */
#include <stdio.h>
#include <stdlib.h>

#include <wsclose.h>

static void follow_advice(unsigned code) {
    unsigned min_ms, max_ms;
    switch (wsclose_reconnect(code, &min_ms, &max_ms)) {
    case WSCLOSE_ADVICE_AT_ONCE:
    case WSCLOSE_ADVICE_AFTER_DELAY:
        printf("connecting again in %u-%u ms\n", min_ms, max_ms);
        break;
    case WSCLOSE_ADVICE_ELSEWHERE:
    case WSCLOSE_ADVICE_NEVER:
    case WSCLOSE_ADVICE_UNKNOWN:
        printf("not connecting again\n");
    }
}

int main(int argc, char **argv) {
    const char *lang = argc > 2 ? argv[2] : NULL;
    if (argc < 2) {
        fprintf(stderr, "usage: chat CODE [LANGUAGE]\n");
        return 2;
    }
    unsigned code = (unsigned)strtoul(argv[1], NULL, 10);
    printf("%s: %s\n", wsclose_symbol(code), wsclose_meaning(code, lang));
    switch (code) {
    case WSCLOSE_CHAT_SIGNED_OUT:
        printf("showing the page to sign in\n");
        break;
    default:
        follow_advice(code);
    }
    return 0;
}
