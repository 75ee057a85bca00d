/* What the library does with each code, a line each. */
#include <stdio.h>

#include <wsclose.h>

static const char *senders(unsigned code) {
    bool client = wsclose_may_send(code, WSCLOSE_ROLE_CLIENT);
    bool server = wsclose_may_send(code, WSCLOSE_ROLE_SERVER);
    return client && server ? "both"
           : client         ? "client"
           : server         ? "server"
                            : "nobody";
}

static const char *receivers(unsigned code) {
    bool strict = wsclose_may_receive(code, WSCLOSE_RULE_STRICT);
    bool lenient = wsclose_may_receive(code, WSCLOSE_RULE_LENIENT);
    return strict && lenient ? "strict"
           : strict          ? "strict alone"
           : lenient         ? "lenient"
                             : "never";
}

/* 0 in a frame is a code like the others of its row. */
static unsigned reply(unsigned code) {
    struct wsclose_frame frame;
    wsclose_frame_of(code ? code : 1, NULL, 0, WSCLOSE_RULE_STRICT, &frame);
    return frame.answer;
}

static void print_advice(unsigned code) {
    unsigned min_ms, max_ms;
    int advice = (int)wsclose_reconnect(code, &min_ms, &max_ms);
    const char *source = wsclose_reconnect_source(code);
    printf(", advice %d", advice);
    if (source)
        printf(" %u-%u [%s]", min_ms, max_ms, source);
}

static void print_code(unsigned code) {
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    printf("%u %s: sent by %s, taken %s, answer %u, relay %u", code,
           wsclose_symbol(code), senders(code), receivers(code), reply(code),
           wsclose_relay(code));
    print_advice(code);
    printf(", built %d\n", wsclose_build(payload, code, NULL, 0));
}

int main(void) {
    for (unsigned code = 0; code <= 5001; code++)
        print_code(code);
    return 0;
}
