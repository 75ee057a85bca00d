/* SPDX-License-Identifier: MIT */
/* What 1006 means, in Japanese if that is compiled in. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
    return puts(wsclose_meaning(1006, "ja")) < 0;
}
