/* SPDX-License-Identifier: MIT */
/* What the projects of this folder build, as C and as C++. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

int main(void) {
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    if (strcmp(wsclose_version(), WSCLOSE_VERSION_STRING) != 0 ||
        wsclose_build(payload, WSCLOSE_GOING_AWAY, "", 0) != 2)
        return 1;
    printf("%u %s, %s\n", 1013u, wsclose_name(1013), wsclose_name(4001));
    return 0;
}
