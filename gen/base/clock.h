/* What time it is. */
#ifndef GEN_CLOCK_H
#define GEN_CLOCK_H

enum { CLOCK_UTC_SIZE = 32 };

/* Time that only goes forward, for deadlines and meters. */
long long clock_ms(void);

/* The date and time, "YYYY-MM-DDThh:mm:ssZ". */
void clock_utc(char ret[CLOCK_UTC_SIZE]);

#endif
