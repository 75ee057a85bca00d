/* SPDX-License-Identifier: MIT */
#include <wsclose.h>

const char *gateway_name(void);

const char *gateway_name(void) {
    return wsclose_name(WSCLOSE_DISCORD_GATEWAY_DISALLOWED_INTENTS);
}
