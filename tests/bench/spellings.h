/* SPDX-License-Identifier: MIT */
/* Ways to get from a symbol to its code, -1 if there is none. They know the
   symbols alone, in any case. */
#ifndef BENCH_SPELLINGS_H
#define BENCH_SPELLINGS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

int code_by_gperf(const char *text, size_t len);
int code_by_strcasecmp(const char *text, size_t len);
int code_by_unordered_map(const char *text, size_t len);

#ifdef __cplusplus
}
#endif

#endif
