/* SPDX-License-Identifier: MIT */
/* What others let through of a received code. */
#ifndef BENCH_PREDICATES_H
#define BENCH_PREDICATES_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ws is JavaScript: the same comparisons in C. */
bool receives_ws(unsigned code);
bool receives_websocketpp(unsigned code);
bool receives_beast(unsigned code);

/* The limit: a bit for each of 65,536, filled by what wsclose says. */
void bitmap_fill(void);
bool receives_by_bitmap(unsigned code);

#ifdef __cplusplus
}
#endif

#endif
