#!/bin/sh
# SPDX-License-Identifier: MIT
# amalgamation.sh CMAKE CC CXX SOURCE: wsclose.c and wsclose.h as who copies
# them finds them: two files that are the same bytes each time, compile alone
# without a warning, and define the public functions and nothing else.
. "$(dirname "$0")/../support/shell.sh"
cmake=$1 cc=$2 cxx=$3 source=$4
need "$cc" "$cxx" nm

# make NAME: a configured build, and its amalgamation in $folder/NAME.
make() {
    try "CMake refuses" "$cmake" -S "$source" -B "$folder/build-$1" \
        -DCMAKE_C_COMPILER="$cc" -DWSCLOSE_BUILD_GENERATOR=OFF \
        -DWSCLOSE_BUILD_TOOL=OFF -DWSCLOSE_BUILD_TESTS=OFF
    try "it is not made" "$cmake" --build "$folder/build-$1" \
        --target wsclose-amalgamation
    mv "$folder/build-$1/amalgamation" "$folder/$1"
}

# defined OBJECT: what a linker sees of it.
defined() {
    nm -g --defined-only "$1" | awk '{ print $3 }' | sort
}

make one
make "another one"
diff -r "$folder/one" "$folder/another one" >&2 || fail "two runs differ"
cd "$folder/one"
[ "$(echo *)" = "wsclose.c wsclose.h" ] || fail "made are: $(echo *)"
included=$(sed -n 's/^ *# *include *"\(.*\)"/\1/p' ./*)
[ "$included" = wsclose.h ] || fail "included are: $included"
for file in *; do
    head -n 40 "$file" | grep -q 'MIT License' || fail "$file has no licence"
    head -n 2 "$file" | grep -q 'libwsclose [1-9].* of [0-9-]*:' ||
        fail "$file has no version or date"
done

set -- -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wundef -Werror
for flags in -std=c11 -std=c17 -std=c2x '-std=c11 -O2' \
    '-std=c11 -O2 -ffreestanding' '-std=c11 -DWSCLOSE_LANGUAGES_CHOSEN' \
    '-std=c11 -DWSCLOSE_LANGUAGES_CHOSEN -DWSCLOSE_LANGUAGE_JA' \
    '-std=c11 -DWSCLOSE_INSIDE'; do
    # shellcheck disable=SC2086  # a list of flags
    try "$cc $flags" "$cc" $flags "$@" -c wsclose.c -o ../object.o
    defined ../object.o >../defined
    diff "$source/tests/data/exported-symbols.txt" ../defined >&2 ||
        fail "$cc $flags: defined are not the public functions"
    japanese=$(grep -c 'の' ../object.o) || :
    case $flags in
    *_CHOSEN) [ "$japanese" -eq 0 ] || fail "Japanese without being chosen" ;;
    *) [ "$japanese" -gt 0 ] || fail "$cc $flags: no Japanese" ;;
    esac
done

# exported FLAG...: what a shared library with it in exports.
exported() {
    try "a shared library" "$cc" -std=c11 -shared -fPIC "$@" wsclose.c \
        -o ../shared.so
    nm -D --defined-only ../shared.so | awk '{ print $3 }' | grep wsclose | sort
}
exported -fvisibility=hidden >../exported
diff "$source/tests/data/exported-symbols.txt" ../exported >&2 ||
    fail "a shared library does not export the public functions"
[ -z "$(exported -fvisibility=hidden -DWSCLOSE_INSIDE)" ] ||
    fail "exported in spite of WSCLOSE_INSIDE"

if "$cxx" -x c++ -c wsclose.c -o ../object-of-c++.o 2>../said; then
    fail "wsclose.c compiles as C++"
fi
grep -q 'error.*wsclose.c is C: compile it as C11' ../said ||
    fail "as C++ wsclose.c does not say first what it is: $(cat ../said)"

printf '#include "wsclose.h"\n' >../alone.cc
for std in c++11 c++20; do
    try "wsclose.h alone as $std" "$cxx" -std=$std "$@" -I. -fsyntax-only \
        ../alone.cc
    try "header_test.cc as $std" "$cxx" -std=$std "$@" -I. \
        "$source/tests/library/header_test.cc" ../object.o -o ../header_test
    try "header_test of $std" ../header_test
done
