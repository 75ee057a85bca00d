/* SPDX-License-Identifier: MIT */
/* libwebsockets: prints code, reason (hexadecimal) and what else is known of
   how each connection of standard input ended. A line is URL, or URL, code (may
   be empty) and reason in hexadecimal between tabs: then the application closes
   with them. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libwebsockets.h>

#include "../hex.h"

enum { TIMEOUT_SECONDS = 5, REASON_MAX = 1024 };

struct connection {
    const char *code; /* to close with; NULL: the server closes */
    unsigned char reason[REASON_MAX];
    size_t reason_len;
    bool closed; /* a Close frame of the server, with this payload */
    unsigned char payload[REASON_MAX];
    size_t payload_len;
    char what[256]; /* how it ended; "" as long as it has not */
};

static void end_as(struct connection *connection, const char *what) {
    snprintf(connection->what, sizeof connection->what, "%s", what);
}

static int close_now(struct lws *wsi, struct connection *connection) {
    if (*connection->code)
        lws_close_reason(
            wsi, (enum lws_close_status)strtoul(connection->code, NULL, 10),
            connection->reason, connection->reason_len);
    return -1;
}

static int take(struct lws *wsi, enum lws_callback_reasons what, void *user,
                void *in, size_t len) {
    struct connection *connection = user;
    switch ((int)what) {
    case LWS_CALLBACK_CLIENT_ESTABLISHED:
        /* To close from here would count as refusing the handshake. */
        if (connection->code)
            lws_callback_on_writable(wsi);
        break;
    case LWS_CALLBACK_CLIENT_WRITEABLE:
        return connection->code ? close_now(wsi, connection) : 0;
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
        connection->closed = true;
        connection->payload_len = len < REASON_MAX ? len : REASON_MAX;
        memcpy(connection->payload, in, connection->payload_len);
        break;
    case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
        end_as(connection, in ? in : "no connection");
        break;
    case LWS_CALLBACK_CLIENT_CLOSED:
        end_as(connection, "closed");
        break;
    }
    return 0;
}

/* url: ws://127.0.0.1:PORT/PATH */
static void run(struct lws_context *context, const char *url,
                struct connection *connection) {
    const char *colon = strrchr(url, ':');
    struct lws_client_connect_info info = {.context = context,
                                           .address = "127.0.0.1",
                                           .host = "127.0.0.1",
                                           .port = atoi(colon + 1),
                                           .path = strchr(colon, '/'),
                                           .local_protocol_name = "interop",
                                           .userdata = connection};
    struct lws *wsi = lws_client_connect_via_info(&info);
    if (!wsi && !connection->what[0])
        end_as(connection, "no connection");
    time_t until = time(NULL) + TIMEOUT_SECONDS;
    while (!connection->what[0] && time(NULL) <= until)
        lws_service(context, 0);
    if (!connection->what[0]) {
        lws_set_timeout(wsi, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_SYNC);
        end_as(connection, "timeout"); /* the kill said "closed" */
    }
}

static void print_end(const struct connection *connection) {
    char reason[2 * REASON_MAX + 1] = "";
    unsigned code = connection->closed ? 1005 : 1006;
    if (connection->payload_len >= 2) {
        code = (unsigned)connection->payload[0] << 8 | connection->payload[1];
        hex_write(reason, connection->payload + 2, connection->payload_len - 2);
    }
    printf("%u\t%s\t%s\n", code, reason, connection->what);
    fflush(stdout);
}

static void end(struct lws_context *context, char *line) {
    struct connection connection = {0};
    line[strcspn(line, "\n")] = '\0';
    char *code = strchr(line, '\t');
    char *reason = code ? strchr(code + 1, '\t') : NULL;
    if (reason) {
        *code = *reason = '\0';
        connection.code = code + 1;
        connection.reason_len =
            (size_t)hex_read(connection.reason, REASON_MAX, reason + 1);
    }
    run(context, line, &connection);
    print_end(&connection);
}

int main(void) {
    static const struct lws_protocols protocols[] = {
        {.name = "interop", .callback = take}, {0}};
    struct lws_context_creation_info info = {.port = CONTEXT_PORT_NO_LISTEN,
                                             .protocols = protocols};
    char line[16384];
    lws_set_log_level(LLL_ERR, NULL);
    struct lws_context *context = lws_create_context(&info);
    if (!context)
        return 1;
    while (fgets(line, sizeof line, stdin))
        end(context, line);
    lws_context_destroy(context);
    return 0;
}
