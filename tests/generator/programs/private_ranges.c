/* SPDX-License-Identifier: MIT */
/* Enumerators, list, names and rules of private ranges. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

static int find(const char *name) {
    return wsclose_from_name(name, strlen(name));
}

int main(void) {
    printf("%d-%d %d-%d, of %d\n", WSCLOSE_SHARD_MOVED_FIRST,
           WSCLOSE_SHARD_MOVED_LAST, WSCLOSE_TWO_OF_THEM_FIRST,
           WSCLOSE_TWO_OF_THEM_LAST, WSCLOSE_CODES_COUNT);
    printf("%d %d %d %d\n", find("shard-moved"), find("Own"),
           find("Two of them"), find("SHARD_MOVED_FIRST"));
    printf("%u %u\n", wsclose_relay(4050), wsclose_relay(4000));
    return 0;
}
