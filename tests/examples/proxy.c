/* SPDX-License-Identifier: MIT */
/*
 * proxy PORT [OWN PORT]: a proxy on libwebsockets before the WebSocket server
 * on PORT; without OWN PORT on a free one. It hands messages on fragment by
 * fragment, and the end of one connection to the other one as wsclose_relay()
 * says: never as 1005, 1006 or 1015, and a lost connection as 1011.
 *
 * A client is answered before the server is connected to: where that fails, it
 * is too late for an HTTP 502, and the client sees 1011. libwebsockets 4.1
 * writes 1002 over a received 1012, 1013 or 1014, which is then relayed. It can
 * send no Close frame without a code: where wsclose_relay() asks for one with
 * 0, the proxy sends 1000.
 *
 * cc -std=c11 proxy.c $(pkg-config --cflags --libs wsclose libwebsockets)
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libwebsockets.h>
#include <wsclose.h>

enum { FRAGMENT_MAX = 4096 };

struct relay;

/* One of the two connections, each of which ends by itself. */
struct hop {
    const char *name;
    struct relay *relay; /* which both are part of */
    struct hop *other;
    struct lws *wsi;
    bool established, received, ended;
    unsigned char payload[WSCLOSE_PAYLOAD_MAX]; /* of the Close frame */
    struct wsclose_frame frame, answer;
    /* what this connection is to send: a fragment, then a Close frame */
    unsigned char fragment[LWS_PRE + FRAGMENT_MAX];
    size_t len;
    enum lws_write_protocol how;
    bool pending, closing;
    unsigned code;
    unsigned char reason[WSCLOSE_REASON_MAX];
    size_t reason_len;
};

struct relay {
    struct hop client, server;
};

static struct lws_context *context;
static int server_port;
static volatile sig_atomic_t stopping;

static void stop(int signal) {
    (void)signal;
    stopping = 1;
    lws_cancel_service(context);
}

static void log_end(const struct hop *hop, const struct wsclose_ending *how,
                    unsigned relayed) {
    char line[WSCLOSE_FORMAT_ENDING_MAX];
    wsclose_format_ending(line, sizeof line, how);
    printf("%s: %s, relayed as %u\n", hop->name, line, relayed);
}

/* Hands the end of one connection to the other. */
static void relay_end(struct hop *from) {
    struct hop *to = from->other;
    struct wsclose_frame *frame = from->received ? &from->frame : NULL;
    struct wsclose_ending how = {.established = from->established,
                                 .sent = frame ? &from->answer : NULL,
                                 .transport_lost = !frame,
                                 .received = frame};
    struct wsclose_event event;
    if (from->closing || to->ended || to->closing)
        return;
    wsclose_derive_event(&how, &event);
    unsigned code = wsclose_relay(event.code);
    if (code == event.code) {
        memcpy(to->reason, event.reason, event.reason_len);
        to->reason_len = event.reason_len;
    }
    to->code = code ? code : WSCLOSE_NORMAL_CLOSURE;
    to->closing = true;
    log_end(from, &how, to->code);
    lws_callback_on_writable(to->wsi);
}

static int on_close(struct hop *hop, const void *payload, size_t len) {
    if (len > sizeof hop->payload)
        return -1;
    memcpy(hop->payload, payload, len);
    hop->received = true;
    wsclose_parse(hop->payload, len, WSCLOSE_RULE_STRICT, &hop->frame);
    hop->answer = hop->frame; /* libwebsockets sends a valid one back */
    unsigned code = hop->frame.answer;
    if (hop->frame.error)
        wsclose_frame_of(code, NULL, 0, WSCLOSE_RULE_STRICT, &hop->answer);
    relay_end(hop);
    if (!hop->frame.error)
        return 0;
    lws_close_reason(hop->wsi, (enum lws_close_status)code, NULL, 0);
    return -1;
}

static void on_end(struct hop *hop) {
    hop->ended = true;
    if (!hop->received)
        relay_end(hop);
    if (hop->other->ended)
        free(hop->relay);
}

