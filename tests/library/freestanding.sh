#!/bin/sh
# SPDX-License-Identifier: MIT
# freestanding.sh CC SOURCE: the library compiles without a hosted C library and
# its headers in each C, without a warning, and asks of it the four functions at
# most that a compiler may call by itself.
. "$(dirname "$0")/../support/shell.sh"
cc=$1 source=$2
need "$cc" nm
# Some distributions' compilers add a call to the stack protector by themselves.
set -- -ffreestanding -fno-stack-protector -Wall -Wextra -Wpedantic \
    -Wconversion -Wshadow -Wundef -Werror -I"$source/registry/include" \
    -I"$source/generated/include" -I"$source/registry" -I"$source/generated"

# Before those of the machine.
for header in assert errno locale signal stdio stdlib string; do
    echo "#error it is not freestanding" >"$folder/$header.h"
done
set -- -I"$folder" "$@"

# check FLAG...: compiles all sources with these flags and the ones above.
check() {
    rm -f "$folder"/*.o
    (cd "$folder" && try "$cc $1 $2" "$cc" "$@" -c \
        "$source"/registry/*.c "$source"/registry/shared/*.c)
    nm "$folder"/*.o >"$folder/symbols" || fail "nm cannot read the objects"
    grep -q ' T wsclose_name$' "$folder/symbols" || fail "no wsclose_name"
    awk '$1 == "U" { print $2 }' "$folder/symbols" | sort -u |
        grep -vxE 'wsclose_[a-z0-9_]+|mem(cpy|move|set|cmp)' |
        grep -vx '_GLOBAL_OFFSET_TABLE_' >"$folder/undefined" || :
    [ ! -s "$folder/undefined" ] ||
        fail "$cc $1 $2 needs $(tr '\n' ' ' <"$folder/undefined")"
}

for std in c11 c17 c2x; do
    check -std=$std -O2 "$@"
done
for level in -O0 -Os; do
    check -std=c11 $level "$@"
done
