#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/trust/machines.sh [--refresh]: all answers of the library are the
# same on every machine (answers.txt has their digests; --refresh writes it
# anew), and it links for a microcontroller, without a C library.
set -eu
cd "$(dirname "$0")/../.."
build=build/machines
expected=tests/trust/answers.txt
mkdir -p "$build"

case ${1-} in
'' | --refresh) refresh=${1-} ;;
*)
    echo "usage: sh tests/trust/machines.sh [--refresh]" >&2
    exit 2
    ;;
esac

# gcc-multilib itself cannot stand beside cross compilers.
sh gen/packages.sh gcc libc6-dev clang musl-tools qemu-user \
    gcc-aarch64-linux-gnu libc6-dev-arm64-cross libc6-dev-s390x-cross \
    gcc-mingw-w64-x86-64 wine wine64 gcc-arm-none-eabi
sh gen/packages.sh "gcc-$(gcc -dumpversion | cut -d. -f1)-multilib"
# Debian 12 has the one, 13 the other.
big_endian=s390x-linux-gnu-gcc-11
if ! sh gen/packages.sh gcc-11-s390x-linux-gnu 2>/dev/null; then
    sh gen/packages.sh gcc-s390x-linux-gnu
    big_endian=s390x-linux-gnu-gcc
fi

# The tables of the tests, which a registration does not change.
tables=build/ci/frozen
sh gen/packages.sh cmake ninja-build pkg-config libxml2-dev libmd-dev \
    libjansson-dev libcurl4-openssl-dev libcmocka-dev
{
    cmake --preset ci
    cmake --build build/ci --target wsclose-frozen-tables
} >"$build/log" 2>&1 || {
    cat "$build/log"
    exit 1
}

set -- -std=c11 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror \
    -Iregistry/include -I"$tables/include" -Iregistry -I"$tables"
failed=0

# machine NAME RUNNER COMPILER...: the answers there; RUNNER may be empty.
machine() {
    name=$1 runner=$2
    shift 2
    "$@" tests/trust/answers.c registry/*.c registry/shared/*.c \
        -o "$build/$name.exe"
    # shellcheck disable=SC2086  # a command or nothing
    timeout 120 $runner "$build/$name.exe" 2>"$build/$name.log" |
        tr -d '\r' >"$build/$name.txt"
    if diff "$expected" "$build/$name.txt" >"$build/$name.diff"; then
        echo "$name: the same $(grep -c . "$build/$name.txt") digests"
    else
        cat "$build/$name.log" "$build/$name.diff"
        echo "$name: FAILED"
        failed=1
    fi
}

all_machines() {
    machine x86-64 '' gcc -O2 "$@"
    machine x86-64-O0 '' gcc -O0 "$@"
    machine x86-64-clang-O0 '' clang -O0 "$@"
    machine x86-64-clang-O3 '' clang -O3 "$@"
    machine x86-64-chars-unsigned '' gcc -O2 -funsigned-char "$@"
    machine x86-64-musl '' musl-gcc -static -O2 "$@"
    machine i386 '' gcc -m32 -O2 "$@"
    machine aarch64 qemu-aarch64 aarch64-linux-gnu-gcc -static -O2 "$@"
    machine s390x qemu-s390x "$big_endian" -static -O2 "$@"
    export WINEPREFIX="$PWD/$build/wine" WINEDEBUG=-all
    machine windows wine x86_64-w64-mingw32-gcc -O2 "$@"
}

# A program that takes the address of each of these functions, read from the
# standard input.
program_of() {
    echo '#include <wsclose.h>'
    echo 'static void (*const all[])(void) = {'
    sed 's/.*/    (void (*)(void))&,/'
    echo '};'
    echo 'void start(unsigned which) { all[which](); }'
}

# microcontroller WHAT OPTION...: links it for one and says its size; it may
# have no memory of its own.
microcontroller() {
    what=$1
    shift
    program_of >"$build/start.c"
    arm-none-eabi-gcc -Os -mthumb -ffreestanding -nostdlib -Wl,-e,start \
        -ffunction-sections -fdata-sections -Wl,--gc-sections "$@" \
        -Wno-cast-function-type "$build/start.c" \
        registry/*.c registry/shared/*.c -lgcc \
        -o "$build/start.elf"
    arm-none-eabi-size -A "$build/start.elf" |
        awk -v what="$what" '{ size[$1] = $2 }
        END {
            memory = size[".data"] + size[".bss"]
            printf "%s: %d bytes of code, %d of tables, %d of memory\n", what,
                size[".text"], size[".rodata"], memory
            exit memory > 0
        }'
}

microcontrollers() {
    for cpu in cortex-m0plus cortex-m4; do
        microcontroller "$cpu, all functions" -mcpu=$cpu "$@" \
            <tests/data/exported-symbols.txt
        printf 'wsclose_%s\n' parse build |
            microcontroller "$cpu, to parse, answer and build" -mcpu=$cpu "$@"
        printf 'wsclose_%s\n' name may_send |
            microcontroller "$cpu, names and what may be sent" -mcpu=$cpu "$@"
    done
}

if [ -n "$refresh" ]; then
    gcc "$@" tests/trust/answers.c registry/*.c registry/shared/*.c \
        -o "$build/refresh"
    "$build/refresh" >"$expected"
fi
all_machines "$@" >"$build/table"
microcontrollers "$@" >>"$build/table"
cat "$build/table"
[ "$failed" -eq 0 ]
