/* SPDX-License-Identifier: MIT */
#include "stream.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

enum { IDLE_SECONDS = 10 };

static void set(int fd, int level, int name, const void *value, size_t size) {
    (void)setsockopt(fd, level, name, value, (socklen_t)size);
}

void stream_open(struct stream *stream, int fd) {
    struct timeval idle = {.tv_sec = IDLE_SECONDS};
    int at_once = 1;
    set(fd, SOL_SOCKET, SO_RCVTIMEO, &idle, sizeof idle);
    set(fd, SOL_SOCKET, SO_SNDTIMEO, &idle, sizeof idle);
    set(fd, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    stream->fd = fd;
    stream->from = stream->to = 0;
}

static bool fill(struct stream *stream) {
    ssize_t got = recv(stream->fd, stream->buffer, sizeof stream->buffer, 0);
    stream->from = 0;
    stream->to = got > 0 ? (size_t)got : 0;
    return got > 0;
}

bool stream_read(struct stream *stream, void *bytes, size_t len) {
    for (unsigned char *at = bytes; len; len--) {
        if (stream->from == stream->to && !fill(stream))
            return false;
        *at++ = stream->buffer[stream->from++];
    }
    return true;
}

bool stream_write(struct stream *stream, const void *bytes, size_t len) {
    const unsigned char *at = bytes;
    while (len) {
        ssize_t sent = send(stream->fd, at, len, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        at += sent;
        len -= (size_t)sent;
    }
    return true;
}

void stream_close(struct stream *stream) {
    /* With something unread close() would send a reset. */
    shutdown(stream->fd, SHUT_WR);
    while (fill(stream))
        ;
    close(stream->fd);
}

void stream_reset(struct stream *stream) {
    struct linger at_once = {.l_onoff = 1, .l_linger = 0};
    set(stream->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close(stream->fd);
}
