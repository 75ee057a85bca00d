/* SPDX-License-Identifier: MIT */
#include <wsclose.h>

const char *voice_name(void);

const char *voice_name(void) {
    return wsclose_name(WSCLOSE_DISCORD_VOICE_DISCONNECTED);
}
