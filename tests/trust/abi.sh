#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/trust/abi.sh [--refresh]: programs built for version 1.0 run with
# today's library: tests/data/abi has its ABI, as abidw saw it, and its headers.
# --refresh writes them anew; after the release of 1.0 nobody may.
set -eu
cd "$(dirname "$0")/../.."
build=build/abi
base=tests/data/abi

case ${1-} in
'' | --refresh) refresh=${1-} ;;
*)
    echo "usage: sh tests/trust/abi.sh [--refresh]" >&2
    exit 2
    ;;
esac
sh gen/packages.sh abigail-tools gcc libc6-dev cmake ninja-build pkg-config

mkdir -p "$build"
{
    cmake --preset release -B "$build" -DBUILD_SHARED_LIBS=ON \
        -DCMAKE_C_FLAGS=-g -DWSCLOSE_BUILD_GENERATOR=OFF \
        -DWSCLOSE_BUILD_TOOL=OFF -DWSCLOSE_BUILD_TESTS=OFF \
        -DWSCLOSE_INSTALL=OFF && cmake --build "$build" --target wsclose
} >"$build/log"
library=$build/registry/libwsclose.so

if [ -n "$refresh" ]; then
    mkdir -p "$base"
    cp registry/include/wsclose.h generated/include/wsclose_codes.h "$base"
    abidw --no-corpus-path --no-comp-dir-path --no-show-locs "$library" |
        sed "s|path='$PWD/|path='|" >"$base/libwsclose.abi"
fi

# What is added is no fault: functions, and enumerators behind the others.
abidiff --no-added-syms "$base/libwsclose.abi" "$library"

# answers NAME INCLUDE...: what a program built with these headers is told.
answers() {
    name=$1
    shift
    gcc -std=c11 "$@" tests/trust/answers.c -L"$build/registry" -lwsclose \
        -Wl,-rpath,"$PWD/$build/registry" -o "$build/$name"
    "$build/$name" >"$build/$name.txt"
}
answers base -I"$base"
answers current -Iregistry/include -Igenerated/include
diff "$build/current.txt" "$build/base.txt"
echo "built with the header of 1.0: the same answers"
