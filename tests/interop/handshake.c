/* SPDX-License-Identifier: MIT */
#include "handshake.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <openssl/evp.h>

/* Reads a line, without its end; false also if it does not fit. */
static bool read_line(struct stream *stream, char *line, size_t size) {
    size_t len = 0;
    while (len < size && stream_read(stream, line + len, 1)) {
        if (line[len] == '\n') {
            if (len && line[len - 1] == '\r')
                len--;
            line[len] = '\0';
            return true;
        }
        /* The first byte of TLS: no line would ever end. */
        if (len == 0 && line[0] == 22)
            return false;
        len++;
    }
    return false;
}

static void take_key(struct request *request, const char *line) {
    static const char name[] = "Sec-WebSocket-Key:";
    if (strncasecmp(line, name, sizeof name - 1) == 0)
        sscanf(line + sizeof name - 1, " %63s", request->key);
}

bool handshake_read(struct stream *stream, struct request *request) {
    char line[sizeof request->path + sizeof "GET  HTTP/1.1"];
    request->key[0] = '\0';
    if (!read_line(stream, line, sizeof line) ||
        sscanf(line, "GET %8191s HTTP/1.", request->path) != 1)
        return false;
    while (read_line(stream, line, sizeof line)) {
        if (!line[0])
            return true;
        take_key(request, line);
    }
    return false;
}

bool handshake_accept(struct stream *stream, const char *key) {
    unsigned char digest[EVP_MAX_MD_SIZE], accept[EVP_MAX_MD_SIZE * 2];
    char text[256];
    unsigned len;
    int size = snprintf(text, sizeof text,
                        "%s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key);
    if (!EVP_Digest(text, (size_t)size, digest, &len, EVP_sha1(), NULL))
        return false;
    EVP_EncodeBlock(accept, digest, (int)len);
    size = snprintf(text, sizeof text,
                    "HTTP/1.1 101 Switching Protocols\r\n"
                    "Upgrade: websocket\r\n"
                    "Connection: Upgrade\r\n"
                    "Sec-WebSocket-Accept: %s\r\n\r\n",
                    (char *)accept);
    return stream_write(stream, text, (size_t)size);
}

bool handshake_answer(struct stream *stream, const char *status,
                      const char *type, const char *body) {
    char head[512];
    int size = snprintf(head, sizeof head,
                        "HTTP/1.1 %s\r\n"
                        "Content-Type: %s\r\n"
                        "Content-Length: %zu\r\n"
                        "Cache-Control: no-store\r\n"
                        "Connection: close\r\n\r\n",
                        status, type, strlen(body));
    return stream_write(stream, head, (size_t)size) &&
           stream_write(stream, body, strlen(body));
}
