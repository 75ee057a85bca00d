/* SPDX-License-Identifier: MIT */
/* A request of HTTP, and the answers to it. */
#ifndef INTEROP_HANDSHAKE_H
#define INTEROP_HANDSHAKE_H

#include "stream.h"

struct request {
    char path[8192];
    char key[64]; /* Sec-WebSocket-Key; "" if it is no WebSocket handshake */
};

/* Reads a request; false if it is none (TLS, say). */
bool handshake_read(struct stream *stream, struct request *request);

/* Answers 101. Never selects a subprotocol or an extension. */
bool handshake_accept(struct stream *stream, const char *key);

/* Answers a whole response; status as "404 Not Found". */
bool handshake_answer(struct stream *stream, const char *status,
                      const char *type, const char *body);

#endif
