/* SPDX-License-Identifier: MIT */
#ifndef BENCH_RACES_H
#define BENCH_RACES_H

#include "harness.h"

void names_race(const struct settings *settings);
void predicates_race(const struct settings *settings);
void spellings_race(const struct settings *settings);
void payloads_race(const struct settings *settings);
void formats_race(const struct settings *settings);

#endif
