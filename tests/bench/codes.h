/* SPDX-License-Identifier: MIT */
/* The codes that contenders are asked for. */
#ifndef BENCH_CODES_H
#define BENCH_CODES_H

#include <stdint.h>

enum { CODE_COUNT = 65536, CODE_INPUTS = 3 };

struct codes {
    const char *name;
    uint16_t at[CODE_COUNT];
};

/* As in real life, mostly 1000, 1001, 1005 and 1006; registered codes, each as
   often; and all of 0..65,535, shuffled. */
extern struct codes code_inputs[CODE_INPUTS];

void codes_fill(void);

#endif
