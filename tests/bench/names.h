/* SPDX-License-Identifier: MIT */
/* Ways to get from a code to its name, all from the list in wsclose_codes.h.
   Where they have no name they say "Unassigned" and no more. */
#ifndef BENCH_NAMES_H
#define BENCH_NAMES_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

const char *name_by_table(unsigned code);
const char *name_by_switch(unsigned code);
const char *name_by_binary_search(unsigned code);
const char *name_by_linear_search(unsigned code);
const char *name_by_unordered_map(unsigned code);

/* The least that an index can do: a byte for each code up to 5000. It has room
   for 255 rows; those past them take the last one's name. */
void name_by_bytes_fill(void);
const char *name_by_bytes(unsigned code);

/* The length: it makes a std::string of it. */
size_t name_by_websocketpp(unsigned code);

#ifdef __cplusplus
}
#endif

#endif
