/* SPDX-License-Identifier: MIT */
#include "payloads.h"

/* In its static library; declared in none of its public headers. */
int lws_check_utf8(unsigned char *state, unsigned char *bytes, size_t len);

/* What it does with a Close frame that has come whole, in one function that
   can be called: its comparisons of the code, its check of the reason. */
unsigned parse_by_libwebsockets(const struct payload *payload) {
    unsigned char state = 0, *bytes = (unsigned char *)payload->bytes;
    if (payload->len < 2)
        return payload->len ? 0 : 1005;
    unsigned code = (unsigned)bytes[0] << 8 | bytes[1];
    if (code < 1000 || code == 1004 || code == 1005 || code == 1006 ||
        code == 1012 || code == 1013 || code == 1014 || code == 1015 ||
        (code >= 1016 && code < 3000))
        return 0;
    return lws_check_utf8(&state, bytes + 2, payload->len - 2) || state ? 0
                                                                        : code;
}
