/* SPDX-License-Identifier: MIT */
/* Close payloads, and others that take them apart. */
#ifndef BENCH_PAYLOADS_H
#define BENCH_PAYLOADS_H

#include <stddef.h>

struct payload {
    size_t len;
    unsigned char bytes[125];
    const void *string; /* the same as a std::string */
    const void *reason; /* what follows the code as one */
};

#ifdef __cplusplus
extern "C" {
#endif

/* Makes the strings of a payload. */
void payload_make_strings(struct payload *payload);

/* Each returns the code of a good payload, 0 if it is bad. */
unsigned parse_by_websocketpp(const struct payload *payload);
unsigned parse_by_beast(const struct payload *payload);
unsigned parse_by_libwebsockets(const struct payload *payload);

/* Whether the reason is UTF-8: websocketpp's automaton in a table. */
unsigned utf8_by_table(const struct payload *payload);

#ifdef __cplusplus
}
#endif

#endif
