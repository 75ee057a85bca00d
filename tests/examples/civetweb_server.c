/* SPDX-License-Identifier: MIT */
/*
 * civetweb_server: an echo server on civetweb, on a free port, until its
 * standard input ends. civetweb hands over the payload of a Close frame and
 * leaves the answer to the application; the end of a connection has no code.
 *
 * cc -std=c11 civetweb_server.c $(pkg-config --cflags --libs wsclose) \
 *     -lcivetweb
 */
#include <stdio.h>
#include <stdlib.h>

#include <civetweb.h>
#include <wsclose.h>

enum { OPCODE = 0x0F };

static void log_end(const struct wsclose_ending *how) {
    char line[WSCLOSE_FORMAT_ENDING_MAX];
    wsclose_format_ending(line, sizeof line, how);
    printf("closed: %s\n", line);
}

static int on_connect(const struct mg_connection *connection, void *user) {
    (void)user;
    bool *closed = calloc(1, sizeof *closed);
    mg_set_user_connection_data((struct mg_connection *)connection, closed);
    return !closed;
}

static void on_close_frame(struct mg_connection *connection,
                           const char *payload, size_t len) {
    unsigned char bytes[WSCLOSE_PAYLOAD_MAX];
    struct wsclose_frame frame, answer;
    wsclose_parse(payload, len, WSCLOSE_RULE_STRICT, &frame);
    int answer_len = wsclose_build(bytes, frame.answer, NULL, 0);
    mg_websocket_write(connection, MG_WEBSOCKET_OPCODE_CONNECTION_CLOSE,
                       (const char *)bytes, (size_t)answer_len);
    wsclose_frame_of(frame.answer, NULL, 0, WSCLOSE_RULE_STRICT, &answer);
    log_end(&(struct wsclose_ending){.established = true,
                                     .received = &frame,
                                     .sent = &answer,
                                     .failed = frame.error != 0});
}

static int on_data(struct mg_connection *connection, int bits, char *data,
                   size_t len, void *user) {
    bool *closed = mg_get_user_connection_data(connection);
    int opcode = bits & OPCODE;
    (void)user;
    if (opcode == MG_WEBSOCKET_OPCODE_CONNECTION_CLOSE) {
        *closed = true;
        on_close_frame(connection, data, len);
        return 0;
    }
    if (opcode == MG_WEBSOCKET_OPCODE_TEXT)
        mg_websocket_write(connection, opcode, data, len);
    return 1;
}

static void on_end(const struct mg_connection *connection, void *user) {
    bool *closed = mg_get_user_connection_data(connection);
    (void)user;
    if (!*closed)
        log_end(&(struct wsclose_ending){.established = true,
                                         .transport_lost = true});
    free(closed);
}

int main(void) {
    const char *options[] = {"listening_ports", "127.0.0.1:0", "num_threads",
                             "4", NULL};
    struct mg_server_port port;
    setvbuf(stdout, NULL, _IOLBF, 0);
    mg_init_library(0);
    struct mg_context *context = mg_start(NULL, NULL, options);
    if (!context || mg_get_server_ports(context, 1, &port) != 1)
        return 1;
    mg_set_websocket_handler(context, "/", on_connect, NULL, on_data, on_end,
                             NULL);
    printf("listening on port %d\n", port.port);
    while (getchar() != EOF)
        continue;
    mg_stop(context);
    mg_exit_library();
    return 0;
}