/* No more is read until the other connection has sent what was. */
static void take(struct hop *from, const void *fragment, size_t len) {
    struct hop *to = from->other;
    if (to->ended || to->closing)
        return;
    memcpy(to->fragment + LWS_PRE, fragment, len);
    to->len = len;
    to->how = (enum lws_write_protocol)lws_write_ws_flags(
        lws_frame_is_binary(from->wsi) ? LWS_WRITE_BINARY : LWS_WRITE_TEXT,
        lws_is_first_fragment(from->wsi), lws_is_final_fragment(from->wsi));
    to->pending = true;
    lws_rx_flow_control(from->wsi, 0);
    lws_callback_on_writable(to->wsi);
}

static int give(struct hop *hop) {
    if (hop->pending) {
        hop->pending = false;
        if (lws_write(hop->wsi, hop->fragment + LWS_PRE, hop->len, hop->how) <
            0)
            return -1;
        if (!hop->other->ended)
            lws_rx_flow_control(hop->other->wsi, 1);
    }
    if (!hop->closing)
        return 0;
    lws_close_reason(hop->wsi, (enum lws_close_status)hop->code, hop->reason,
                     hop->reason_len);
    return -1;
}

/* Nothing is read of the client until the server is there. */
static int begin(struct lws *wsi) {
    struct relay *relay = calloc(1, sizeof *relay);
    if (!relay)
        return -1;
    relay->client = (struct hop){.name = "client",
                                 .relay = relay,
                                 .other = &relay->server,
                                 .wsi = wsi,
                                 .established = true};
    relay->server =
        (struct hop){.name = "server", .relay = relay, .other = &relay->client};
    lws_set_opaque_user_data(wsi, &relay->client);
    lws_rx_flow_control(wsi, 0);
    struct lws_client_connect_info info = {.context = context,
                                           .address = "127.0.0.1",
                                           .host = "127.0.0.1",
                                           .port = server_port,
                                           .path = "/",
                                           .local_protocol_name = "proxy",
                                           .opaque_user_data = &relay->server,
                                           .pwsi = &relay->server.wsi};
    if (!lws_client_connect_via_info(&info) && !relay->server.ended)
        on_end(&relay->server);
    return 0;
}

static int on_event(struct lws *wsi, enum lws_callback_reasons what, void *user,
                    void *in, size_t len) {
    struct hop *hop = lws_get_opaque_user_data(wsi);
    switch ((int)what) {
    case LWS_CALLBACK_ESTABLISHED:
        return begin(wsi);
    case LWS_CALLBACK_CLIENT_ESTABLISHED:
        hop->established = true;
        if (!hop->other->ended)
            lws_rx_flow_control(hop->other->wsi, 1);
        if (hop->closing)
            lws_callback_on_writable(wsi);
        break;
    case LWS_CALLBACK_RECEIVE:
    case LWS_CALLBACK_CLIENT_RECEIVE:
        take(hop, in, len);
        break;
    case LWS_CALLBACK_SERVER_WRITEABLE:
    case LWS_CALLBACK_CLIENT_WRITEABLE:
        return give(hop);
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
        return on_close(hop, in, len);
    case LWS_CALLBACK_CLOSED:
    case LWS_CALLBACK_CLIENT_CLOSED:
    case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
        if (hop)
            on_end(hop);
        break;
    default:
        return lws_callback_http_dummy(wsi, what, user, in, len);
    }
    return 0;
}

/* The number of a port; -1 if the text is none. */
static int port_of(const char *text) {
    char *end;
    unsigned long port = strtoul(text, &end, 10);
    return *text && !*end && port <= 65535 ? (int)port : -1;
}

int main(int argc, char **argv) {
    static const struct lws_protocols protocols[] = {
        {.name = "proxy", .callback = on_event, .rx_buffer_size = FRAGMENT_MAX},
        {0}};
    struct lws_context_creation_info info = {.protocols = protocols,
                                             .iface = "127.0.0.1"};
    server_port = argc > 1 ? port_of(argv[1]) : -1;
    info.port = argc > 2 ? port_of(argv[2]) : 0;
    if (argc > 3 || server_port <= 0 || info.port < 0) {
        fprintf(stderr, "usage: proxy PORT [OWN PORT]\n");
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    lws_set_log_level(LLL_ERR, NULL);
    context = lws_create_context(&info);
    if (!context)
        return 1;
    signal(SIGINT, stop);
    signal(SIGTERM, stop);
    printf(
        "listening on port %d\n",
        lws_get_vhost_listen_port(lws_get_vhost_by_name(context, "default")));
    while (!stopping)
        lws_service(context, 0);
    lws_context_destroy(context);
    return 0;
}
