/* SPDX-License-Identifier: MIT */
/* The enum, the list, and look-ups by name. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

#define LINE(code, symbol, name) #code " " #symbol " " name

static const char *const lines[] = {
#define X(code, symbol, name) LINE(code, symbol, name),
    WSCLOSE_CODES(X)};

static void ask(const char *name) {
    printf("%s %d\n", name, wsclose_from_name(name, strlen(name)));
}

int main(void) {
    for (int i = 0; i < WSCLOSE_CODES_COUNT; i++)
        puts(lines[i]);
    printf("%d %d %d\n", WSCLOSE_APP_UNAUTHORIZED, WSCLOSE_OLD_ONE,
           WSCLOSE_GOING_AWAY);
    ask("unauthorized");
    ask("app-unauthorized");
    ask("WSCLOSE_old_one");
    ask("Odd \"name\"");
    ask("private-use");
    return 0;
}
