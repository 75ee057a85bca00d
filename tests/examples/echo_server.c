/* SPDX-License-Identifier: MIT */
/*
 * echo_server [PORT]: an echo server on libwebsockets, without a port on a free
 * one. It logs every Close frame with wsclose_format() and answers it as
 * wsclose_parse() says; SIGINT and SIGTERM close all connections with 1001.
 *
 * cc -std=c11 echo_server.c \
 *     $(pkg-config --cflags --libs wsclose libwebsockets)
 *
 * libwebsockets 4.1 writes 1002 over a received 1012, 1013 or 1014.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libwebsockets.h>
#include <wsclose.h>

enum { FRAGMENT_MAX = 4096 };

struct connection {
    unsigned char fragment[LWS_PRE + FRAGMENT_MAX]; /* to be sent back */
    size_t len;
    enum lws_write_protocol how;
    bool pending, closed;
};

static struct lws_context *context;
static unsigned connection_count;
static volatile sig_atomic_t stopping;

static void stop(int signal) {
    (void)signal;
    stopping = 1;
    lws_cancel_service(context);
}

static void log_close(const struct wsclose_frame *frame) {
    char line[WSCLOSE_FORMAT_MAX];
    wsclose_format(line, sizeof line, frame);
    printf("closed: %s, answered with %u\n", line, frame->answer);
}

static int end(struct lws *wsi, unsigned code, const char *reason) {
    lws_close_reason(wsi, (enum lws_close_status)code, (unsigned char *)reason,
                     strlen(reason));
    return -1;
}

static int on_close(struct lws *wsi, const void *payload, size_t len) {
    struct wsclose_frame frame;
    wsclose_parse(payload, len, WSCLOSE_RULE_STRICT, &frame);
    log_close(&frame);
    /* libwebsockets sends a valid one back by itself. */
    return frame.error ? end(wsi, frame.answer, "") : 0;
}

static void take(struct lws *wsi, struct connection *connection,
                 const void *fragment, size_t len) {
    memcpy(connection->fragment + LWS_PRE, fragment, len);
    connection->len = len;
    connection->how = (enum lws_write_protocol)lws_write_ws_flags(
        lws_frame_is_binary(wsi) ? LWS_WRITE_BINARY : LWS_WRITE_TEXT,
        lws_is_first_fragment(wsi), lws_is_final_fragment(wsi));
    connection->pending = true;
    lws_rx_flow_control(wsi, 0);
    lws_callback_on_writable(wsi);
}

static int give(struct lws *wsi, struct connection *connection) {
    if (connection->pending) {
        connection->pending = false;
        if (lws_write(wsi, connection->fragment + LWS_PRE, connection->len,
                      connection->how) < 0)
            return -1;
        lws_rx_flow_control(wsi, 1);
    }
    if (!stopping)
        return 0;
    connection->closed = true;
    return end(wsi, WSCLOSE_GOING_AWAY, "the server stops");
}

static int on_event(struct lws *wsi, enum lws_callback_reasons what, void *user,
                    void *in, size_t len) {
    struct connection *connection = user;
    switch ((int)what) {
    case LWS_CALLBACK_ESTABLISHED:
        connection_count++;
        break;
    case LWS_CALLBACK_RECEIVE:
        take(wsi, connection, in, len);
        break;
    case LWS_CALLBACK_SERVER_WRITEABLE:
        return give(wsi, connection);
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
        connection->closed = true;
        return on_close(wsi, in, len);
    case LWS_CALLBACK_CLOSED:
        connection_count--;
        if (!connection->closed)
            printf("closed: %u, the connection was lost\n",
                   (unsigned)WSCLOSE_ABNORMAL_CLOSURE);
        break;
    case LWS_CALLBACK_EVENT_WAIT_CANCELLED:
        lws_callback_on_writable_all_protocol(context, lws_get_protocol(wsi));
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
        {.name = "echo",
         .callback = on_event,
         .per_session_data_size = sizeof(struct connection),
         .rx_buffer_size = FRAGMENT_MAX},
        {0}};
    struct lws_context_creation_info info = {.protocols = protocols,
                                             .iface = "127.0.0.1"};
    info.port = argc > 1 ? port_of(argv[1]) : 0;
    if (argc > 2 || info.port < 0) {
        fprintf(stderr, "usage: echo_server [PORT]\n");
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
    while (!stopping || connection_count)
        lws_service(context, 0);
    lws_context_destroy(context);
    return 0;
}
