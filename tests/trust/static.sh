#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/trust/static.sh: four analyzers have nothing to say of the sources
# but what static.tsv has, with the reason why it is no fault.
set -eu
cd "$(dirname "$0")/../.."
sh gen/packages.sh gcc libc6-dev clang clang-tidy clang-tools cppcheck python3 \
    cmake ninja-build pkg-config libxml2-dev libmd-dev libjansson-dev \
    libcurl4-openssl-dev
build=build/static
rm -rf "$build"
mkdir -p "$build"

# analyze NAME COMMAND...: keeps what it says in NAME.txt.
analyze() {
    name=$1
    shift
    nice "$@" >"$build/$name.txt" 2>&1 || {
        tail -n 20 "$build/$name.txt" >&2
        echo "static.sh: $name fails" >&2
        exit 1
    }
}

# A build for each analyzer that looks at what is compiled.
configure() {
    folder=$build/$1
    shift
    analyze configure cmake -G Ninja -S . -B "$folder" \
        -DCMAKE_BUILD_TYPE=Debug -DWSCLOSE_BUILD_TESTS=OFF \
        -DWSCLOSE_REGENERATE=OFF -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "$@"
}

configure gcc -DCMAKE_C_FLAGS='-O1 -fanalyzer'
analyze gcc cmake --build "$build/gcc"
configure scan-build -DCMAKE_C_COMPILER="$(find /usr/share/clang \
    -path '*/libexec/ccc-analyzer' | tail -n 1)"
analyze scan-build scan-build --use-cc=gcc cmake --build "$build/scan-build"
analyze clang-tidy sh -c 'printf "%s\n" "$@" |
    xargs -n 8 -P "$(nproc)" clang-tidy -p build/static/scan-build --quiet' \
    sh registry/*.c registry/shared/*.c registry/tool/*.c gen/*/*.c
analyze cppcheck cppcheck --quiet -j "$(nproc)" \
    --project="$build/scan-build/compile_commands.json" \
    --enable=warning,performance,portability \
    --template='{file}:{line}:{column}: {severity}: {message} [{id}]'
python3 tests/trust/static.py "$build/gcc.txt" "$build/scan-build.txt" \
    "$build/clang-tidy.txt" "$build/cppcheck.txt"
