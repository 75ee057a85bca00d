/* SPDX-License-Identifier: MIT */
/* A program with private codes, as C and as C++. */
#include <stdio.h>

#include <wsclose.h>

#include "plugin.h"

int main(void) {
    printf("%d %s\n", WSCLOSE_KICKED, wsclose_name(4001));
    printf("%d %s\n", WSCLOSE_SESSION_EXPIRED, wsclose_meaning(4100, "ja"));
    printf("%u %s\n", 3000u, wsclose_name(3000));
    plugin_print();
    return 0;
}
