/* SPDX-License-Identifier: MIT */
/*
 * fault_server CERTIFICATE FOLDER LOG: a server over TLS that answers as it is
 * asked to. Each request is a line of LOG.
 *
 *     /raw/NAME           the bytes of FOLDER/NAME, then the end
 *     /cut/NAME           the same, without TLS's own end
 *     /reset/NAME         the same, and the connection is reset
 *     /turn/NAME/OTHER    NAME for the first such request, OTHER from then on
 *     /trickle/NAME       a byte of it each tenth of a second
 *     /stall              nothing
 *     /stall/NAME         the same after FOLDER/NAME
 *     /endless            a chunked body of 10 MB
 *     CONNECT             the bytes of FOLDER/connect: a proxy
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <openssl/ssl.h>

#include "listen.h"

struct server {
    SSL_CTX *context;
    const char *folder, *log;
    unsigned *turns; /* shared by all processes */
};

/* The request's head; its lines are joined by "|" in the log. */
static void read_request(SSL *ssl, char *request, size_t size) {
    size_t len = 0;
    request[0] = '\0';
    while (len < size - 1 && !strstr(request, "\r\n\r\n")) {
        int got = SSL_read(ssl, request + len, (int)(size - 1 - len));
        if (got <= 0)
            _exit(0);
        len += (size_t)got;
        request[len] = '\0';
    }
}

static void log_request(const struct server *server, const char *request) {
    char line[500];
    size_t len = 0;
    for (; *request && len < sizeof line - 1; request++)
        if (*request == '\r')
            line[len++] = '|';
        else if (*request != '\n')
            line[len++] = *request;
    line[len] = '\0';
    log_line(server->log, line);
}

static void sleep_ms(long ms) {
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

static void send_file(SSL *ssl, const struct server *server, const char *name,
                      size_t step, long pause) {
    char path[4096], bytes[4096];
    size_t len;
    snprintf(path, sizeof path, "%s/%s", server->folder, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        _exit(1);
    while ((len = fread(bytes, 1, step, file)) > 0) {
        if (SSL_write(ssl, bytes, (int)len) <= 0)
            _exit(0);
        if (pause)
            sleep_ms(pause);
    }
    fclose(file);
}

static void send_endless(SSL *ssl) {
    char chunk[7 + 4096 + 2];
    static const char head[] = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked"
                               "\r\n\r\n";
    SSL_write(ssl, head, sizeof head - 1);
    memset(chunk, ' ', sizeof chunk);
    memcpy(chunk, "01000\r\n", 7);
    memcpy(chunk + sizeof chunk - 2, "\r\n", 2);
    for (int i = 0; i < 2560; i++)
        if (SSL_write(ssl, chunk, sizeof chunk) <= 0)
            _exit(0);
    SSL_write(ssl, "0\r\n\r\n", 5);
}

static void reset(SSL *ssl) {
    const struct linger none = {.l_onoff = 1};
    sleep_ms(200); /* or it overtakes what was sent */
    setsockopt(SSL_get_fd(ssl), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    close(SSL_get_fd(ssl));
    _exit(0);
}

static void answer(SSL *ssl, const struct server *server, char *path) {
    char *rest = strchr(path + 1, '/');
    if (*path != '/') {
        send_file(ssl, server, "connect", 4096, 0);
        SSL_shutdown(ssl);
        return;
    }
    if (rest)
        *rest++ = '\0';
    if (strcmp(path, "/endless") == 0) {
        send_endless(ssl);
    } else if (strcmp(path, "/stall") == 0) {
        if (rest)
            send_file(ssl, server, rest, 4096, 0);
        sleep_ms(1000L * LIFETIME);
    } else if (strcmp(path, "/trickle") == 0) {
        send_file(ssl, server, rest, 1, 100);
    } else if (strcmp(path, "/turn") == 0) {
        char *other = strchr(rest, '/');
        *other++ = '\0';
        send_file(ssl, server, (*server->turns)++ ? other : rest, 4096, 0);
    } else {
        send_file(ssl, server, rest, 4096, 0);
    }
    if (strcmp(path, "/reset") == 0)
        reset(ssl);
    if (strcmp(path, "/cut") != 0)
        SSL_shutdown(ssl);
}

static void serve(int fd, void *data) {
    const struct server *server = data;
    char request[8192];
    SSL *ssl = SSL_new(server->context);
    if (!ssl || !SSL_set_fd(ssl, fd) || SSL_accept(ssl) <= 0)
        return;
    read_request(ssl, request, sizeof request);
    log_request(server, request);
    char *path = strchr(request, ' ') + 1;
    path[strcspn(path, " ")] = '\0';
    answer(ssl, server, path);
    close(fd);
}

int main(int argc, char **argv) {
    struct server server = {.context = SSL_CTX_new(TLS_server_method())};
    if (argc != 4 || !server.context)
        return 2;
    server.folder = argv[2];
    server.log = argv[3];
    server.turns = mmap(NULL, sizeof *server.turns, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (server.turns == MAP_FAILED ||
        SSL_CTX_use_certificate_file(server.context, argv[1],
                                     SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_use_PrivateKey_file(server.context, argv[1],
                                    SSL_FILETYPE_PEM) != 1)
        return 1;
    listen_and_serve(serve, &server);
}
