/* SPDX-License-Identifier: MIT */
/* The README's program with private codes. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
    puts(wsclose_name(4001));
    return 0;
}
