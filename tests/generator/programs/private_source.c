/* SPDX-License-Identifier: MIT */
/* Where the advice of 4001 comes from. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
    puts(wsclose_reconnect_source(4001));
    return 0;
}
