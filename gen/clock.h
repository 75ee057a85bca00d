/* Time that only goes forward, for deadlines and meters. */
#ifndef GEN_CLOCK_H
#define GEN_CLOCK_H

long long clock_ms(void);

#endif
