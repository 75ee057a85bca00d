#!/bin/sh
# SPDX-License-Identifier: MIT
# sh gperf.sh HEADER OUT.c: a perfect hash of the symbols in a wsclose_codes.h.
set -eu
{
    cat <<'END'
%{
#include <string.h>

#include "spellings.h"

struct keyword;
static const struct keyword *find(const char *text, size_t len);
%}
%struct-type
%ignore-case
%compare-strncmp
%readonly-tables
%define lookup-function-name find
struct keyword { const char *name; int code; };
%%
END
    sed -n 's/^    x(\([0-9]*\), \([A-Z0-9_]*\), .*/\2, \1/p' "$1"
    cat <<'END'
%%
int code_by_gperf(const char *text, size_t len) {
    const struct keyword *found = find(text, len);
    return found ? found->code : -1;
}
END
} | gperf >"$2"
