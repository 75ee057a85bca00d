/* SPDX-License-Identifier: MIT */
/* A private symbol and its contact. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
    printf("%d %s\n", WSCLOSE_BYE, wsclose_contact(4000));
    return WSCLOSE_CODES_COUNT != 3;
}
