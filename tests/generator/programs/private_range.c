/* SPDX-License-Identifier: MIT */
/* Tells the codes of 4000-4999 that have not the symbol and text of theirs. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

int main(void) {
    char symbol[32] = "SHARD_MOVED";
    for (unsigned code = 4000; code < 5000; code++) {
        if (code > 4000)
            sprintf(symbol, "SHARD_MOVED_%u", code);
        if (strcmp(wsclose_symbol(code), symbol) != 0 ||
            wsclose_from_name(symbol, strlen(symbol)) != (int)code ||
            strcmp(wsclose_meaning(code, "ja"), "M") != 0 ||
            wsclose_first(code) != code || wsclose_last(code) != code ||
            wsclose_relay(code) != code)
            printf("%u is wrong\n", code);
    }
    printf("%d, from %u on\n", WSCLOSE_CODES_COUNT, wsclose_next(4999));
    return 0;
}
