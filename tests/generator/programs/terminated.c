/* SPDX-License-Identifier: MIT */
/* A private code of tests/data/private/graphql-ws.xml by its symbol. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
    return puts(wsclose_name(WSCLOSE_GRAPHQL_TERMINATED)) < 0;
}
