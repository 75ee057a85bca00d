#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/elsewhere.sh suite|library [CMAKE OPTION...]: what runs on systems
# without apt-get; somebody has installed what it needs.
#
# suite: the tests of the library, the tool and the generator. library: where
# there is a compiler and CMake alone, the library of both kinds, its tests,
# and other projects in C and in C++ with what is installed of it; all tests of
# it need -DWSCLOSE_TEST_TABLES=FOLDER, the folder frozen of a build that has
# wsclose-gen.
set -eu
cd "$(dirname "$0")/.."
what=${1-}
[ $# -eq 0 ] || shift

# use KIND LANGUAGE: another project with the installed library.
use() {
    dir=build/elsewhere-$1-$2
    cmake -S tests/consumer/find_package -B "$dir" -DKIND="$1" \
        -DLANGUAGE="$2" -DCMAKE_PREFIX_PATH="$PWD/build/elsewhere-prefix" \
        -DCMAKE_RUNTIME_OUTPUT_DIRECTORY="$PWD/$dir/bin" \
        -DCMAKE_BUILD_TYPE=Release
    cmake --build "$dir" --config Release
    # Windows looks for libraries where it looks for programs.
    program=$(find "$dir/bin" -name program -o -name program.exe)
    seen=$(PATH=$PWD/build/elsewhere-prefix/bin:$PATH "$program" | tr -d '\r')
    case $seen in
    "1013 Try Again Later, "*) ;;
    *)
        echo "error: the program prints \"$seen\"" >&2
        exit 1
        ;;
    esac
}

case $what in
suite)
    cmake --preset ci -B build/elsewhere-suite "$@"
    cmake --build build/elsewhere-suite
    for part in library tool generator; do
        ctest --test-dir "build/elsewhere-suite/tests/$part" \
            --no-tests=error --output-on-failure -j 2
    done
    ;;
library)
    cmake -S . -B build/elsewhere -DBUILD_SHARED_LIBS=ON \
        -DWSCLOSE_BUILD_BOTH=ON -DWSCLOSE_BUILD_GENERATOR=OFF \
        -DWSCLOSE_BUILD_TOOL=OFF -DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON \
        -DCMAKE_RUNTIME_OUTPUT_DIRECTORY="$PWD/build/elsewhere/bin" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_COMPILE_WARNING_AS_ERROR=ON "$@"
    cmake --build build/elsewhere --config Release
    ctest --test-dir build/elsewhere -C Release --no-tests=error \
        --output-on-failure -j 2
    cmake --install build/elsewhere --config Release \
        --prefix build/elsewhere-prefix
    for kind in shared static; do
        use "$kind" C
        use "$kind" CXX
    done
    ;;
*)
    echo "usage: sh tests/elsewhere.sh suite|library [CMAKE OPTION...]" >&2
    exit 2
    ;;
esac
