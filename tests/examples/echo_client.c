/* SPDX-License-Identifier: MIT */
/*
 * echo_client PORT TEXT: a client on libwebsockets that sends a text, shows
 * what comes back, and connects again as wsclose_delay() says.
 *
 * cc -std=c11 echo_client.c \
 *     $(pkg-config --cflags --libs wsclose libwebsockets)
 *
 * libwebsockets 4.1 writes 1002 over a received 1012, 1013 or 1014 before it
 * shows the Close frame: with it their advice is not to be had.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libwebsockets.h>
#include <wsclose.h>

enum { LASTED_S = 5, TEXT_MAX = 4096 };

static struct client {
    struct lws_context *context;
    int port;
    const char *text;
    lws_sorted_usec_list_t timer;
    unsigned attempt; /* endings since a connection lasted */
    lws_usec_t since; /* when the connection was established */
    bool ended, established, sent, received, done;
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    struct wsclose_frame frame, answer; /* if one was received */
} client;

static void on_end(void);

static void connect_now(lws_sorted_usec_list_t *timer) {
    (void)timer;
    struct lws_client_connect_info info = {.context = client.context,
                                           .address = "127.0.0.1",
                                           .host = "127.0.0.1",
                                           .port = client.port,
                                           .path = "/",
                                           .local_protocol_name = "echo"};
    client.established = client.sent = client.received = client.ended = false;
    if (!lws_client_connect_via_info(&info) && !client.ended)
        on_end();
}

/* What no source says, the application decides. */
static void stay_away(unsigned code) {
    bool unknown =
        wsclose_reconnect(code, NULL, NULL) == WSCLOSE_ADVICE_UNKNOWN;
    printf("not connecting again: %s\n",
           unknown ? "no source says whether to, and this client does not"
                   : wsclose_meaning(code, NULL));
    client.done = true;
}

static void connect_later(unsigned code) {
    unsigned random = 0;
    lws_get_random(client.context, &random, sizeof random);
    unsigned ms = wsclose_delay(code, client.attempt, random);
    if (ms == WSCLOSE_DELAY_NONE) {
        stay_away(code);
        return;
    }
    printf("connecting again in %u ms, attempt %u\n", ms, client.attempt++);
    lws_sul_schedule(client.context, 0, &client.timer, connect_now,
                     (lws_usec_t)ms * LWS_US_PER_MS);
}

static void on_end(void) {
    struct wsclose_frame *frame = client.received ? &client.frame : NULL;
    struct wsclose_ending how = {.established = client.established,
                                 .failed = frame && frame->error,
                                 .sent = frame ? &client.answer : NULL,
                                 .transport_lost = !frame,
                                 .received = frame};
    struct wsclose_event event;
    char line[WSCLOSE_FORMAT_ENDING_MAX];
    client.ended = true;
    wsclose_derive_event(&how, &event);
    wsclose_format_ending(line, sizeof line, &how);
    printf("%u: %s\n", event.code, line);
    if (client.established &&
        lws_now_usecs() - client.since >= LASTED_S * LWS_US_PER_SEC)
        client.attempt = 0;
    connect_later(event.code);
}

/* libwebsockets sends back a Close frame by itself. */
static int on_close(struct lws *wsi, const void *payload, size_t len) {
    if (len > sizeof client.payload)
        return -1;
    memcpy(client.payload, payload, len);
    client.received = true;
    wsclose_parse(client.payload, len, WSCLOSE_RULE_STRICT, &client.frame);
    client.answer = client.frame;
    if (!client.frame.error)
        return 0;
    unsigned code = client.frame.answer;
    wsclose_frame_of(code, NULL, 0, WSCLOSE_RULE_STRICT, &client.answer);
    lws_close_reason(wsi, (enum lws_close_status)code, NULL, 0);
    return -1;
}

static int send_text(struct lws *wsi) {
    unsigned char buffer[LWS_PRE + TEXT_MAX];
    size_t len = strlen(client.text);
    if (client.sent)
        return 0;
    client.sent = true;
    memcpy(buffer + LWS_PRE, client.text, len);
    return lws_write(wsi, buffer + LWS_PRE, len, LWS_WRITE_TEXT) < 0 ? -1 : 0;
}

static int on_event(struct lws *wsi, enum lws_callback_reasons what, void *user,
                    void *in, size_t len) {
    switch ((int)what) {
    case LWS_CALLBACK_CLIENT_ESTABLISHED:
        client.established = true;
        client.since = lws_now_usecs();
        lws_callback_on_writable(wsi);
        break;
    case LWS_CALLBACK_CLIENT_WRITEABLE:
        return send_text(wsi);
    case LWS_CALLBACK_CLIENT_RECEIVE:
        printf("echo: %.*s\n", (int)len, (const char *)in);
        break;
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
        return on_close(wsi, in, len);
    case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
    case LWS_CALLBACK_CLIENT_CLOSED:
        on_end();
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
    return !*end && port && port <= 65535 ? (int)port : -1;
}

int main(int argc, char **argv) {
    static const struct lws_protocols protocols[] = {
        {.name = "echo", .callback = on_event}, {0}};
    struct lws_context_creation_info info = {.port = CONTEXT_PORT_NO_LISTEN,
                                             .protocols = protocols};
    client.port = argc == 3 ? port_of(argv[1]) : -1;
    if (client.port < 0 || strlen(argv[2]) > TEXT_MAX) {
        fprintf(stderr, "usage: echo_client PORT TEXT (of at most %d bytes)\n",
                TEXT_MAX);
        return 2;
    }
    client.text = argv[2];
    setvbuf(stdout, NULL, _IOLBF, 0);
    lws_set_log_level(LLL_ERR, NULL);
    client.context = lws_create_context(&info);
    if (!client.context)
        return 1;
    connect_now(NULL);
    while (!client.done)
        lws_service(client.context, 0);
    lws_context_destroy(client.context);
    return 0;
}
