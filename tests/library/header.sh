#!/bin/sh
# SPDX-License-Identifier: MIT
# header.sh CC CXX SOURCE: the public headers alone in each C, and a program
# that uses them in each C++, without a warning.
. "$(dirname "$0")/../support/shell.sh"
cc=$1 cxx=$2 source=$3
need "$cc" "$cxx"
set -- -I"$source/registry/include" -I"$source/generated/include" \
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wundef \
    -Werror

for header in wsclose.h wsclose_codes.h; do
    printf '#include <%s>\n#include <%s>\n' $header $header >"$folder/alone.c"
    for std in c11 c17 c2x gnu17; do
        try "$header alone as $std" "$cc" -std=$std "$@" -Wstrict-prototypes \
            -Wmissing-prototypes -fsyntax-only "$folder/alone.c"
    done
    cp "$folder/alone.c" "$folder/alone.cc"
    try "$header alone as C++" "$cxx" -std=c++11 "$@" -Wold-style-cast \
        -fsyntax-only "$folder/alone.cc"
done

(cd "$folder" && try "the library" "$cc" -std=c11 -I"$source/registry" \
    -I"$source/generated" "$@" -c "$source"/registry/*.c \
    "$source"/registry/shared/*.c)
for std in c++11 c++14 c++17 c++20 c++2b; do
    try "header_test.cc as $std" "$cxx" -std=$std "$@" -Wold-style-cast \
        -Wzero-as-null-pointer-constant "$source/tests/library/header_test.cc" \
        "$folder"/*.o -o "$folder/header_test"
    try "header_test of $std" "$folder/header_test"
done
