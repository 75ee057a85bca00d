/* SPDX-License-Identifier: MIT */
/* What time it is. */
#ifndef GEN_CLOCK_H
#define GEN_CLOCK_H

#include <stdbool.h>

enum { CLOCK_UTC_SIZE = 32, CLOCK_DAY = 24 * 60 * 60 /* seconds */ };

/* Time that only goes forward, for deadlines and meters. */
long long clock_ms(void);

/* The date and time, "YYYY-MM-DDThh:mm:ssZ". */
void clock_utc(char ret[CLOCK_UTC_SIZE]);

/* The seconds since such a time, or since a date began; 0 if that is yet to
   come. False: text is neither. */
bool clock_age(const char *text, long long *ret);

#endif
