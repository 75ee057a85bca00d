/* SPDX-License-Identifier: MIT */
/* proxy LOG: an HTTP proxy that knows CONNECT to the loopback alone. Each
   request is a line of LOG. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "listen.h"

static void send_all(int fd, const char *bytes, size_t len) {
    while (len) {
        ssize_t sent = write(fd, bytes, len);
        if (sent <= 0)
            _exit(0);
        bytes += sent;
        len -= (size_t)sent;
    }
}

static void relay(int client, int server) {
    struct pollfd ends[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
    while (poll(ends, 2, -1) > 0)
        for (int i = 0; i < 2; i++) {
            char bytes[4096];
            if (!ends[i].revents)
                continue;
            ssize_t got = read(ends[i].fd, bytes, sizeof bytes);
            if (got <= 0)
                return;
            send_all(ends[1 - i].fd, bytes, (size_t)got);
        }
}

static void serve(int fd, void *data) {
    static const char good[] = "HTTP/1.1 200 Connection established\r\n\r\n";
    char request[4096] = "";
    size_t len = 0;
    while (len < sizeof request - 1 && !strstr(request, "\r\n\r\n")) {
        ssize_t got = read(fd, request + len, sizeof request - 1 - len);
        if (got <= 0)
            return;
        len += (size_t)got;
        request[len] = '\0';
    }
    request[strcspn(request, "\r")] = '\0';
    log_line(data, request);
    int port = 0;
    if (sscanf(request, "CONNECT localhost:%d HTTP/1.1", &port) != 1)
        return;
    int server = connect_to(port);
    if (server < 0)
        return;
    send_all(fd, good, sizeof good - 1);
    relay(fd, server);
}

int main(int argc, char **argv) {
    if (argc != 2)
        return 2;
    listen_and_serve(serve, argv[1]);
}
