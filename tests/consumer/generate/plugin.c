/* SPDX-License-Identifier: MIT */
/* A library with other codes and of another registry. */
#include "plugin.h"

#include <stdio.h>

#include <wsclose.h>

void plugin_print(void) {
    printf("plugin: %d %s\n", WSCLOSE_OUT_OF_CHEESE, wsclose_name(4001));
    printf("plugin: %u %s\n", 3000u, wsclose_name(3000));
}
