/* SPDX-License-Identifier: MIT */
/* interop-read: what this library reads in Close frames. A line of standard
   input is a payload in hexadecimal; the answer is a line CODE REASON ERROR
   with tabs between, the reason in hexadecimal, the error empty if none. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

#include "hex.h"

static const char *error_name(enum wsclose_error error) {
    static const char *const names[] = {"", "too-long", "truncated", "bad-code",
                                        "bad-utf8"};
    return names[-(int)error];
}

int main(void) {
    char line[1024], reason[2 * WSCLOSE_REASON_MAX + 1];
    unsigned char payload[sizeof line / 2];
    struct wsclose_frame frame;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        int len = hex_read(payload, sizeof payload, line);
        if (len < 0) {
            fprintf(stderr, "interop-read: %s is no hexadecimal\n", line);
            return 1;
        }
        wsclose_parse(payload, (size_t)len, WSCLOSE_RULE_STRICT, &frame);
        hex_write(reason, (const unsigned char *)frame.reason,
                  frame.reason_len);
        printf("%u\t%s\t%s\n", frame.code, reason, error_name(frame.error));
    }
    return 0;
}
