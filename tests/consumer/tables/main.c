/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include <wsclose.h>

const char *gateway_name(void);
const char *voice_name(void);

int main(void) {
    printf("%s\n%s\n%s\n", wsclose_name(4014), gateway_name(), voice_name());
    return 0;
}
