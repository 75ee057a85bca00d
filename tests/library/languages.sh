#!/bin/sh
# SPDX-License-Identifier: MIT
# languages.sh CMAKE CC SOURCE: a language that is not chosen is not compiled
# in, and is answered in English.
. "$(dirname "$0")/../support/shell.sh"
cmake=$1 cc=$2 source=$3
need "$cc"

english='Ended without a Close frame'
japanese='異常終了（Close フレームなし）'
hiragana='の' # in every text of some length

# check WHAT MEANING LIBRARY...: a program of these sources or archives.
check() {
    what=$1 meaning=$2
    shift 2
    try "$what: it does not build" "$cc" -std=c11 -Wall -Wextra -Wpedantic \
        -Wconversion -Wshadow -Werror "$source/tests/library/meaning.c" "$@" \
        -I"$source/registry/include" -I"$source/generated/include" \
        -I"$source/registry" -I"$source/generated" -o "$folder/ask"
    answer=$("$folder/ask")
    [ "$answer" = "$meaning" ] || fail "$what: \"ja\" answers \"$answer\""
    has=$(grep -c "$hiragana" "$folder/ask") || :
    [ "$meaning" = "$english" ] || [ "$has" -gt 0 ] ||
        fail "$what: no Japanese is found where it must be"
    [ "$meaning" = "$japanese" ] || [ "$has" -eq 0 ] ||
        fail "$what: Japanese is compiled in"
}

set -- "$source"/registry/*.c "$source"/registry/shared/*.c
check "without a choice" "$japanese" "$@"
check "none chosen" "$english" -DWSCLOSE_LANGUAGES_CHOSEN "$@"
check "Japanese chosen" "$japanese" -DWSCLOSE_LANGUAGES_CHOSEN \
    -DWSCLOSE_LANGUAGE_JA "$@"

library chosen-en -DBUILD_SHARED_LIBS=OFF -DWSCLOSE_LANGUAGES=en
check "WSCLOSE_LANGUAGES=en" "$english" \
    "$folder/chosen-en/registry/libwsclose.a"

if "$cmake" -S "$source" -B "$folder/chosen-tlh" -DCMAKE_C_COMPILER="$cc" \
    -DWSCLOSE_BUILD_GENERATOR=OFF -DWSCLOSE_BUILD_TOOL=OFF \
    -DWSCLOSE_BUILD_TESTS=OFF '-DWSCLOSE_LANGUAGES=en;tlh' \
    >"$folder/log" 2>&1; then
    fail "CMake takes a language that has no texts"
fi
grep -q '"tlh"' "$folder/log" || {
    cat "$folder/log" >&2
    fail "CMake does not say which language has no texts"
}
