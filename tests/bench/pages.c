/* SPDX-License-Identifier: MIT */
/* What a program that has looked everything up has for itself of a library, and
   of an empty one. */
#include <stdio.h>
#include <string.h>

#include <wsclose.h>

static long own_kib(const char *library) {
    char line[512];
    int inside = 0;
    long sum = 0, kib;
    unsigned long from, to;
    FILE *maps = fopen("/proc/self/smaps", "r");
    while (maps && fgets(line, sizeof line, maps)) {
        if (sscanf(line, "%lx-%lx", &from, &to) == 2)
            inside = strstr(line, library) != NULL;
        if (inside && sscanf(line, "Anonymous: %ld", &kib) == 1)
            sum += kib;
    }
    return sum;
}

int main(void) {
    size_t sum = 0;
    for (unsigned code = 0; code <= 5000; code++)
        sum += strlen(wsclose_name(code)) +
               strlen(wsclose_description(code, "ja"));
    printf("%ld %ld\n", own_kib("libwsclose.so"), own_kib("libempty.so"));
    return sum == 0;
}
