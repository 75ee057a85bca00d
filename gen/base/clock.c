/* SPDX-License-Identifier: MIT */
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

long long clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

void clock_utc(char ret[CLOCK_UTC_SIZE]) {
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    strftime(ret, CLOCK_UTC_SIZE, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

/* The days from 1970 to a date, with years that begin in March, so that a leap
   day is the last of its year. */
static long long days(int year, int month, int day) {
    year -= month < 3;
    month = (month + 9) % 12;
    return 365LL * year + year / 4 - year / 100 + year / 400 +
           (153 * month + 2) / 5 + day - 719469;
}

/* Digits where the form has 0, else its characters, to the end of the text. */
static bool has_form(const char *text, const char *form) {
    for (; *form; text++, form++)
        if (*form == '0' ? *text < '0' || *text > '9' : *text != *form)
            return false;
    return !*text;
}

bool clock_age(const char *text, long long *ret) {
    int year, month, day, hour = 0, minute = 0, second = 0;
    if (!has_form(text, "0000-00-00") &&
        !has_form(text, "0000-00-00T00:00:00Z"))
        return false;
    sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2dZ", &year, &month, &day, &hour,
           &minute, &second);
    long long then = days(year, month, day) * CLOCK_DAY + hour * 3600LL +
                     minute * 60LL + second;
    *ret = time(NULL) > then ? time(NULL) - then : 0;
    return true;
}
